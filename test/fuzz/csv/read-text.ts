import { newDelimitedReader, type ReadingStop } from '#core/stages/parse/read-delimited.ts'
import type { Dialect } from '#core/stages/parse/dialect.ts'

/** What our reader made of a text. */
export interface OurReading {
  readonly records: readonly (readonly string[])[]
  /** It refused to go on, or said of a record that it cannot be cut with certainty. */
  readonly stop: ReadingStop | null
  readonly isReported: boolean
}

/** Reads it in pieces of that many characters: no difference in the answer is allowed between sizes. */
export function readInPieces(text: string, dialect: Dialect, size: number): OurReading {
  return read(dialect, (push) => {
    for (let at = 0; at < text.length; at += size) {
      const stop = push(text.slice(at, at + size))
      if (stop !== null) return stop
    }
    return null
  })
}

/** As it comes from a file: bytes in pieces that cut characters in two, decoded as a stream. */
export function readBytesInPieces(bytes: Uint8Array, { encoding, size }: { readonly encoding: string; readonly size: number }, dialect: Dialect): OurReading {
  const decoder = new TextDecoder(encoding)
  return read(dialect, (push) => {
    for (let at = 0; at < bytes.length; at += size) {
      const stop = push(decoder.decode(bytes.subarray(at, at + size), { stream: true }))
      if (stop !== null) return stop
    }
    return push(decoder.decode())
  })
}

function read(dialect: Dialect, feed: (push: (text: string) => ReadingStop | null) => ReadingStop | null): OurReading {
  const records: (readonly string[])[] = []
  let isMalformed = false
  const reader = newDelimitedReader({
    dialect,
    onRecord: ({ row, cells }, remark) => {
      if (row !== records.length + 1) throw new Error(`Row ${row} came after ${records.length} rows`)
      records.push(cells)
      isMalformed ||= remark?.strayQuote === true
    },
  })
  const stop = feed((text) => reader.push(text)) ?? reader.finish()
  return { records, stop, isReported: isMalformed || stop !== null }
}
