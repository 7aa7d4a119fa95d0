// What a run tells while it goes, how it ends, and what it may be told.
import type { UnitOutcome } from '../../model/receipt.ts'
import type { Failure } from '../../model/result.ts'
import type { RunPace } from '../../ports-journal.ts'

/**
 * Why nothing is being sent at the moment. `repeats`: only requests that were made before are left, and so many were repeated that the next one has to
 * wait · `checking`: the server is being calibrated, or the first customer proved.
 */
export type WaitReason = 'paused' | 'throttled' | 'no-network' | 'server-trouble' | 'repeats' | 'settling' | 'checking' | 'auditing'

/**
 * Where a run is. preparing: the server proves that its look-ups can be believed · first-customer: one is sent and read back ·
 * sending · clearing-up: only customers with an unclear outcome are left · final-look: every key is counted · ended.
 */
export type RunPhase = 'preparing' | 'first-customer' | 'sending' | 'clearing-up' | 'final-look' | 'ended'

/** A customer that did not go through, for the list beside the progress bar. */
export interface PostProblem {
  readonly customer: string
  readonly outcome: UnitOutcome
  readonly reason: string
}

/** A customer whose outcome is not known yet. */
export interface PostCheck {
  readonly customer: string
  /** Why nobody knows, as part of a sentence. */
  readonly reason: string
  /** Until it is looked up again; 0: just now. */
  readonly forMs: number
}

export interface PostProgress {
  readonly phase: RunPhase
  readonly total: number
  readonly created: number
  readonly existing: number
  readonly rejected: number
  readonly incomplete: number
  readonly unknown: number
  readonly duplicate: number
  readonly notSent: number
  /** Customers without a receipt. */
  readonly left: number
  /** Customers that the final look at the server has counted. */
  readonly audited: number
  /** Customers being worked on at this moment. */
  readonly inFlight: number
  /** Customers whose outcome is not known yet: they are looked up when the settle window is over. */
  readonly settling: number
  /** Of those the ones that are looked up next, soonest first. */
  readonly checks: readonly PostCheck[]
  /** Requests in the last ten seconds, as a rate. */
  readonly ratePerSecond: number
  /** The pace while it is slowed down to spare the server, in requests per second; null: it is not. */
  readonly slowedTo: number | null
  /** Null until a rate can be told. */
  readonly etaMs: number | null
  /** `forMs`: how long still, null when nobody can say. */
  readonly waiting: { readonly reason: WaitReason; readonly forMs: number | null } | null
  /** The last ones, newest last. */
  readonly problems: readonly PostProblem[]
}

export type PostEnd = { readonly kind: 'finished' } | { readonly kind: 'stopped'; readonly failure: Failure }

export interface PostControl {
  /** Requests under way are finished, nothing new is sent. */
  pause(): void
  resume(): void
  /** No further customer is begun. Those begun are completed and open outcomes looked up; then the run ends as `stopped`. */
  cancel(): void
  setPace(pace: RunPace): void
  /** The program ends: requests under way are finished and their outcome is written, nothing else is done. Ends as `stopped`. */
  halt(failure: Failure): void
  /** The computer slept, or this process stood still: settle windows that are running begin anew. */
  woke(): void
}
