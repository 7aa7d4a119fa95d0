import type { RowPlace } from '#core/model/place.ts'
import { isBlankRow } from '#core/model/source.ts'
import type { SourceRow } from '#core/model/source.ts'

/** A row by its position, so that the group of a large file costs a few bytes for each row. */
export interface RowRef extends RowPlace {
  /** Position in the table's rows, from 0. */
  readonly index: number
}

/** All rows of one account number, in file order. */
export interface CustomerRows {
  /** Trimmed account number; '' for a row without one, which is then a group of its own. */
  readonly key: string
  readonly rows: readonly RowRef[]
}

export interface CustomerIndex {
  /** In file order of their first row, over all tables. */
  readonly customers: readonly CustomerRows[]
  readonly blank: readonly RowRef[]
}

export interface IndexInput {
  readonly tables: readonly { readonly rows: { readonly length: number } }[]
  /** The row as it stands after the operator's edits. */
  readonly rowAt: (table: number, index: number) => SourceRow
  /** Reads the key cell only: cheap. */
  readonly keyOf: (row: SourceRow, table: number) => string
}

/** Groups the rows by account number, whatever their order. White space around a key never counts. */
export function indexCustomers(input: IndexInput): CustomerIndex {
  const customers: { key: string; rows: RowRef[] }[] = []
  const byKey = new Map<string, { key: string; rows: RowRef[] }>()
  const blank: RowRef[] = []
  input.tables.forEach(({ rows }, table) => {
    for (let index = 0; index < rows.length; index++) {
      const row = input.rowAt(table, index)
      const ref = { table, row: row.row, index }
      if (isBlankRow(row)) {
        blank.push(ref)
        continue
      }
      const key = input.keyOf(row, table).trim()
      const group = key === '' ? undefined : byKey.get(key)
      if (group !== undefined) {
        group.rows.push(ref)
        continue
      }
      const created = { key, rows: [ref] }
      customers.push(created)
      if (key !== '') byKey.set(key, created)
    }
  })
  return { customers, blank }
}
