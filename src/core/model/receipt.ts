/**
 * How one customer ended, from the journal.
 * created: there with all its sites · existing: it was there before us, identical look-up key, not touched · rejected: the server
 * refused it, nothing created · incomplete: created, but a later site was refused · unknown: sent, and what became of it could not
 * be established; never re-sent blindly · duplicate: the server has it, or one of its sites, more than once · not-sent: cancelled or
 * stopped before.
 */
export type UnitOutcome = 'created' | 'existing' | 'rejected' | 'incomplete' | 'unknown' | 'duplicate' | 'not-sent'

export interface UnitReceipt {
  readonly customer: string
  readonly outcome: UnitOutcome
  readonly customerId: string | null
  /** Site reference to server id, as far as known. */
  readonly siteIds: Readonly<Record<string, string>>
  /** Plain sentence for the operator; null when created. */
  readonly reason: string | null
  /** Requests that may have had an effect. */
  readonly attempts: number
}
