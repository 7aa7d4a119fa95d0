import type { Clock } from '../../../ports.ts'

/** Repeated requests: a tenth of the others, and a few that every short run may need. */
const PER_RETRY = 10
const FREE = 10
/** Where nothing else is left to send, the budget cannot grow: then one in this time, so that a run still ends. */
const EVERY_MS = 30_000

/**
 * How many requests may be repeats of others. Retries of everybody are what keeps a server down that is already in trouble; each of
 * them looks harmless.
 */
export interface RetryBudget {
  /** When the next repeat may leave; now or earlier: at once. */
  nextAt(): number
  note(isRetry: boolean): void
}

export function createRetryBudget(clock: Clock): RetryBudget {
  let firsts = 0
  let spent = 0
  let lastAt = Number.NEGATIVE_INFINITY
  const most = (): number => FREE + Math.floor(firsts / PER_RETRY)
  return {
    nextAt: () => (spent < most() ? Number.NEGATIVE_INFINITY : lastAt + EVERY_MS),
    note(isRetry) {
      if (!isRetry) {
        firsts += 1
        return
      }
      // One beyond the budget is not owed: it had its own time.
      spent = Math.min(most(), spent + 1)
      lastAt = clock.now()
    },
  }
}
