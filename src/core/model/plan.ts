import type { RowPlace } from './place.ts'

/**
 * One request of the dry run. The body is frozen text; for a dependent site the two ids that only exist after the first answer
 * stand in it as `0` and are filled from `fill` at sending time, nothing else may change.
 */
export interface PlanStep {
  /** Stable within the plan: `customer:ACC1` or `site:ACC1/SITE2`. */
  readonly key: string
  readonly kind: 'create-customer' | 'create-site'
  readonly path: '/customers' | '/sites'
  readonly body: string
  /** Only for `create-site`: the reference of the receiving site (null: the site has its own details, sent alone by size). */
  readonly receivingSite: string | null
}

/** A customer with everything that hangs on it: the unit that succeeds or fails together. */
export interface PlanUnit {
  readonly customer: string
  readonly customerName: string
  /** As decimal text; look-ups are scoped by it. */
  readonly contractOwnerId: string
  /** Site references in the first body and in the later steps. */
  readonly siteReferences: readonly string[]
  /** The first creates the customer, the rest add sites to it. */
  readonly steps: readonly PlanStep[]
  readonly rows: readonly RowPlace[]
}

/** What was approved, without the requests themselves: a large plan's are made again when they are frozen, and compared. */
export interface PlanSummary {
  /**
   * sha256 over the account numbers and the hashes of their requests, in the order of the account numbers: same file, same mapping,
   * same hash, in the window and on the command line, whatever the order of rows.
   */
  readonly hash: string
  readonly counts: PlanCounts
}

export interface PlanCounts {
  readonly createCustomer: number
  readonly createSite: number
  readonly customers: number
  readonly sites: number
  readonly contacts: number
}

export interface Plan extends PlanSummary {
  /** Sorted by account number (by code unit). */
  readonly units: readonly PlanUnit[]
}
