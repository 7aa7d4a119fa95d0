import type { ColumnView } from '../../app/views.ts'
import { openValues } from './value-state.ts'

export type ColumnStatus = 'question' | 'unmatched' | 'matched' | 'left-out'

/** How sure the field of a column is; what else is open about the column has a place of its own. */
export function fieldStatusOf({ target, accepted }: Pick<ColumnView, 'target' | 'accepted'>): ColumnStatus {
  if (target !== null) return accepted ? 'matched' : 'question'
  return accepted ? 'left-out' : 'unmatched'
}

/**
 * A proposal waits for an answer, and so do a matched column's open readings and values; a column without a field is unmatched until
 * the operator leaves it out or gives it one.
 */
export function statusOf(column: ColumnView): ColumnStatus {
  const status = fieldStatusOf(column)
  return status === 'matched' && (column.question !== null || openValues(column) > 0) ? 'question' : status
}

const order: Readonly<Record<ColumnStatus, number>> = { question: 0, unmatched: 1, matched: 2, 'left-out': 3 }

export interface PlacedColumn { readonly table: number; readonly column: number }

/** Questions first, then in file order. Made once when the step opens: an answered question keeps its place. */
export function orderColumns(tables: readonly { readonly columns: readonly ColumnView[] }[]): readonly PlacedColumn[] {
  const all = tables.flatMap((table, index) => table.columns.map((column) => ({ table: index, column: column.column, rank: order[statusOf(column)] })))
  return all.toSorted((a, b) => a.rank - b.rank || a.table - b.table || a.column - b.column).map(({ table, column }) => ({ table, column }))
}
