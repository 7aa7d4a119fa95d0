import type { Clock } from '../../ports.ts'
import type { Still } from './pace/index.ts'
import type { PostProgress, WaitReason } from './progress.ts'

interface Wait {
  readonly reason: WaitReason
  readonly until: number | null
}

/** Why nothing is sent just now: of all reasons the one to be told. */
export interface Waits {
  begin(reason: WaitReason, delayMs: number | null): void
  /** Something got through. Answers whether that ended a wait. */
  clear(): boolean
  /** The pacer lets nothing go for so long, whatever got through before; null: that is over. */
  setStill(still: Still | null): void
  setPaused(paused: boolean): void
  shown(): PostProgress['waiting']
}

export function createWaits(clock: Clock): Waits {
  let waiting: Wait | null = null
  let still: Wait | null = null
  let paused = false
  const untilAfter = (delayMs: number | null): number | null => (delayMs === null ? null : clock.now() + delayMs)
  return {
    begin: (reason, delayMs) => void (waiting = { reason, until: untilAfter(delayMs) }),
    clear() {
      const had = waiting !== null
      waiting = null
      return had
    },
    setStill: (told) => void (still = told === null ? null : { reason: told.reason, until: untilAfter(told.forMs) }),
    setPaused: (value) => void (paused = value),
    shown: () => (paused ? { reason: 'paused', forMs: null } : longer(shownWait(waiting, clock.now()), shownWait(still, clock.now()))),
  }
}

function shownWait(waiting: Wait | null, now: number): PostProgress['waiting'] {
  if (waiting === null || (waiting.until !== null && waiting.until <= now)) return null
  return { reason: waiting.reason, forMs: waiting.until === null ? null : waiting.until - now }
}

/** Of two reasons the one that holds longer. */
function longer(one: PostProgress['waiting'], other: PostProgress['waiting']): PostProgress['waiting'] {
  return one === null || (other !== null && (other.forMs ?? 0) > (one.forMs ?? 0)) ? other : one
}
