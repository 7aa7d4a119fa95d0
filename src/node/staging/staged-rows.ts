import { closeSync, fdatasyncSync, openSync, readSync } from 'node:fs'
import type { RowList, RowSink, SourceRow } from '#core/model/source.ts'
import { newTableProfiler } from '#core/values/profile-table.ts'
import { decodeBlock, encodeBlock, readRow, type BlockKind } from './block-text.ts'
import { writeAll } from './write-all.ts'

const blockRows = 256
const kinds: readonly BlockKind[] = ['latin1', 'utf8', 'json']

/** Of a table's file: where blocks begin and end, and where each row begins in its block. Shared with other threads as it is. */
export interface StagedTable {
  readonly path: string
  readonly length: number
  /** Byte position of block n, and behind the last one the end of the file. */
  readonly blocks: Float64Array
  /** Of block n, by its position in `kinds`. */
  readonly kinds: Uint8Array
  /** Of each row, in its block. */
  readonly starts: Uint32Array
}

/** Rows of one table on their way to a file of their own. While it grows, its rows can be read already. */
export interface StagingTable extends RowSink {
  readonly rows: RowList
  /** After `finish`. */
  describe(): StagedTable
  close(): void
}

/** The file must not exist; it is made readable by its owner alone. Throws what the disk says. */
export function newStagingTable(path: string): StagingTable {
  const fd = openSync(path, 'wx+', 0o600)
  const profiler = newTableProfiler()
  const blocks: number[] = [0]
  const blockKinds: number[] = []
  let starts = new Uint32Array(blockRows * 16)
  let length = 0
  let pending: SourceRow[] = []
  function flush(): void {
    if (pending.length === 0) return
    const encoded = encodeBlock(pending)
    const from = blocks.at(-1) ?? 0
    writeAll(fd, encoded.bytes, from)
    const first = length - pending.length
    while (starts.length < length) starts = grown(starts)
    if (encoded.starts !== null) starts.set(encoded.starts, first)
    blocks.push(from + encoded.bytes.length)
    blockKinds.push(kinds.indexOf(encoded.kind))
    pending = []
  }
  const describe = (): StagedTable => ({ path, length, blocks: Float64Array.from(blocks), kinds: Uint8Array.from(blockKinds), starts: starts.slice(0, length) })
  const rows: RowList = growingRows({ fd, length: () => length, pending: () => pending, table: () => ({ path, length, blocks, kinds: blockKinds, starts }) })
  return {
    rows,
    add(row) {
      profiler.push(row.cells)
      pending.push(row)
      length += 1
      if (pending.length === blockRows) flush()
    },
    finish() {
      flush()
      fdatasyncSync(fd)
      return { rows, columns: profiler.finish() }
    },
    describe,
    close: () => closeSync(fd),
  }
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

type TableIndex = { readonly [K in keyof StagedTable]: K extends 'path' | 'length' ? StagedTable[K] : ArrayLike<number> }

function growingRows(source: { fd: number; length: () => number; pending: () => readonly SourceRow[]; table: () => TableIndex }): RowList {
  const reader = newBlockReader(source.fd, source.table)
  const at = (index: number): SourceRow | undefined => {
    const length = source.length()
    if (index < 0 || index >= length) return undefined
    const waiting = source.pending()
    const staged = length - waiting.length
    return index >= staged ? waiting[index - staged] : reader(index)
  }
  return { get length() { return source.length() }, at, [Symbol.iterator]: () => iterate(source.length, at) }
}

/** Rows that another thread or an earlier step has staged. */
export function openStagedRows(table: StagedTable): { readonly rows: RowList; close(): void } {
  const fd = openSync(table.path, 'r')
  const reader = newBlockReader(fd, () => table)
  const at = (index: number): SourceRow | undefined => (index < 0 || index >= table.length ? undefined : reader(index))
  return { rows: { length: table.length, at, [Symbol.iterator]: () => iterate(() => table.length, at) }, close: () => closeSync(fd) }
}

function* iterate(length: () => number, at: (index: number) => SourceRow | undefined): Generator<SourceRow> {
  for (let index = 0; index < length(); index++) {
    const row = at(index)
    if (row === undefined) return
    yield row
  }
}

/**
 * Reads in order block by block, and a row out of order by itself: a customer's rows most often stand together, and where they
 * do not, unpacking a block for each of them would cost a hundred times as much.
 */
function newBlockReader(fd: number, table: () => TableIndex): (index: number) => SourceRow {
  let held = -1
  let rows: readonly (string | SourceRow)[] = []
  let last = -1
  return (index) => {
    const block = Math.floor(index / blockRows)
    const inOrder = block === held || index === last + 1 || (block === held + 1 && held >= 0)
    last = index
    const { blocks, kinds: blockKinds, starts, length } = table()
    const from = blocks[block] ?? 0
    const end = blocks[block + 1] ?? from
    const kind = kinds[blockKinds[block] ?? 0] ?? 'utf8'
    if (block !== held && (inOrder || kind === 'json')) {
      rows = decodeBlock(readBytes(fd, from, end), kind)
      held = block
    }
    if (block === held) {
      const found = rows[index % blockRows]
      if (found === undefined) throw new Error(`Row ${index} was not staged`)
      return typeof found === 'string' ? readRow(found) : found
    }
    const isLast = index % blockRows === blockRows - 1 || index === length - 1
    return readRow(readBytes(fd, from + (starts[index] ?? 0), isLast ? end : from + (starts[index + 1] ?? 0) - 1).toString(kind === 'latin1' ? kind : 'utf8'))
  }
}

function readBytes(fd: number, from: number, end: number): Buffer {
  const bytes = Buffer.allocUnsafe(end - from)
  let done = 0
  while (done < bytes.length) {
    const read = readSync(fd, bytes, done, bytes.length - done, from + done)
    if (read === 0) throw new Error('A staging file is shorter than it was')
    done += read
  }
  return bytes
}
