import { isBlankRow, type CellMark, type SourceRow } from '#core/model/source.ts'
import { fileLimits } from '../source-file/read-options.ts'
import type { CellRange } from './cell-range.ts'
import { damaged } from './refusal.ts'

export type MergeRule = 'first' | 'fill'

interface ActiveMerge {
  readonly range: CellRange
  text: string
  mark: CellMark | undefined
}

/**
 * Rows, in order, to rows in which merged cells count by the rule: what a covered cell holds itself is hidden from the operator
 * and never read. `fill` repeats the text only in rows that hold something of their own: a row that is nothing but covered
 * cells is the lower part of the row above and no second record.
 */
export function newMergeRule(merges: readonly CellRange[], rule: MergeRule): (row: SourceRow) => SourceRow {
  const waiting = sortMerges(merges)
  const active: (ActiveMerge | undefined)[] = []
  let next = 0
  return (row) => {
    for (let merge = waiting[next]; merge !== undefined && merge.firstRow <= row.row; merge = waiting[next]) {
      const begun = { range: merge, text: '', mark: undefined }
      for (let column = merge.firstColumn; column <= Math.min(merge.lastColumn, fileLimits.columns - 1); column++) active[column] = begun
      next += 1
    }
    return active.length === 0 ? row : applyMerges(row, active, rule)
  }
}

function applyMerges(row: SourceRow, active: (ActiveMerge | undefined)[], rule: MergeRule): SourceRow {
  const cells = [...row.cells]
  const marks: Record<number, CellMark> = { ...row.marks }
  const covered: [column: number, merge: ActiveMerge][] = []
  for (let column = 0; column < active.length; column++) {
    const merge = active[column]
    if (merge === undefined || merge.range.lastRow < row.row) continue
    if (merge.range.firstRow === row.row && merge.range.firstColumn === column) {
      merge.text = cells[column] ?? ''
      merge.mark = row.marks?.[column]
    } else {
      covered.push([column, merge])
      if (column < cells.length) cells[column] = ''
      delete marks[column]
    }
  }
  if (rule === 'fill' && !isBlankRow({ row: row.row, cells })) {
    for (const [column, { text, mark }] of covered) {
      if (text === '' && mark === undefined) continue
      while (cells.length <= column) cells.push('')
      cells[column] = text
      if (mark !== undefined) marks[column] = mark
    }
  }
  const end = cells.findLastIndex((cell, column) => cell !== '' || marks[column] !== undefined) + 1
  const kept = cells.slice(0, end)
  return Object.keys(marks).length === 0 ? { row: row.row, cells: kept } : { row: row.row, cells: kept, marks }
}

/** By their first row. Two that overlap are damage, as for Excel. */
export function sortMerges(merges: readonly CellRange[]): readonly CellRange[] {
  const sorted = merges.toSorted((a, b) => a.firstRow - b.firstRow)
  const takenTo = new Uint32Array(fileLimits.columns)
  for (const { firstRow, lastRow, firstColumn, lastColumn } of sorted) {
    for (let column = firstColumn; column <= Math.min(lastColumn, fileLimits.columns - 1); column++) {
      if ((takenTo[column] ?? 0) >= firstRow) throw damaged('merged cells overlap')
      takenTo[column] = lastRow
    }
  }
  return sorted
}
