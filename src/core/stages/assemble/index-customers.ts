import type { Mapping } from '#core/model/mapping.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { SourceRow } from '#core/model/source.ts'
import { newCustomerIndexer } from './customer-indexer.ts'
import { describeFills } from './fill-rules.ts'
import type { TableFill } from './fill-tally.ts'

/** A row by its position, so that the group of a large file costs a few bytes for each row. */
export interface RowRef extends RowPlace {
  /** Position in the table's rows, from 0. */
  readonly index: number
}

/** All rows of one account number, in file order. */
export interface CustomerRows {
  /** Trimmed account number; '' for a row without one, which is then a group of its own with the rows that continue it. */
  readonly key: string
  readonly rows: readonly RowRef[]
}

export interface CustomerIndex {
  /** In file order of their first row, over all tables. */
  readonly customers: readonly CustomerRows[]
  readonly blank: readonly RowRef[]
  /** One for each table. */
  readonly fills: readonly TableFill[]
}

export interface IndexInput {
  readonly tables: readonly { readonly rows: { readonly length: number } }[]
  readonly mapping: Mapping
  /** The row as it stands after the operator's edits. */
  readonly rowAt: (table: number, index: number) => SourceRow
  /** Reads the key cell only: cheap. */
  readonly keyOf: (row: SourceRow, table: number) => string
}

/** Groups the rows by customer, whatever their order: all groups in memory. Large files use the indexer and keep them elsewhere. */
export function indexCustomers({ tables, mapping, rowAt, keyOf }: IndexInput): CustomerIndex {
  const indexer = newCustomerIndexer({ fills: describeFills(mapping), keyOf })
  const groups: RowRef[][] = []
  const blank: RowRef[] = []
  tables.forEach(({ rows }, table) => {
    for (let index = 0; index < rows.length; index++) {
      const row = rowAt(table, index)
      const customer = indexer.push(row, table)
      const ref = { table, row: row.row, index }
      if (customer < 0) blank.push(ref)
      else if (customer === groups.length) groups.push([ref])
      else groups[customer]?.push(ref)
    }
  })
  const { keys, fills } = indexer.finish()
  return { customers: groups.map((rows, customer) => ({ key: keys[customer] ?? '', rows })), blank, fills }
}
