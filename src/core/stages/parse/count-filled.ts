import type { SourceRow } from '#core/model/source.ts'

/** Cells that hold more than white space. */
export function countFilled(row: SourceRow | undefined): number {
  return row?.cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0) ?? 0
}
