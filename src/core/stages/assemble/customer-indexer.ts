// Tells of each row whose it is, in one pass over the rows in file order. Nothing is kept of a row but what the tallies count.
import { ownCopy } from '#core/model/own-copy.ts'
import { isBlankRow } from '#core/model/source.ts'
import type { SourceRow } from '#core/model/source.ts'
import type { FillRule } from './fill-rules.ts'
import { newFillTally } from './fill-tally.ts'
import type { FillTally, TableFill } from './fill-tally.ts'

export interface IndexerInput {
  /** Of `describeFills`: one for each table. */
  readonly fills: readonly FillRule[]
  /** Reads the key cell only: cheap. */
  readonly keyOf: (row: SourceRow, table: number) => string
}

export interface CustomerIndexer {
  /**
   * The number of the customer whose row this is: numbers count from 0 in the order of first rows, so a number never seen before is
   * the next one. -1 for a blank row. Table after table, rows in file order, as they stand after the operator's edits.
   */
  readonly push: (row: SourceRow, table: number) => number
  readonly finish: () => IndexedKeys
}

export interface IndexedKeys {
  /** Trimmed account numbers by customer number; '' for a customer without one. */
  readonly keys: readonly string[]
  /** One for each table: which rows were taken for rows of the customer above them. */
  readonly fills: readonly TableFill[]
}

/**
 * Groups rows by account number, whatever their order; white space around a key never counts. A row without one that leaves its
 * parents' cells empty as well belongs to the row above it (decision 13). One with cells of its own customer is a customer of its own.
 */
export function newCustomerIndexer({ fills: rules, keyOf }: IndexerInput): CustomerIndexer {
  const keys: string[] = []
  const byKey = new Map<string, number>()
  /** By customer: the table that its last row with a key stands in. */
  const lastTable: number[] = []
  const tallies = rules.map(newFillTally)
  let tally: FillTally | undefined
  let current = -1
  let above = -1
  const start = (key: string, table: number): number => {
    keys.push(key)
    lastTable.push(table)
    return keys.length - 1
  }
  const customerOf = (row: SourceRow, table: number): number => {
    const key = keyOf(row, table).trim()
    if (key === '') {
      const found = tally?.keyless(row, above >= 0)
      if (found === 'continues') return above
      const alone = start('', table)
      if (found !== 'says-nothing') above = alone
      return alone
    }
    const known = byKey.get(key)
    tally?.keyed(row, known !== undefined && lastTable[known] === table)
    if (known === undefined) {
      above = start(ownCopy(key), table)
      byKey.set(keys[above] ?? key, above)
    } else {
      lastTable[known] = table
      above = known
    }
    return above
  }
  return {
    push: (row, table) => {
      if (table !== current) {
        current = table
        above = -1
        tally = tallies[table]
      }
      if (isBlankRow(row)) return -1
      return customerOf(row, table)
    },
    finish: () => ({ keys, fills: tallies.map((one) => one.finish()) }),
  }
}
