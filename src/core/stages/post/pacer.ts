import type { Clock, RunPace } from '../../ports.ts'
import { createBrake } from './brake.ts'
import { createMeter } from './meter.ts'

/** Evenly spaced turns for all requests of a run, reads included: bursts are what a rate limit punishes. */
export interface Pacer {
  /** Answers when the next request may leave; in the order asked. */
  turn(): Promise<void>
  setPace(pace: RunPace): void
  /** Requests under way at the same time, at most. */
  lanes(): number
  /** No turn before this much time has passed; the longest hold counts. */
  hold(delayMs: number): void
  /** No turns until `resume`. */
  pause(): void
  resume(): void
  /** The end: everybody waiting is let go at once, and nobody waits any more. */
  letGo(): void
  /** Half the pace; once per half second, because lanes that were on their way together are told together. */
  slowDown(): void
  /** A clean answer: after some of them the pace recovers by a step. */
  recover(): void
  /** Turns in the last ten seconds, per second. */
  ratePerSecond(): number
}

export function createPacer(clock: Clock, pace: RunPace): Pacer {
  let current = pace
  const brake = createBrake(clock)
  // Theoretical time of the next turn (GCRA with a burst of one): a late timer does not lose a slot as long as somebody waits.
  let nextAt = Number.NEGATIVE_INFINITY
  let heldUntil = Number.NEGATIVE_INFINITY
  let paused = false
  let ended = false
  let takeBack: (() => void) | null = null
  const waiting: (() => void)[] = []
  const meter = createMeter(clock)
  const spacingMs = (): number => 1000 / (Math.max(0.01, current.requestsPerSecond) * brake.factor())

  const serve = (): void => {
    takeBack?.()
    takeBack = null
    while (waiting.length > 0 && !paused) {
      const now = clock.now()
      const due = Math.max(nextAt, heldUntil)
      if (due > now) {
        takeBack = clock.after(due - now, serve)
        return
      }
      // A turn missed by less than one space is caught up; older ones are gone, so that an idle time is no credit.
      nextAt = Math.max(due, now - spacingMs()) + spacingMs()
      meter.count()
      waiting.shift()?.()
    }
  }
  return {
    turn: () => ended ? Promise.resolve() : new Promise((resolve) => {
      if (waiting.length === 0) nextAt = Math.max(nextAt, clock.now())
      waiting.push(resolve)
      if (waiting.length === 1) serve()
    }),
    setPace(changed) {
      current = changed
      nextAt = Math.min(nextAt, clock.now() + spacingMs())
      serve()
    },
    lanes: () => Math.max(1, Math.floor(current.lanes * Math.max(brake.factor(), 0.25))),
    hold(delayMs) {
      heldUntil = Math.max(heldUntil, clock.now() + delayMs)
      serve()
    },
    pause: () => void (paused = true),
    resume() {
      paused = false
      serve()
    },
    letGo() {
      ended = true
      takeBack?.()
      for (const go of waiting.splice(0)) go()
    },
    slowDown: () => brake.slowDown(),
    recover: () => brake.recover(),
    ratePerSecond: () => meter.perSecond(),
  }
}
