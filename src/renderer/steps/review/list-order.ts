import type { RowFilter } from '../../app/views.ts'
import type { SortWish } from '../../ui/grid/grid-types.ts'

/** The same wish a second time takes the order back; a new one is a new turn, and sorts the rows as they are by then. */
export function orderedBy(filter: RowFilter, { column, descending }: SortWish, turn: number): RowFilter {
  const { order, ...rest } = filter
  const isSame = order?.column === column && order.descending === descending
  return isSame ? rest : { ...rest, order: { column, descending, turn } }
}
