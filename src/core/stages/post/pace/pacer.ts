import type { Clock } from '../../../ports.ts'
import type { RunPace } from '../../../ports-journal.ts'
import { createAlarm } from './alarm.ts'
import type { BreakerInit } from './breaker.ts'
import type { Heard } from './heard.ts'
import { createHealth } from './health.ts'
import { createLanes, type Lane } from './lanes.ts'
import { createMeter } from './meter.ts'
import { createQueue } from './queue.ts'
import { createRetryBudget } from './retry-budget.ts'
import { createSlots, type Quota } from './slots.ts'
import { createStillTeller, type Still } from './still.ts'

export interface Ask {
  /** Reads and requests that create have as many lanes each: questions about what is unclear never wait behind slow creates. */
  readonly lane: Lane
  /** The same was asked before, and not answered. */
  readonly isRetry?: boolean
}

/** Leave for one request. */
export interface Turn {
  /** It leaves now, later than it was given leave; left out, it left at once. */
  leaves(): void
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
  /** Requests per second while it is slower than it may be, by itself, because the server suffers; null: it is not. */
  slowedTo(): number | null
}

export interface PacerInit {
  readonly clock: Clock
  readonly pace: RunPace
  /** What the server said of the requests it will still take. */
  readonly quota?: () => Quota | null
  readonly breaker?: Omit<BreakerInit, 'clock'>
  /** Nothing is under way and nothing may leave, for a reason that only the pacer knows; null: that is over. */
  readonly onStill?: (still: Still | null) => void
}

const atTheEnd: Turn = { leaves: () => undefined, done: () => undefined }

function openTurn(clock: Clock, leaves: () => void, onDone: (heard: Heard, elapsedMs: number) => void): Turn {
  const from = clock.now()
  let isDone = false
  return {
    leaves,
    done(heard) {
      if (isDone) return
      isDone = true
      onDone(heard, clock.now() - from)
    },
  }
}

export function createPacer({ clock, pace, quota, breaker, onStill }: PacerInit): Pacer {
  let current = pace
  let paused = false
  let ended = false
  const alarm = createAlarm(clock, () => serve())
  const budget = createRetryBudget(clock)
  const meter = createMeter(clock)
  const health = createHealth({ clock, breaker, silenceMs: () => slots.heldForMs(), onBack: () => serve() })
  const slots = createSlots({ clock, limit: () => current.requestsPerSecond, part: () => health.factor(), quota: quota ?? (() => null), underWay: () => lanes.underWay() })
  const lanes = createLanes({ wanted: () => current.lanes, part: () => health.factor() })
  const queue = createQueue<Ask, Turn>((ask) => (lanes.isFull(ask.lane) ? Number.POSITIVE_INFINITY : ask.isRetry === true ? budget.nextAt() : Number.NEGATIVE_INFINITY))
  const still = createStillTeller({ clock, slots, isIdle: () => lanes.underWay() === 0, onStill })
  const serve = (): void => {
    for (let next = queue.first(); next !== null && !paused && !health.isDown(); next = queue.first()) {
      const due = Math.max(slots.dueAt(), next.from)
      still.note({ from: next.from, due })
      if (due > clock.now()) return alarm.set(due)
      meter.count()
      budget.note(next.ask.isRetry === true)
      next.go(begin(next.ask.lane, slots.take()))
    }
    alarm.set(null)
  }
  const begin = (lane: Ask['lane'], leaves: () => void): Turn => {
    lanes.enter(lane)
    return openTurn(clock, leaves, (heard, elapsedMs) => {
      lanes.leave(lane)
      health.note(lane, heard, elapsedMs)
      serve()
    })
  }
  const change = (act: () => void): void => {
    act()
    serve()
  }
  return {
    turn: (ask) => ended ? Promise.resolve(atTheEnd) : new Promise((resolve) => {
      if (queue.isEmpty()) slots.wake()
      change(() => queue.add(ask, resolve))
    }),
    setPace(changed) {
      current = changed
      change(() => slots.hasten())
    },
    lanes: () => lanes.most(),
    hold: (delayMs) => change(() => slots.hold(delayMs)),
    pause: () => void (paused = true),
    resume: () => change(() => void (paused = false)),
    letGo() {
      ended = true
      alarm.set(null)
      still.over()
      health.letGo()
      queue.letGo(atTheEnd)
    },
    ratePerSecond: () => meter.perSecond(),
    slowedTo: () => (health.factor() < 1 ? current.requestsPerSecond * health.factor() : null),
  }
}
