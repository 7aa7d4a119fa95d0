import type { CustomerSummary, PreparedCounts, RowBucket } from '#core/model/prepared.ts'
import type { Checker, Group } from '#core/pipeline.ts'

/** A customer with its rows and where it stands. */
export interface CountedCustomer {
  readonly group: Group
  readonly bucket: RowBucket
  readonly summary: Pick<CustomerSummary, 'sites' | 'contacts'>
}

/** Customers to be taken out of the counts, or put in. */
export interface CountChange {
  readonly sign: 1 | -1
  readonly customers: readonly CountedCustomer[]
  /** Knows which of their rows are left out. */
  readonly checker: Checker
  /** Rows of nobody. */
  readonly blank: number
}

/** Customers that were left out as a whole are listed, but are none of this import. */
export function countCustomers(counts: PreparedCounts, changes: readonly CountChange[]): PreparedCounts {
  const rowsByBucket = { ...counts.rowsByBucket }
  const sums = { ...counts }
  for (const { sign, customers, checker, blank } of changes) {
    rowsByBucket.blank += sign * blank
    for (const { group, bucket, summary } of customers) {
      for (const { table, index } of group.rows) {
        const isOut = checker.hasExcluded && checker.isExcluded({ table, row: checker.rowAt(table, index).row })
        rowsByBucket[isOut ? 'excluded' : bucket] += sign
      }
      if (bucket === 'excluded') continue
      sums.customers += sign
      sums.sites += sign * summary.sites
      sums.contacts += sign * summary.contacts
      if (bucket === 'ready') sums.customersReady += sign
      else if (bucket === 'held') sums.customersHeld += sign
      else sums.customersExisting += sign
    }
  }
  return { ...sums, rowsByBucket }
}
