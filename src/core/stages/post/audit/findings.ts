import type { UnitOutcome, UnitReceipt } from '../../../model/receipt.ts'
import type { CustomerKey } from '../../../ports.ts'
import type { AuditSummary, EndedUnit } from '../../../ports-journal.ts'
import { coarseKey } from '../look-up.ts'

/** What is remembered of a customer between the looks. */
export interface Watched {
  readonly ordinal: number
  readonly receipt: UnitReceipt
}

/** Gathers what the looks find; one word on each customer in the end, and `duplicate` is the stronger one. */
export interface Findings {
  watch(unit: EndedUnit): void
  /** The customer that was sent under nearly this key, if any. */
  byKey(key: CustomerKey): Watched | null
  byCustomerId(id: string): Watched | null
  /** Of customers this run has created. */
  confirmedIds(): readonly string[]
  double(watched: Watched, reason: string): void
  missing(watched: Watched, reason: string): void
  /** It is there, under another key: says more than `missing`, which it replaces. */
  rekeyed(watched: Watched, reason: string): void
  changed(): Iterable<{ readonly ordinal: number; readonly before: UnitOutcome; readonly receipt: UnitReceipt }>
  counts(): Omit<AuditSummary, 'listUnread'>
}

export function createFindings(): Findings {
  const keys = new Map<string, Watched>()
  const ids = new Map<string, Watched>()
  const troubles = new Map<number, { readonly outcome: 'duplicate' | 'unknown'; readonly reason: string; readonly watched: Watched }>()
  const keyText = ({ customer, contractOwnerId }: CustomerKey): string => `${contractOwnerId}\n${coarseKey(customer)}`
  const count = (outcome: 'duplicate' | 'unknown'): number => [...troubles.values()].filter((trouble) => trouble.outcome === outcome).length
  return {
    watch({ ordinal, receipt, contractOwnerId }) {
      const watched = { ordinal, receipt }
      keys.set(keyText({ customer: receipt.customer, contractOwnerId }), watched)
      if (receipt.customerId !== null) ids.set(receipt.customerId, watched)
      // Found double by an earlier look, or while sending: it counts again.
      if (receipt.outcome === 'duplicate') troubles.set(ordinal, { outcome: 'duplicate', reason: receipt.reason ?? '', watched })
    },
    byKey: (key) => keys.get(keyText(key)) ?? null,
    byCustomerId: (id) => ids.get(id) ?? null,
    confirmedIds: () => [...ids].flatMap(([id, { receipt }]) => (receipt.outcome === 'existing' ? [] : [id])),
    double(watched, reason) {
      troubles.set(watched.ordinal, { outcome: 'duplicate', reason, watched })
    },
    missing(watched, reason) {
      if (!troubles.has(watched.ordinal)) troubles.set(watched.ordinal, { outcome: 'unknown', reason, watched })
    },
    rekeyed(watched, reason) {
      if (troubles.get(watched.ordinal)?.outcome !== 'duplicate') troubles.set(watched.ordinal, { outcome: 'unknown', reason, watched })
    },
    *changed() {
      for (const [ordinal, { outcome, reason, watched: { receipt } }] of troubles) {
        if (receipt.outcome !== 'duplicate' && (receipt.outcome !== outcome || receipt.reason !== reason)) yield { ordinal, before: receipt.outcome, receipt: { ...receipt, outcome, reason } }
      }
    },
    counts: () => ({ customers: keys.size, doubles: count('duplicate'), missing: count('unknown') }),
  }
}
