import type { Issue } from '#core/model/issue.ts'
import type { Source } from '#core/model/source.ts'
import { describeFills, doubtsOf, fillIssues, newCustomerIndexer, type Checker, type Group, type IndexedKeys, type PrepareInput, type TableFill } from '#core/pipeline.ts'
import { pause } from './pause.ts'

/** Whose row is which, in a few bytes for each row. Rows are counted through all tables. */
export interface FileIndex {
  /** Account numbers by customer, in file order of their first row; '' for a customer without one. */
  readonly keys: readonly string[]
  /** Customer of each row; -1 for a blank one. */
  readonly customerOf: Int32Array
  /** Rows by customer, in file order; those of customer n begin at `starts[n]`. */
  readonly rows: Int32Array
  readonly starts: Int32Array
  /** First row of each table, and behind the last one their sum. */
  readonly offsets: readonly number[]
  /** What the tables say about rows without an account number. */
  readonly issues: readonly Issue[]
  readonly fills: readonly TableFill[]
  /** By table, what is in doubt about them. */
  readonly doubts: NonNullable<Group['doubts']>
}

/** Of each row its customer; -1 for a blank one. */
export interface RowOwners extends IndexedKeys {
  readonly customerOf: Int32Array
}

/** `known`: owners that were told while the rows came by, of all rows or of none of use. */
export async function indexFile(input: PrepareInput, checker: Checker, { isStale, known }: Indexing): Promise<FileIndex> {
  const { tables } = input.source
  const offsets = offsetsOf(input.source)
  const isWhole = known !== undefined && known !== null && known.customerOf.length === offsets.at(-1)
  const { keys, fills, customerOf } = isWhole ? known : await tellOwners(input, checker, { offsets, isStale })
  return { keys, customerOf, offsets, fills, issues: fillIssues(fills, tables), doubts: doubtsOf(fills), ...sortByCustomer(customerOf, keys.length) }
}

export interface Indexing {
  readonly isStale: () => boolean
  readonly known?: RowOwners | null
}

/** Reads every row once, in order. */
async function tellOwners({ source, mapping }: PrepareInput, { rowAt, reader }: Checker, { offsets, isStale }: Pick<FileIndex, 'offsets'> & Pick<Indexing, 'isStale'>): Promise<RowOwners> {
  const indexer = newCustomerIndexer({ fills: describeFills(mapping), keyOf: reader.keyOf })
  const customerOf = new Int32Array(offsets.at(-1) ?? 0)
  for (const [table, { rows }] of source.tables.entries()) {
    const offset = offsets[table] ?? 0
    for (let index = 0; index < rows.length; index++) {
      if (index % 2048 === 2047) {
        await pause()
        if (isStale()) break
      }
      customerOf[offset + index] = indexer.push(rowAt(table, index), table)
    }
  }
  return { ...indexer.finish(), customerOf }
}

function offsetsOf({ tables }: Source): readonly number[] {
  const offsets = [0]
  for (const { rows } of tables) offsets.push((offsets.at(-1) ?? 0) + rows.length)
  return offsets
}

/** Counting sort: keeps the file's order within a customer. */
export function sortByCustomer(customerOf: Int32Array, customers: number): Pick<FileIndex, 'rows' | 'starts'> {
  const starts = new Int32Array(customers + 1)
  for (const customer of customerOf) if (customer >= 0) starts[customer + 1] = (starts[customer + 1] ?? 0) + 1
  for (let customer = 0; customer < customers; customer++) starts[customer + 1] = (starts[customer + 1] ?? 0) + (starts[customer] ?? 0)
  const rows = new Int32Array(starts[customers] ?? 0)
  const next = starts.slice()
  for (let row = 0; row < customerOf.length; row++) {
    const customer = customerOf[row] ?? -1
    if (customer < 0) continue
    const at = next[customer] ?? 0
    rows[at] = row
    next[customer] = at + 1
  }
  return { rows, starts }
}

/** The table of a row counted through all tables, and its position there. */
export function placeOf({ offsets }: Pick<FileIndex, 'offsets'>, row: number): { readonly table: number; readonly index: number } {
  let table = 0
  while (row >= (offsets[table + 1] ?? Infinity)) table += 1
  return { table, index: row - (offsets[table] ?? 0) }
}
