import type { Cursor } from './move-cursor.ts'

/** Cells of a grid from one corner to the other, both included. */
export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/**
 * What is selected beside the cell that the keyboard is in: `far` is the corner that moves with Shift. `whole` widens it to columns or rows
 * from end to end, which then grow with the list.
 */
export interface Selection {
  readonly far: Cursor | null
  readonly whole: 'cells' | 'columns' | 'rows' | 'all'
}

export const oneCell: Selection = { far: null, whole: 'cells' }

export function rangeOf(cursor: Cursor, { far, whole }: Selection, { rows, columns }: { readonly rows: number; readonly columns: number }): CellRange {
  const other = far ?? cursor
  const isTall = whole === 'columns' || whole === 'all'
  const isWide = whole === 'rows' || whole === 'all'
  return {
    firstRow: isTall ? 0 : Math.min(cursor.row, other.row), lastRow: isTall ? rows - 1 : Math.min(rows - 1, Math.max(cursor.row, other.row)),
    firstColumn: isWide ? 0 : Math.min(cursor.column, other.column), lastColumn: isWide ? columns - 1 : Math.min(columns - 1, Math.max(cursor.column, other.column)),
  }
}

export function sizeOf({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): { readonly rows: number; readonly columns: number; readonly cells: number } {
  const rows = Math.max(0, lastRow - firstRow + 1)
  const columns = Math.max(0, lastColumn - firstColumn + 1)
  return { rows, columns, cells: rows * columns }
}

/** What a key that selects makes of it; null for any other key. */
export function selectByKey({ key, ctrl, shift }: { readonly key: string; readonly ctrl: boolean; readonly shift: boolean }, selection: Selection): Selection | null {
  if (key === ' ' && ctrl && shift) return { ...selection, whole: 'all' }
  if (key === ' ' && ctrl) return { ...selection, whole: 'columns' }
  if (key === ' ' && shift) return { ...selection, whole: 'rows' }
  return key.toLowerCase() === 'a' && ctrl ? { far: null, whole: 'all' } : null
}
