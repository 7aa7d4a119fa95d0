import { closeSync, openSync, readSync } from 'node:fs'
import { writeAll } from './write-all.ts'

/** Numbered texts in a file of their own, written in any order. */
export interface TextBlocks {
  write(block: number, text: string): void
  /** '' for a block that was not written. */
  read(block: number): string
  close(): void
}

export function newTextBlocks(path: string): TextBlocks {
  const fd = openSync(path, 'wx+', 0o600)
  const places = new Map<number, { readonly from: number; readonly length: number }>()
  let end = 0
  return {
    write(block, text) {
      const bytes = Buffer.from(text)
      writeAll(fd, bytes, end)
      places.set(block, { from: end, length: bytes.length })
      end += bytes.length
    },
    read(block) {
      const place = places.get(block)
      if (place === undefined) return ''
      const bytes = Buffer.allocUnsafe(place.length)
      if (readSync(fd, bytes, 0, place.length, place.from) !== place.length) throw new Error('A staging file is shorter than it was')
      return bytes.toString()
    },
    close: () => closeSync(fd),
  }
}
