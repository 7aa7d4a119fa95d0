import type { RowView } from '../../app/views.ts'
import type { GridRow } from '../../ui/grid/grid-types.ts'
import { toLine } from '../row-line.tsx'
import type { ColumnOrder } from './column-order.ts'

interface Shown {
  readonly order: ColumnOrder
  readonly isSent: boolean
}

// Made once for each row and way of showing it: the grid's lines are memoised.
const known = new WeakMap<RowView, Shown & { readonly line: GridRow }>()

/** A row with its columns in the order of the screen; with the values that are sent instead of its texts, if that is wished. */
export function shownLine(row: RowView, { order, isSent }: Shown): GridRow {
  const before = known.get(row)
  if (before !== undefined && before.order === order && before.isSent === isSent) return before.line
  const line = toLine(row)
  const placeOf = new Map(order.columns.map((column, place) => [column, place]))
  const shown: GridRow = {
    ...line, cells: order.columns.map((column) => line.cells[column] ?? ''),
    marks: new Map([...line.marks].map(([column, mark]) => [placeOf.get(column) ?? -1, mark])),
    edited: new Set([...line.edited].map((column) => placeOf.get(column) ?? -1)),
    ...(isSent ? { shown: new Map(row.sent.map(({ column, text }) => [placeOf.get(column) ?? -1, text])) } : {}),
  }
  known.set(row, { order, isSent, line: shown })
  return shown
}
