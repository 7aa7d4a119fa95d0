import type { CellMark, SourceRow } from '#core/model/source.ts'
import { fileLimits } from '../source-file/read-options.ts'
import type { CellValue } from './cell-value.ts'
import { sheetLimits } from './limits.ts'
import { damaged, tooLarge } from './refusal.ts'

export interface RowBuilder {
  startRow(reference: string | undefined): void
  /** At this column, or at the one behind the last cell. */
  startCell(column: number | undefined): void
  setCell(value: CellValue): void
  /** Of the cell at hand. */
  row(): number
  column(): number
  finishRow(): SourceRow
}

/**
 * Puts cells where they belong in their row. Rows and cells need not say where they stand: then they follow the one before.
 * Two cells in one place are damage: nobody could say which of them counts.
 */
export function newRowBuilder(): RowBuilder {
  let row = 0
  let column = -1
  /** Which row last had a cell in each column: told apart by a count, because two rows may claim one number. */
  const seen = new Uint32Array(sheetLimits.columns)
  let count = 0
  /** Used for one row after the other: an array that grows cell by cell is copied several times. */
  const cells: string[] = []
  let width = 0
  let marks: Record<number, CellMark> | null = null

  return {
    startRow(reference) {
      row = reference === undefined ? row + 1 : rowNumber(reference)
      if (row < 1 || row > sheetLimits.rows) throw damaged('a row has an impossible number')
      column = -1
      count += 1
      width = 0
      marks = null
    },
    row: () => row,
    column: () => column,
    startCell(at) {
      column = at ?? column + 1
      if (column >= sheetLimits.columns) throw damaged('a cell has an impossible place')
      if (seen[column] === count) throw damaged('a cell is there twice')
      seen[column] = count
    },
    setCell({ text, mark }) {
      if (text === '' && mark === null) return
      if (column >= fileLimits.columns) throw tooLarge(`it uses more than ${fileLimits.columns} columns`)
      while (width < column) cells[width++] = ''
      cells[column] = text
      if (column >= width) width = column + 1
      if (mark !== null) (marks ??= {})[column] = mark
    },
    finishRow() {
      const own = cells.slice(0, width)
      return marks === null ? { row, cells: own } : { row, cells: own, marks }
    },
  }
}

function rowNumber(reference: string): number {
  return /^\d{1,7}$/.test(reference) ? Number(reference) : 0
}

/** Column index from 0 of a reference such as `AB12`, which must be in the row at hand. */
export function cellColumn(reference: string, row: number): number {
  const rowText = String(row)
  let column = 0
  let at = 0
  for (; at < 3; at += 1) {
    const code = reference.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (at === 0 || reference.length !== at + rowText.length || !reference.endsWith(rowText)) throw damaged('a cell has an impossible place')
  return column - 1
}
