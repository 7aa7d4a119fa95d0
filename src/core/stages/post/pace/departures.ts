import type { Clock } from '../../../ports.ts'

/** What a network and a busy server may shift two requests against each other without the server counting one too many. */
const MARGIN_MS = 25
/** Timers are late by up to so much: at a high rate the distance would be lost to them. */
const TIMER_MS = 2
/** So many are remembered at least: a limit that is lowered and raised again forgets nothing. */
const LEAST_KEPT = 500

/**
 * When requests left. A server counts what arrives, not what was meant: so the limit is held by departures, for any second of them.
 */
export interface Departures {
  /** One leaves now. Answers what to call where it leaves later after all: a sync of the disk, or a connection, came in between. */
  add(): () => void
  /** The earliest time at which one more keeps to so many a second, and to half the usual distance from the one before. */
  nextAt(perSecond: number): number
}

export function createDepartures(clock: Clock): Departures {
  // In the order in which they left.
  const left: { at: number }[] = []
  return {
    add() {
      const departure = { at: clock.now() }
      left.push(departure)
      return () => {
        const index = left.lastIndexOf(departure)
        // Dropped, as so many have left since.
        if (index === -1) return
        left.splice(index, 1)
        departure.at = clock.now()
        left.push(departure)
      }
    },
    nextAt(perSecond) {
      const spacingMs = 1000 / perSecond
      const most = Math.max(1, Math.floor(perSecond)) + 1
      const kept = Math.max(most, LEAST_KEPT)
      if (left.length > 2 * kept) left.splice(0, left.length - kept)
      // One more than the limit is what a server may see of an even pace; the one after that has to wait.
      const first = left[left.length - most]
      const last = left.at(-1)
      return Math.max(
        first === undefined ? Number.NEGATIVE_INFINITY : first.at + Math.max(most * spacingMs, 1000 + MARGIN_MS),
        last === undefined ? Number.NEGATIVE_INFINITY : last.at + spacingMs / 2 - TIMER_MS,
      )
    },
  }
}
