import type { SendOutcome } from '../../ports.ts'
import type { PostCheck } from './progress.ts'

const SHOWN = 20

/** What is told of a customer that waits to be looked up. */
export interface Parked {
  readonly work: { readonly customer: string }
  readonly doubt: string
  readonly parkedUntil: number | null
}

/** The customers that are looked up next, soonest first. */
export function nextChecks(parked: readonly Parked[], now: number): readonly PostCheck[] {
  return parked
    .map(({ work, doubt, parkedUntil }) => ({ customer: work.customer, reason: doubt, forMs: Math.max(0, (parkedUntil ?? now) - now) }))
    .toSorted((a, b) => a.forMs - b.forMs)
    .slice(0, SHOWN)
}

/** Why the customer has to be looked up after this answer; null where it says nothing about that. */
export function doubtAfter(outcome: SendOutcome): string | null {
  switch (outcome.kind) {
    case 'unclear': case 'critical': return outcome.reason
    case 'rejected': return `the server refused it (${outcome.reason}), and an earlier request may have arrived`
    case 'accepted': return 'the server said yes, but did not show all of its sites'
    case 'not-applied': case 'throttled': case 'unauthorised': case 'unreachable': return null
    default: return outcome satisfies never
  }
}
