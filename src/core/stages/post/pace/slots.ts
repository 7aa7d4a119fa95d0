import type { Clock } from '../../../ports.ts'
import { createDepartures } from './departures.ts'

/** `resetMs` counts from now. */
export interface Quota {
  readonly remaining: number
  readonly resetMs: number
}

/** The longest silence a server can impose by its quota: beyond it, something is wrong with what it says. */
const MOST_RESET_MS = 600_000
/** Requests per second: never none at all. */
const SLOWEST = 0.01
/** Turns that were missed by so little (a timer, a sync of the disk, lanes that all wait for an answer) are caught up. Older ones are gone. */
const CATCH_UP_MS = 250
/** A turn that is further away than this has to be explained to whoever watches. */
const FAR_MS = 2_000

export interface SlotsInit {
  readonly clock: Clock
  /** Requests per second, at most. */
  readonly limit: () => number
  /** The part of it that the server bears at the moment. */
  readonly part: () => number
  readonly quota: () => Quota | null
  /** Requests whose answer has not come: the server's quota does not know of them yet. */
  readonly underWay: () => number
}

/** When the next request may leave: evenly spaced, held, and within the server's own quota. */
export interface Slots {
  dueAt(): number
  /** Answers what to call where the request leaves later than now. */
  take(): () => void
  hold(delayMs: number): void
  /** How long the hold still lasts. */
  heldForMs(): number
  /** The next turn is far away because the server said how little it will still take. */
  isRationed(): boolean
  /** Somebody waits again after nobody did. */
  wake(): void
  /** The pace has changed: a slot that was far away comes nearer. */
  hasten(): void
}

export function createSlots({ clock, limit, part, quota, underWay }: SlotsInit): Slots {
  // Theoretical time of the next turn (GCRA): what comes late by less than `CATCH_UP_MS` has lost nothing.
  let nextAt = Number.NEGATIVE_INFINITY
  const departures = createDepartures(clock)
  let heldUntil = Number.NEGATIVE_INFINITY
  const allowed = (): { readonly remaining: number; readonly resetMs: number } | null => {
    const said = quota()
    return said === null || said.resetMs <= 0 ? null : { remaining: said.remaining - underWay(), resetMs: Math.min(said.resetMs, MOST_RESET_MS) }
  }
  const quotaUntil = (): number => {
    const left = allowed()
    return left !== null && left.remaining <= 0 ? clock.now() + left.resetMs : Number.NEGATIVE_INFINITY
  }
  const ownSpacingMs = (): number => 1000 / Math.max(SLOWEST, limit() * part())
  const spacingMs = (): number => {
    const left = allowed()
    return left === null || left.remaining <= 0 ? ownSpacingMs() : Math.max(ownSpacingMs(), left.resetMs / left.remaining)
  }
  return {
    dueAt: () => Math.max(nextAt, heldUntil, departures.nextAt(Math.max(SLOWEST, limit())), quotaUntil()),
    take() {
      const spacing = spacingMs()
      nextAt = Math.max(nextAt, heldUntil, clock.now() - Math.max(spacing, CATCH_UP_MS)) + spacing
      return departures.add()
    },
    hold(delayMs) {
      heldUntil = Math.max(heldUntil, clock.now() + delayMs)
    },
    heldForMs: () => Math.max(0, heldUntil - clock.now()),
    isRationed() {
      const far = clock.now() + FAR_MS
      return quotaUntil() > far || (nextAt > far && spacingMs() > ownSpacingMs())
    },
    wake() {
      // For a moment all lanes were waiting for answers: that is caught up. A longer idle time is no credit.
      if (nextAt < clock.now() - CATCH_UP_MS) nextAt = clock.now()
    },
    hasten() {
      nextAt = Math.min(nextAt, clock.now() + spacingMs())
    },
  }
}
