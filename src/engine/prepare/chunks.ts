import type { Issue } from '#core/model/issue.ts'
import { chunkCustomers, type Chunk } from './check-chunk.ts'
import type { FileIndex } from './index-file.ts'

/** All customers of a file that are not checked yet, some hundred at a time. */
export function* chunksOf(index: FileIndex, similar: ReadonlyMap<number, Issue>, isChecked: (first: number) => boolean): Generator<Chunk> {
  for (let first = 0; first < index.keys.length; first += chunkCustomers) if (!isChecked(first)) yield chunkAt(index, similar, first)
}

export function chunkAt(index: FileIndex, similar: ReadonlyMap<number, Issue>, first: number): Chunk {
  const end = Math.min(first + chunkCustomers, index.keys.length)
  const from = index.starts[first] ?? 0
  const own = new Map<number, Issue>()
  for (let customer = first; similar.size > 0 && customer < end; customer++) {
    const found = similar.get(customer)
    if (found !== undefined) own.set(customer, found)
  }
  return {
    first, keys: index.keys.slice(first, end), offsets: index.offsets, similar: own, doubts: index.doubts,
    rows: index.rows.slice(from, index.starts[end]), starts: index.starts.slice(first, end + 1).map((start) => start - from),
  }
}
