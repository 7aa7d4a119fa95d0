import type { Encoding, ReadingQuestion, TextReading } from '#core/model/reading.ts'
import { encodingNames, previewRows } from '#core/stages/parse/index.ts'
import { newByteDecoder } from './decode-bytes.ts'

export interface EncodingDoubt {
  /** The likeliest first. */
  readonly encodings: readonly Encoding[]
  /** Lines that read differently, as they stand. */
  readonly lines: readonly Uint8Array[]
  readonly headers: readonly string[]
  readonly dialect: Pick<TextReading, 'delimiter' | 'quote' | 'escape'>
}

/** Shows the lines with special characters, which may come late in the file, as each encoding reads them. */
export function askEncoding({ encodings, lines, headers, dialect }: EncodingDoubt): ReadingQuestion {
  const choices = encodings.map((encoding) => {
    const decoder = newByteDecoder(encoding)
    const text = lines.map((line) => `${decoder.decode(Buffer.from(line))}\n`).join('') + decoder.finish()
    return { decision: { encoding }, value: encoding, label: encodingNames[encoding], preview: [headers, ...previewRows(text, dialect).slice(0, 9)] }
  })
  return { about: 'encoding', file: 0, sheet: null, option: '--encoding', choices, text: 'The accented letters and special characters can be read in more than one way.' }
}
