import type { CellPlace, RowPlace } from './place.ts'

/** The texts of a row's changed cells, by column. */
export type RowEdits = ReadonlyMap<number, string>
type Block = ReadonlyMap<number, RowEdits>

/**
 * Cell texts the operator changed, as they stand at one moment: never changed itself. Rows are held in blocks by their numbers, and what a
 * change does not touch is shared by the states before and after it: with 100,000 changed cells another one costs no more than the first.
 */
export interface Edits {
  readonly size: number
  /** By table, then by block. */
  readonly tables: ReadonlyMap<number, ReadonlyMap<number, Block>>
}

export const noEdits: Edits = { size: 0, tables: new Map() }

const rowsPerBlock = 256
const blockOf = (row: number): number => Math.floor(row / rowsPerBlock)

/** Undefined where the row is as the file says. */
export function editsOfRow({ size, tables }: Edits, { table, row }: RowPlace): RowEdits | undefined {
  return size === 0 ? undefined : tables.get(table)?.get(blockOf(row))?.get(row)
}

/** Undefined where the cell is as the file says. */
export function editOf(edits: Edits, place: CellPlace): string | undefined {
  return editsOfRow(edits, place)?.get(place.column)
}

/** The state after some cells were given other texts, or (null) those of the file again. */
export function withEdits(edits: Edits, changes: Iterable<{ readonly place: CellPlace; readonly text: string | null }>): Edits {
  let { size } = edits
  const tables = new Map(edits.tables)
  // What was copied already may be written to.
  const own = new Set<object>()
  const ownCopy = <Key, Value>(map: ReadonlyMap<Key, Value> | undefined): Map<Key, Value> => {
    if (map !== undefined && own.has(map)) return map as Map<Key, Value>
    const copy = new Map(map)
    own.add(copy)
    return copy
  }
  for (const { place: { table, row, column }, text } of changes) {
    const blocks = ownCopy(tables.get(table))
    const block = ownCopy(blocks.get(blockOf(row)))
    const cells = ownCopy(block.get(row))
    size -= cells.size
    if (text === null) cells.delete(column)
    else cells.set(column, text)
    size += cells.size
    if (cells.size === 0) block.delete(row)
    else block.set(row, cells)
    if (block.size === 0) blocks.delete(blockOf(row))
    else blocks.set(blockOf(row), block)
    tables.set(table, blocks)
  }
  return { size, tables }
}

/** Rows of a table whose cells were changed in one of two states and not, or otherwise, in the other; what they share is not gone through. */
export function* differingRows(before: Edits, now: Edits, table: number): Generator<{ readonly row: number; readonly before: RowEdits | undefined; readonly now: RowEdits | undefined }> {
  for (const [earlier, later] of differing(before.tables.get(table), now.tables.get(table))) {
    for (const [beforeRow, nowRow, row] of differing(earlier, later)) yield { row, before: beforeRow, now: nowRow }
  }
}

function* differing<Value>(before: ReadonlyMap<number, Value> | undefined, now: ReadonlyMap<number, Value> | undefined): Generator<readonly [Value | undefined, Value | undefined, number]> {
  if (before === now) return
  for (const [key, value] of before ?? []) if (now?.get(key) !== value) yield [value, now?.get(key), key]
  for (const [key, value] of now ?? []) if (before?.has(key) !== true) yield [undefined, value, key]
}
