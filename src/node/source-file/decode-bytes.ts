import { isAscii } from 'node:buffer'
import type { Encoding } from '#core/model/reading.ts'
import { isSingleByte, upperHalf, type SingleByteEncoding } from '#core/stages/parse/index.ts'

export interface ByteDecoder {
  /** The text of the next bytes, cut anywhere; the byte order mark is left out. */
  decode(bytes: Buffer): string
  finish(): string
}

/**
 * Bytes to text, piece by piece. Single bytes by our own tables (see `upperHalf`). UTF-8 by the platform's fast way for whole
 * characters, which keeps Western text in one byte per character: half the memory, and faster to search.
 */
export function newByteDecoder(encoding: Encoding): ByteDecoder {
  if (isSingleByte(encoding)) return { decode: (bytes) => decodeSingleBytes(bytes, encoding), finish: () => '' }
  return encoding === 'utf-8' ? newUtf8Decoder() : newWideDecoder(encoding)
}

function decodeSingleBytes(bytes: Buffer, encoding: SingleByteEncoding): string {
  const text = bytes.toString('latin1')
  if (isAscii(bytes)) return text
  const upper = upperHalf[encoding]
  return text.replace(/[\u0080-\u00ff]/g, (character) => upper[character.charCodeAt(0) - 0x80] ?? '')
}

function newUtf8Decoder(): ByteDecoder {
  let kept: Buffer = Buffer.alloc(0)
  let isStart = true
  return {
    decode(bytes) {
      if (kept.length === 0 && isAscii(bytes)) {
        isStart = false
        return bytes.toString('latin1')
      }
      const whole = kept.length === 0 ? bytes : Buffer.concat([kept, bytes])
      const end = whole.length - incompleteAtEnd(whole)
      kept = Buffer.from(whole.subarray(end))
      const text = whole.toString('utf8', 0, end)
      if (!isStart || text === '') return text
      isStart = false
      return text.startsWith('\ufeff') ? text.slice(1) : text
    },
    finish: () => kept.toString('utf8'),
  }
}

/** How many of the last bytes begin a character of UTF-8 that may go on: at most three. */
export function incompleteAtEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

function newWideDecoder(encoding: 'utf-16le' | 'utf-16be'): ByteDecoder {
  const decoder = new TextDecoder(encoding)
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), finish: () => decoder.decode() }
}
