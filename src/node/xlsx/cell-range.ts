import { columnLetters } from '#core/model/place.ts'
import { sheetLimits } from './limits.ts'

/** A rectangle of cells, both ends included. Rows from 1, columns from 0. */
export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** `A1:C3` or `A1` as Excel writes it in a file; null when it is neither or lies outside the sheet. */
export function readRange(reference: string): CellRange | null {
  const parts = /^([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?$/.exec(reference)
  if (parts === null) return null
  const [, left = '', top = '', right = left, bottom = top] = parts
  const range = { firstRow: Number(top), lastRow: Number(bottom), firstColumn: columnIndex(left), lastColumn: columnIndex(right) }
  const isInside = range.firstRow <= range.lastRow && range.firstColumn <= range.lastColumn && range.lastRow <= sheetLimits.rows && range.lastColumn < sheetLimits.columns
  return isInside ? range : null
}

export function rangeText({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  return `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`
}

function columnIndex(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
