import { isBlankRow, type SourceRow } from '#core/model/source.ts'
import { damaged } from './refusal.ts'

/** A row as the file has it, and whether the sheet shows it. */
export interface SheetRow {
  readonly row: SourceRow
  readonly isHidden: boolean
}
export type TakeRow = (row: SourceRow, isHidden: boolean) => void

export interface RowFlow {
  readonly take: TakeRow
  /** A row came after a later one. What was emitted is worth nothing then: the rows must be read again and sorted. */
  readonly isOutOfOrder: () => boolean
}

const none: readonly string[] = []

/** Rows as a file has them to rows as a sheet shows them: those left out between others are blank, blank ones at the end are none. */
export function newRowFlow(emit: TakeRow): RowFlow {
  let last = 0
  let emitted = 0
  let outOfOrder = false
  return {
    take(row, isHidden) {
      if (row.row === last) throw damaged('a row is there twice')
      if (row.row < last) outOfOrder = true
      if (outOfOrder) return
      last = row.row
      if (row.cells.length === 0 || (row.marks === undefined && isBlankRow(row))) return
      while (emitted + 1 < row.row) {
        emitted += 1
        emit({ row: emitted, cells: none }, false)
      }
      emitted = row.row
      emit(row, isHidden)
    },
    isOutOfOrder: () => outOfOrder,
  }
}

/** Keeps all rows and emits them in order: for the rare file that has them in another one. */
export function newSortedFlow(emit: TakeRow): { readonly take: TakeRow; finish(): void } {
  const rows: SheetRow[] = []
  return {
    take: (row, isHidden) => { rows.push({ row, isHidden }) },
    finish() {
      const flow = newRowFlow(emit)
      for (const { row, isHidden } of rows.toSorted((a, b) => a.row.row - b.row.row)) flow.take(row, isHidden)
    },
  }
}
