import type { Encoding } from '#core/model/reading.ts'
import type { Utf8Count } from './utf8-tally.ts'

export type { Encoding }

export interface EncodingFound {
  readonly encoding: Encoding
  readonly byteOrderMark: boolean
  readonly evidence: readonly string[]
}

/** What is known of the bytes: the first few thousand, and the count over the whole file. */
export interface EncodingFacts {
  readonly head: Uint8Array
  readonly utf8: Utf8Count
}

/** The encoding, from the byte order mark, the pattern of NULs, or whether the whole file is valid UTF-8. */
export function detectEncoding({ head, utf8 }: EncodingFacts, wanted?: Encoding): EncodingFound {
  const mark = byteOrderMark(head)
  if (wanted !== undefined) {
    return { encoding: wanted, byteOrderMark: mark?.encoding === wanted, evidence: [`Read as ${names[wanted]}, as chosen.`] }
  }
  if (mark !== null) {
    const damage = mark.encoding === 'utf-8' ? damageNote(utf8) : []
    return { encoding: mark.encoding, byteOrderMark: true, evidence: [`The file begins with the byte order mark of ${names[mark.encoding]}.`, ...damage] }
  }
  const wide = nulPattern(head)
  if (wide !== null) {
    return { encoding: wide, byteOrderMark: false, evidence: [`Every second byte is zero, as in ${names[wide]}.`] }
  }
  if (utf8.invalid === 0) {
    const evidence = utf8.wellFormed === 0 ? 'The file holds plain ASCII characters only, which UTF-8 includes.' : 'The whole file is valid UTF-8.'
    return { encoding: 'utf-8', byteOrderMark: false, evidence: [evidence] }
  }
  if (utf8.wellFormed > utf8.invalid) {
    return { encoding: 'utf-8', byteOrderMark: false, evidence: ['Nearly all of the file is valid UTF-8.', ...damageNote(utf8)] }
  }
  return {
    encoding: 'windows-1252', byteOrderMark: false,
    evidence: ['The file is not valid UTF-8, so it was read as Windows-1252, the usual encoding of Excel in Western Europe. Check the accented letters.'],
  }
}

const names: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 (little-endian)', 'utf-16be': 'UTF-16 (big-endian)', 'windows-1252': 'Windows-1252',
  'iso-8859-15': 'ISO-8859-15', 'macintosh': 'Mac Roman',
}

function damageNote(utf8: Utf8Count): string[] {
  return utf8.invalid === 0 ? [] : [`${utf8.invalid === 1 ? '1 byte is' : `${utf8.invalid} bytes are`} not valid UTF-8; the cells that hold them are listed as errors.`]
}

function byteOrderMark(head: Uint8Array): { encoding: Encoding } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8' }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le' }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be' }
  return null
}

/** Western text in UTF-16 has a NUL in nearly every second place and none in the others; no text in one byte has any. */
function nulPattern(head: Uint8Array): Encoding | null {
  const pairs = Math.floor(head.length / 2)
  if (pairs < 2) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1
    if (head[at + 1] === 0) odd += 1
  }
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be'
  return null
}
