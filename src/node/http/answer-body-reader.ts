import type { Extent } from './answer-head.ts'
import { readHeaders } from './answer-head.ts'

export interface BodyReader {
  /** True: the body is whole. Throws for too much, and for bytes behind its end. */
  take(bytes: Buffer): boolean
  /** The end of the connection is the end of the body. */
  mayEndHere(): boolean
  bytes(): Buffer
}

const MAX_LINE_BYTES = 256
const MAX_TRAILER_BYTES = 8_192
const NONE = Buffer.alloc(0)

interface Store {
  readonly add: (bytes: Buffer) => void
  readonly bytes: () => Buffer
}

function createStore(most: number): Store {
  const parts: Buffer[] = []
  let size = 0
  return {
    add(bytes) {
      size += bytes.length
      if (size > most) throw tooLarge(most)
      parts.push(bytes)
    },
    bytes: () => (parts.length === 1 ? parts[0] ?? NONE : Buffer.concat(parts)),
  }
}

function tooLarge(most: number): Error {
  return new Error(`the answer is larger than ${most} bytes`)
}

export function createBodyReader(extent: Extent, most: number): BodyReader {
  const store = createStore(most)
  switch (extent.kind) {
    case 'length': return readLength(store, extent.bytes, most)
    case 'chunks': return readChunks(store)
    case 'end-of-connection': return readToTheEnd(store)
    default: return extent satisfies never
  }
}

function readToTheEnd({ add, bytes }: Store): BodyReader {
  return {
    take(piece) {
      add(piece)
      return false
    },
    mayEndHere: () => true,
    bytes,
  }
}

function readLength(store: Store, length: number, most: number): BodyReader {
  if (length > most) throw tooLarge(most)
  let left = length
  return {
    take(bytes) {
      left -= bytes.length
      if (left < 0) throw new Error('the answer is longer than it says')
      store.add(bytes)
      return left === 0
    },
    mayEndHere: () => false,
    bytes: store.bytes,
  }
}

/** `size`: the line before a chunk · `data`: its bytes · `gap`: the line end behind them · `trailer`: lines behind the last one. */
type Part = 'size' | 'data' | 'gap' | 'trailer'

function readChunks(store: Store): BodyReader {
  let held: Buffer = NONE
  let part: Part = 'size'
  let left = 0
  let trailer = 0
  /** The next line without its end; null: it is not whole yet. */
  const line = (most: number): string | null => {
    const end = held.indexOf('\r\n')
    if (end > most || (end === -1 && held.length > most)) throw new Error('the answer has a malformed chunk')
    if (end === -1) return null
    const text = held.toString('latin1', 0, end)
    held = held.subarray(end + 2)
    return text
  }
  const size = (text: string): void => {
    const [, digits = ''] = /^([\da-f]{1,8})(?:[ \t]*;[\t\x20-\x7e\x80-\xff]*)?$/i.exec(text) ?? []
    if (digits === '') throw new Error('the answer has a malformed chunk')
    left = Number.parseInt(digits, 16)
    part = left === 0 ? 'trailer' : 'data'
  }
  const data = (): void => {
    const piece = held.subarray(0, left)
    held = held.subarray(piece.length)
    left -= piece.length
    store.add(piece)
    if (left === 0) part = 'gap'
  }
  /** True: that was the end. */
  const lastLines = (text: string): boolean => {
    trailer += text.length
    if (trailer > MAX_TRAILER_BYTES) throw new Error('the answer has too much behind its last chunk')
    if (text !== '') readHeaders([text])
    return text === ''
  }
  return {
    take(bytes) {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
      while (held.length > 0) {
        if (part === 'data') {
          data()
          continue
        }
        const text = line(part === 'trailer' ? MAX_TRAILER_BYTES : MAX_LINE_BYTES)
        if (text === null) return false
        if (part === 'size') size(text)
        else if (part === 'gap' && text === '') part = 'size'
        else if (part === 'gap') throw new Error('the answer has a malformed chunk')
        else if (lastLines(text)) {
          if (held.length > 0) throw new Error('the answer is longer than it says')
          return true
        }
      }
      return false
    },
    mayEndHere: () => false,
    bytes: store.bytes,
  }
}
