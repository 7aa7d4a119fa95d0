import type { SourceRow } from '#core/model/source.ts'
import { rangeText, type CellRange } from './cell-range.ts'
import { Refusal } from './refusal.ts'

/** The smallest rectangle around every cell that holds something. */
export interface UsedRange {
  note(row: SourceRow): void
  range(): CellRange
}

export function newUsedRange(): UsedRange {
  let firstRow = 0
  let lastRow = 0
  let firstColumn = Number.POSITIVE_INFINITY
  let lastColumn = 0
  return {
    note({ row, cells }) {
      if (cells.length === 0) return
      if (firstRow === 0) firstRow = row
      lastRow = row
      let first = 0
      while (first < firstColumn && cells[first] === '') first++
      if (first < firstColumn) firstColumn = first
      if (cells.length - 1 > lastColumn) lastColumn = cells.length - 1
    },
    range: () => ({ firstRow, lastRow, firstColumn: Math.min(firstColumn, lastColumn), lastColumn }),
  }
}

interface Extent {
  readonly used: UsedRange
  readonly sheet: string
  readonly headerRow: number | null
}

/** One merged cell over all that the sheet holds, or a header that is one merged cell over all columns, leaves no table. */
export function refuseMergeOverAll(merges: readonly CellRange[], { used, sheet, headerRow }: Extent): void {
  const whole = used.range()
  const advice = 'Unmerge it in Excel (Home, Merge & Center), give each cell its own text, save and choose the file again.'
  const all = merges.find((merge) => spans(merge, whole) && merge.firstRow <= whole.firstRow && merge.lastRow >= whole.lastRow)
  if (all !== undefined && whole.lastRow > 0) throw new Refusal('no-header', `has no table on sheet “${sheet}”: everything there is one merged cell (${rangeText(all)}). ${advice}`)
  if (headerRow === null || whole.firstColumn === whole.lastColumn) return
  const header = merges.find((merge) => spans(merge, whole) && merge.firstRow <= headerRow && merge.lastRow >= headerRow)
  if (header !== undefined) throw new Refusal('no-header', `has no column names on sheet “${sheet}”: row ${headerRow} is one merged cell over all columns (${rangeText(header)}). ${advice}`)
}

function spans(merge: CellRange, whole: CellRange): boolean {
  return merge.firstColumn <= whole.firstColumn && merge.lastColumn >= whole.lastColumn
}
