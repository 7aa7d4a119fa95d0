import { newUtf8Tally, type Utf8Count } from './utf8-tally.ts'

/** What stands before a byte: nothing of a word, a small letter, a capital that begins a word, another capital, a digit, an accent. */
export const before = { edge: 0, small: 1, initial: 2, capital: 3, digit: 4, high: 5 } as const
/** What stands after it; `s` and `t` are told apart because an English apostrophe is followed by them. */
export const after = { edge: 0, small: 1, st: 2, capital: 3, digit: 4, high: 5 } as const
const kinds = 6

/** How often each byte from 80 to FF stands between which neighbours. */
export type ByteContexts = Uint32Array

export function contextAt(contexts: ByteContexts, byte: number, neighbours: number): number {
  return contexts[(byte - 0x80) * kinds * kinds + neighbours] ?? 0
}
export function neighboursOf(neighbours: number): { readonly prev: number; readonly next: number } {
  return { prev: Math.floor(neighbours / kinds), next: neighbours % kinds }
}
export const neighbourCount = kinds * kinds

export interface ByteFacts {
  readonly utf8: Utf8Count
  readonly contexts: ByteContexts
  /** The first lines that hold a byte above 7F, as they stand. */
  readonly lines: readonly Uint8Array[]
}

export interface ByteSurvey {
  /** Bytes in order, cut anywhere. True when there were any above 7F. */
  push(bytes: Uint8Array): boolean
  /** Takes bytes that are known to be ASCII, or whole characters of UTF-8: the platform sees that much faster than a loop. */
  skip(bytes: Uint8Array, isAscii: boolean): void
  /** So far, or of the whole file at its end. */
  facts(atEnd: boolean): ByteFacts
}

const lineLimit = 9
const lineBytes = 4096

/** What the bytes above 7F say about the encoding: whether they are UTF-8, and what they stand between. */
export function newByteSurvey(): ByteSurvey {
  const contexts = new Uint32Array(128 * kinds * kinds)
  const lines: Uint8Array[] = []
  const utf8 = newUtf8Tally()
  let last = 0x0a
  let beforeLast = 0x0a
  /** A high byte at the end of the last piece, whose follower is not known yet. */
  let pending: { readonly byte: number; readonly prev: number } | null = null

  return {
    push(bytes) {
      if (bytes.length === 0) return false
      utf8.push(bytes)
      begin(bytes)
      let found = false
      let lineEnd = -1
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0
        if (byte < 0x80) continue
        found = true
        const prev = classBefore(at > 0 ? bytes[at - 1] ?? 0 : last, at > 1 ? bytes[at - 2] ?? 0 : at === 1 ? last : beforeLast)
        const next = bytes[at + 1]
        if (next === undefined) pending = { byte, prev }
        else count(byte, prev, next)
        if (lines.length < lineLimit && at > lineEnd) {
          const line = lineAround(bytes, at)
          lines.push(line.bytes)
          lineEnd = line.end
        }
      }
      end(bytes)
      return found
    },
    skip(bytes, isAscii) {
      if (bytes.length === 0) return
      // One is enough to say that there are some; how many there are matters only beside damaged ones.
      utf8.skip(isAscii ? 0 : 1)
      begin(bytes)
      end(bytes)
    },
    facts(atEnd) {
      if (atEnd && pending !== null) {
        count(pending.byte, pending.prev, 0x0a)
        pending = null
      }
      return { utf8: utf8.count(atEnd), contexts, lines }
    },
  }

  function begin(bytes: Uint8Array): void {
    if (pending !== null) count(pending.byte, pending.prev, bytes[0] ?? 0)
    pending = null
  }
  function end(bytes: Uint8Array): void {
    beforeLast = bytes.length > 1 ? bytes.at(-2) ?? 0 : last
    last = bytes.at(-1) ?? 0
  }
  function count(byte: number, prev: number, next: number): void {
    const index = (byte - 0x80) * kinds * kinds + prev * kinds + classAfter(next)
    contexts[index] = (contexts[index] ?? 0) + 1
  }
}

function lineAround(bytes: Uint8Array, at: number): { readonly bytes: Uint8Array; readonly end: number } {
  let start = at
  while (start > 0 && at - start < lineBytes && !isLineEnd(bytes[start - 1])) start -= 1
  let end = at
  while (end < bytes.length && end - at < lineBytes && !isLineEnd(bytes[end])) end += 1
  return { bytes: bytes.slice(start, end), end }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d
}

function classBefore(byte: number, beforeIt: number): number {
  if (byte >= 0x80) return before.high
  if (byte >= 0x61 && byte <= 0x7a) return before.small
  if (byte >= 0x41 && byte <= 0x5a) return isLetter(beforeIt) ? before.capital : before.initial
  return byte >= 0x30 && byte <= 0x39 ? before.digit : before.edge
}

function classAfter(byte: number): number {
  if (byte >= 0x80) return after.high
  if (byte === 0x73 || byte === 0x74) return after.st
  if (byte >= 0x61 && byte <= 0x7a) return after.small
  if (byte >= 0x41 && byte <= 0x5a) return after.capital
  return byte >= 0x30 && byte <= 0x39 ? after.digit : after.edge
}

function isLetter(byte: number): boolean {
  return byte >= 0x80 || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}
