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

export interface Plan {
  /** sha256 over all steps in canonical order: same file, same mapping, same hash, in the window and on the command line. */
  readonly hash: string
  /** Sorted by account number (by code unit). */
  readonly units: readonly PlanUnit[]
  readonly counts: { readonly createCustomer: number; readonly createSite: number; readonly customers: number; readonly sites: number; readonly contacts: number }
}
