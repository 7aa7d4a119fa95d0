import type { Clock, RunPace } from '../../../ports.ts'
import { createBrake } from './brake.ts'
import { createBreaker, type BreakerInit } from './breaker.ts'
import type { Heard } from './heard.ts'
import { createLatencyWatch } from './latency.ts'
import { createMeter } from './meter.ts'
import { createQueue } from './queue.ts'
import { createRetryBudget } from './retry-budget.ts'
import { createSlots, type Quota } from './slots.ts'

export interface Ask {
  /** Reads and requests that create have as many lanes each: questions about what is unclear never wait behind slow creates. */
  readonly lane: 'read' | 'write'
  /** The same was asked before, and not answered. */
  readonly isRetry?: boolean
}

/** Leave for one request. */
export interface Turn {
  /** What came of it; frees its lane. Only the first call counts. */
  done(heard: Heard): void
}

/** Evenly spaced turns for all requests of a run, reads included: bursts are what a rate limit punishes. */
export interface Pacer {
  /** Answers when the request may leave; in the order asked, among those whose lane is free. */
  turn(ask: Ask): Promise<Turn>
  setPace(pace: RunPace): void
  /** Requests of one kind under way at the same time, at most. */
  lanes(): number
  /** No turn before this much time has passed; the longest hold counts. */
  hold(delayMs: number): void
  /** No turns until `resume`. */
  pause(): void
  resume(): void
  /** The end: everybody waiting is let go at once, and nobody waits any more. */
  letGo(): void
  /** Turns in the last ten seconds, per second. */
  ratePerSecond(): number
}

export interface PacerInit {
  readonly clock: Clock
  readonly pace: RunPace
  /** What the server said of the requests it will still take. */
  readonly quota?: () => Quota | null
  /** Without it nothing stops the turns of a server that is down. */
  readonly breaker?: Omit<BreakerInit, 'clock'>
}

const atTheEnd: Turn = { done: () => undefined }

export function createPacer({ clock, pace, quota, breaker: breaking }: PacerInit): Pacer {
  let current = pace
  let paused = false
  let ended = false
  let takeBack: (() => void) | null = null
  const underWay = { read: 0, write: 0 }
  const brake = createBrake(clock)
  const latency = { read: createLatencyWatch(), write: createLatencyWatch() }
  const budget = createRetryBudget(clock)
  const meter = createMeter(clock)
  const slots = createSlots({ clock, perSecond: () => current.requestsPerSecond * brake.factor(), quota: quota ?? (() => null), underWay: () => underWay.read + underWay.write })
  const lanes = (): number => Math.max(1, Math.floor(current.lanes * Math.max(brake.factor(), 0.25)))
  const queue = createQueue<Ask, Turn>((ask) => (underWay[ask.lane] >= lanes() ? Number.POSITIVE_INFINITY : ask.isRetry === true ? budget.nextAt() : Number.NEGATIVE_INFINITY))
  const breaker = breaking === undefined ? null : createBreaker({
    ...breaking, clock,
    // A silence the server asked for holds for the probe as well.
    restMs: () => Math.max(breaking.restMs(), slots.heldForMs()),
    onClosed() {
      brake.slowDown()
      breaking.onClosed()
      serve()
    },
  })

  const serve = (): void => {
    takeBack?.()
    takeBack = null
    while (!paused && breaker?.isOpen() !== true) {
      const next = queue.first()
      if (next === null) return
      const due = Math.max(slots.dueAt(), next.from)
      if (due > clock.now()) {
        takeBack = clock.after(due - clock.now(), serve)
        return
      }
      slots.take()
      if (next.ask.isRetry === true) budget.spend()
      else budget.noteFirst()
      meter.count()
      next.go(begin(next.ask.lane))
    }
  }

  const begin = (lane: Ask['lane']): Turn => {
    const from = clock.now()
    let isDone = false
    underWay[lane] += 1
    return {
      done(heard) {
        if (isDone) return
        isDone = true
        underWay[lane] -= 1
        if (heard === 'throttled' || heard === 'overloaded') brake.slowDown()
        if (heard === 'good') {
          brake.recover()
          if (latency[lane].note(clock.now() - from)) brake.ease()
        }
        // Asking to slow down is no sign of being down.
        if (heard !== 'nothing' && heard !== 'throttled') breaker?.note(heard !== 'good')
        serve()
      },
    }
  }
  return {
    turn: (ask) => ended ? Promise.resolve(atTheEnd) : new Promise((resolve) => {
      if (queue.isEmpty()) slots.wake()
      queue.add(ask, resolve)
      serve()
    }),
    setPace(changed) {
      current = changed
      slots.hasten()
      serve()
    },
    lanes,
    hold(delayMs) {
      slots.hold(delayMs)
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
      breaker?.letGo()
      queue.letGo(atTheEnd)
    },
    ratePerSecond: () => meter.perSecond(),
  }
}
