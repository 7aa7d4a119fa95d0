import type { Issue } from './issue.ts'
import type { RowPlace } from './place.ts'
import type { Plan } from './plan.ts'

/**
 * Where a source row ends before anything is sent; each row in exactly one bucket.
 * ready: its customer will be created · held: its customer (or the row itself) has errors · existing: skipped by choice, the
 * server has it · excluded: left out by the operator · blank: nothing in it.
 */
export type RowBucket = 'ready' | 'held' | 'existing' | 'excluded' | 'blank'

export interface LedgerRow extends RowPlace {
  readonly bucket: RowBucket
  /** Account number; null for blank and keyless rows. */
  readonly customer: string | null
}

/** A customer as the list shows it; the whole draft is made again on demand, so that a large file stays small in memory. */
export interface CustomerSummary {
  /** Account number; '' for a keyless row. */
  readonly key: string
  readonly name: string
  /** Decimal text; absent where it is missing or cannot be read. The target is asked by it whether it has the customer. */
  readonly contractOwnerId?: string
  readonly bucket: Exclude<RowBucket, 'blank'>
  readonly rows: readonly RowPlace[]
  readonly sites: number
  readonly contacts: number
  readonly errors: number
  readonly warnings: number
}

/** Everything known after the pure stages: what the dry run shows and the import sends. */
export interface Prepared {
  /** In file order of their first row. */
  readonly customers: readonly CustomerSummary[]
  /** In file order; issues of the whole file first. */
  readonly issues: readonly Issue[]
  /** Every row after the header, in file order. */
  readonly ledger: readonly LedgerRow[]
  readonly plan: Plan
  readonly counts: PreparedCounts
}

export interface PreparedCounts {
  readonly rows: number
  readonly rowsByBucket: Readonly<Record<RowBucket, number>>
  readonly customers: number
  readonly customersReady: number
  readonly customersHeld: number
  readonly customersExisting: number
  readonly sites: number
  readonly contacts: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}
