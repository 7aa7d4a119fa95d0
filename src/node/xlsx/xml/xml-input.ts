import { decodeUtf8 } from './xml-text.ts'

/** The bytes at hand. A zero stands at `end`: loops stop there without asking at each step whether they are at the end. */
export interface XmlInput {
  bytes: Buffer
  /** The same bytes as one character each; where they are ASCII, a slice of it is the text. */
  latin: string
  at: number
  end: number
  /** Texts will be kept, so they are copied. Slices are several times faster, for what is looked at and let go. */
  readonly copies: boolean
}

// Up to here V8 copies a slice. A longer slice keeps the whole piece of XML alive for as long as it lives itself.
const shortText = 12

export function cutText(input: XmlInput, start: number, end: number): string {
  return input.copies && end - start > shortText ? input.bytes.toString('latin1', start, end) : input.latin.slice(start, end)
}

export function cutAnyText(input: XmlInput, { start, end, isAscii }: { readonly start: number; readonly end: number; readonly isAscii: boolean }): string {
  return isAscii ? cutText(input, start, end) : decodeUtf8(input.bytes, start, end)
}

export function skipSpace(bytes: Buffer, at: number): number {
  let next = at
  for (;;) {
    const code = bytes[next]
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return next
    next++
  }
}

/** Whether this ASCII text stands there; null when the bytes end before that shows. */
export function startsWith(input: XmlInput, at: number, text: string): boolean | null {
  for (let index = 0; index < text.length; index++) {
    if (at + index >= input.end) return null
    if (input.bytes[at + index] !== text.charCodeAt(index)) return false
  }
  return true
}

/** Where these bytes end, if they stand there; -1 if not. */
export function passOver(bytes: Buffer, at: number, wanted: Buffer): number {
  const { length } = wanted
  for (let index = 0; index < length; index++) if (bytes[at + index] !== wanted[index]) return -1
  return at + length
}
