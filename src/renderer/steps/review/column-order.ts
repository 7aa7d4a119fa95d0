import type { MappingView } from '../../app/views.ts'

type Columns = MappingView['tables'][number]['columns']

/** In which order the columns of a table are shown, and how many of them stay in sight: the account number stands first. */
export interface ColumnOrder {
  /** Column of the file by its place on the screen. */
  readonly columns: readonly number[]
  readonly frozen: number
}

export function columnOrder(count: number, matches: Columns | undefined): ColumnOrder {
  const all = Array.from({ length: count }, (_, column) => column)
  const key = matches?.find(({ accepted, target }) => accepted && target === 'customer.customerAccountNumber')?.column
  if (key === undefined || key >= count) return { columns: all, frozen: 0 }
  return { columns: [key, ...all.filter((column) => column !== key)], frozen: 1 }
}
