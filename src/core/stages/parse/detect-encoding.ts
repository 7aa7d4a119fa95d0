import type { Encoding } from '#core/model/reading.ts'
import { contextAt, neighbourCount, neighboursOf, type ByteContexts, type ByteFacts } from './byte-survey.ts'
import { scoreCharacter } from './score-characters.ts'
import { singleByteEncodings, upperHalf, type SingleByteEncoding } from './single-byte.ts'
import type { Utf8Count } from './utf8-tally.ts'

export interface EncodingFound {
  readonly encoding: Encoding
  readonly byteOrderMark: boolean
  readonly confidence: number
  readonly evidence: string
  /** Readings that are likely too and give other text, the likeliest first; with a high confidence there are none. */
  readonly rivals: readonly Encoding[]
}

/** Below it the operator is asked. */
const encodingThreshold = 0.9

export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 (little-endian)', 'utf-16be': 'UTF-16 (big-endian)', 'windows-1252': 'Windows-1252',
  'iso-8859-15': 'ISO-8859-15', macintosh: 'Mac Roman',
}

/** What the first bytes say by themselves: a byte order mark, or the NULs of UTF-16. Null when it takes the other bytes to tell. */
export function detectByHead(head: Uint8Array): EncodingFound | null {
  const mark = byteOrderMark(head)
  if (mark !== null) return sure(mark, true, `The file begins with the byte order mark of ${encodingNames[mark]}.`)
  const wide = nulPattern(head)
  return wide === null ? null : sure(wide, false, `Every second byte is zero, as in ${encodingNames[wide]}.`)
}

export function encodingAsChosen(encoding: Encoding, head: Uint8Array): EncodingFound {
  return sure(encoding, byteOrderMark(head) === encoding, `Read as ${encodingNames[encoding]}, as chosen.`)
}

function sure(encoding: Encoding, mark: boolean, evidence: string): EncodingFound {
  return { encoding, byteOrderMark: mark, confidence: 1, evidence, rivals: [] }
}

/**
 * The encoding of a file that its first bytes do not tell. UTF-8 when the bytes are well formed; else the reading in which the
 * bytes above 7F become the likelier characters between their neighbours. Readings that give the same text are one.
 */
export function detectEncoding({ utf8, contexts }: ByteFacts): EncodingFound {
  if (utf8.invalid === 0 && utf8.wellFormed === 0) return sure('utf-8', false, 'The file holds plain ASCII characters only, which UTF-8 includes.')
  if (utf8.invalid === 0) return { ...sure('utf-8', false, 'The whole file is valid UTF-8.'), confidence: 0.99 }
  const readings = weigh(utf8, contexts)
  const [best, ...others] = readings
  if (best === undefined) throw new Error('There is always an encoding to try')
  const rivals = best.share >= encodingThreshold ? [] : others.filter(({ share }, index) => index === 0 || share > 0.05).map(({ encoding }) => encoding)
  return { encoding: best.encoding, byteOrderMark: false, confidence: best.share, evidence: evidenceOf(best.encoding, utf8, contexts), rivals }
}

interface Weighed {
  readonly encoding: Encoding
  readonly share: number
}

const priors: Readonly<Record<SingleByteEncoding, number>> = { 'windows-1252': 1.5, 'iso-8859-15': 0, macintosh: 0 }
/** For each byte that is not UTF-8, when the rest is; for each pair that is, when read in an encoding of one byte. */
const utf8Weights = { damaged: -4, notUtf8: -6, pair: -3 }

function weigh(utf8: Utf8Count, contexts: ByteContexts): readonly Weighed[] {
  const scored = singleByteEncodings.map((encoding) => ({ encoding, text: textOf(encoding, contexts), score: priors[encoding] + scoreEncoding(encoding, contexts) + capped(utf8.wellFormed) * utf8Weights.pair }))
  // The prior decides which of several with the same text is named.
  const different = scored.filter(({ text }, index) => scored.findIndex((other) => other.text === text) === index)
  const damaged = { encoding: 'utf-8' as const, score: capped(utf8.invalid) * utf8Weights.damaged + (utf8.wellFormed === 0 ? utf8Weights.notUtf8 : 0) }
  const all = [...different, damaged].toSorted((a, b) => b.score - a.score)
  const top = all[0]?.score ?? 0
  const total = all.reduce((sum, { score }) => sum + Math.exp(score - top), 0)
  return all.map(({ encoding, score }) => ({ encoding, share: Math.exp(score - top) / total }))
}

/** What comes a thousand times says more than what comes once, but not a thousand times as much. */
function capped(count: number): number {
  return count <= 4 ? count : 4 + Math.log2(count / 4) * 2
}

function scoreEncoding(encoding: SingleByteEncoding, contexts: ByteContexts): number {
  let score = 0
  for (const { byte, neighbours, count } of occurring(contexts)) {
    score += scoreCharacter(upperHalf[encoding][byte - 0x80] ?? '', neighboursOf(neighbours)) * (1 + Math.log(count))
  }
  return score
}

/** The characters that the bytes of the file become: the same for two encodings that read the file alike. */
function textOf(encoding: SingleByteEncoding, contexts: ByteContexts): string {
  const bytes = new Set(occurring(contexts).map(({ byte }) => byte))
  return [...bytes].map((byte) => upperHalf[encoding][byte - 0x80]).join('')
}

function occurring(contexts: ByteContexts): readonly { readonly byte: number; readonly neighbours: number; readonly count: number }[] {
  const found = []
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    for (let neighbours = 0; neighbours < neighbourCount; neighbours += 1) {
      const count = contextAt(contexts, byte, neighbours)
      if (count > 0) found.push({ byte, neighbours, count })
    }
  }
  return found
}

function evidenceOf(encoding: Encoding, utf8: Utf8Count, contexts: ByteContexts): string {
  if (encoding === 'utf-8') return `Nearly all of the file is valid UTF-8. ${utf8.invalid === 1 ? '1 byte is' : `${utf8.invalid} bytes are`} not valid UTF-8; the cells that hold them are listed as errors.`
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return `Read as ${encodingNames[encoding]}.`
  const characters = [...new Set(textOf(encoding, contexts))].slice(0, 8).join(' ')
  return `The file is not valid UTF-8. Read as ${encodingNames[encoding]}, its special characters are ${characters}, and they stand where such characters stand.`
}

function byteOrderMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
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
  return even > pairs * 0.6 && odd < pairs * 0.05 ? 'utf-16be' : null
}
