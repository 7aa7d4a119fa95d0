import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Source } from '#core/model/source.ts'
import { detectEncoding, newUtf8Tally, parseDelimited, type DelimitedOutcome, type DelimitedParser, type EncodingFound } from '#core/stages/parse/index.ts'
import type { OpenFile } from './open-file.ts'
import { fileLimits, type ReadOptions } from './read-options.ts'

const chunkBytes = 64 * 1024

/**
 * A delimited text file to one table. Read twice: the encoding shows only when the last byte has been seen (the first accent
 * may come late), and holding the bytes meanwhile would cost more than reading them again.
 */
export async function readText(file: OpenFile, options: ReadOptions): Promise<Result<Source>> {
  const surveyed = await surveyBytes(file, options.signal)
  if (surveyed === null) return stopped(file)
  const { encoding, sha256 } = surveyed.finish(options.encoding)
  const parser = parseDelimited({ ...options, file: file.name })
  if (!(await decodeInto(parser, { file, encoding, signal: options.signal }))) return stopped(file)
  const outcome = parser.finish()
  if (outcome.kind !== 'table') return outcomeFailure(file.name, outcome, options)
  const { table, dialect, issues } = outcome
  if (table.headers.length > fileLimits.columns) return fail('file-too-large', tooManyColumns(file.name, table.headers.length))
  const { delimiter, quote, newline } = dialect
  const findings = [...encoding.evidence.map((evidence) => ({ about: 'encoding', confidence: 1, evidence } as const)), ...dialect.evidence.map((evidence) => ({ about: 'delimiter', confidence: 1, evidence } as const))]
  const reading = { kind: 'text', encoding: encoding.encoding, byteOrderMark: encoding.byteOrderMark, delimiter, quote, escape: 'doubled', newline, findings } as const
  return ok({ file: file.name, sizeBytes: file.sizeBytes, sha256, files: [{ name: file.name, sizeBytes: file.sizeBytes, sha256, reading }], tables: [table], questions: [], issues })
}

function stopped(file: OpenFile): Result<never> {
  return fail('stopped', `Reading ${file.name} was stopped. Nothing was changed.`)
}

async function surveyBytes(file: OpenFile, signal: AbortSignal | undefined) {
  const hash = createHash('sha256')
  const tally = newUtf8Tally()
  let head = new Uint8Array()
  let lastByte = 0
  for await (const chunk of readChunks(file.handle)) {
    if (signal?.aborted === true) return null
    if (head.length === 0) head = Uint8Array.from(chunk.subarray(0, 4096))
    hash.update(chunk)
    // Nearly every chunk is plain ASCII, which the platform sees much faster than a loop.
    if (lastByte >= 0x80 || !isAscii(chunk)) tally.push(chunk)
    lastByte = chunk.at(-1) ?? 0
  }
  return {
    finish: (wanted: ReadOptions['encoding']) => ({ encoding: detectEncoding({ head, utf8: tally.finish() }, wanted), sha256: hash.digest('hex') }),
  }
}

interface Decoding {
  readonly file: OpenFile
  readonly encoding: EncodingFound
  readonly signal: AbortSignal | undefined
}

/** False when it was stopped. Always decodes as a stream: Node's one-shot decoding of Windows-1252 mistakes 27 characters. */
async function decodeInto(parser: DelimitedParser, { file, encoding, signal }: Decoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding.encoding)
  for await (const chunk of readChunks(file.handle)) {
    if (signal?.aborted === true) return false
    if (parser.push(decoder.decode(chunk, { stream: true })) !== null) return true
  }
  parser.push(decoder.decode())
  return true
}

/** The bytes from the start; each chunk is good until the next one is asked for. */
async function* readChunks(handle: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, chunkBytes, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

export function tooManyColumns(file: string, columns: number): string {
  return `${file} has ${columns} columns; at most ${fileLimits.columns} can be read. Delete the columns that are not needed, then try again.`
}

function outcomeFailure(file: string, outcome: Exclude<DelimitedOutcome, { readonly kind: 'table' }>, { headerRow }: ReadOptions): Result<never> {
  switch (outcome.kind) {
    case 'unclosed-quote':
      return fail('unclosed-quote', `${file}: a quote opens on line ${outcome.line} (row ${outcome.row}) and is not closed, so the rows after it cannot be told apart. Close or remove that quote, then try again.`)
    case 'record-too-long':
      return fail('file-damaged', `${file}: the record on line ${outcome.line} (row ${outcome.row}) is longer than a million characters, so this is no table or it is damaged. Save it again as CSV or XLSX.`)
    case 'too-many-rows':
      return fail('file-too-large', `${file} has more than 1,048,576 rows. Split it into smaller files.`)
    case 'no-header':
      return fail('no-header', headerRow === undefined
        ? `${file} has no header row: every row is blank. Put the column names in the first row.`
        : `${file} has no header in row ${headerRow}: that row is blank or does not exist. Choose the row that holds the column names.`)
    case 'no-data-rows':
      return fail('no-data-rows', `${file} holds a header but no rows below it. Add the customers below the header, then try again.`)
  }
}
