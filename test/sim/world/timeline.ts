import type { Clock } from '#core/ports.ts'

/** A process dies with its timers. */
export interface Process {
  alive: boolean
  readonly bornAt: number
  /** While its computer sleeps. */
  asleep: { readonly from: number; readonly until: number } | null
  /** What its monotonic clock has not counted. */
  stoodStillMs: number
}

/** Virtual time, shared by all processes and the server. */
export interface Timeline {
  now(): number
  /** Without an owner: the world's, which never dies. */
  after(delayMs: number, call: () => void, owner?: Process): () => void
  clockOf(process: Process): Clock
  /** The computer that runs the process sleeps; the rest of the world goes on. Some monotonic clocks stand still then, some do not. */
  sleep(process: Process, durationMs: number, standsStill: boolean): void
  /** Fires timers in order of time until `done`, or until none is left. */
  runUntil(done: () => boolean): Promise<void>
}

interface Timer {
  at: number
  readonly order: number
  call: (() => void) | null
  readonly owner: Process | null
}

/** Times are whole binary fractions, so that sums are exact; and a wait always passes some time, so that none is a hair too early for ever. */
const TICK_MS = 1 / 1024
const exact = (ms: number): number => Math.ceil(ms / TICK_MS) * TICK_MS

export function createTimeline(): Timeline {
  let now = 0
  let order = 0
  let timers: Timer[] = []
  const after: Timeline['after'] = (delayMs, call, owner) => {
    const at = delayMs > 0 ? Math.max(exact(now + delayMs), now + TICK_MS) : now
    // What comes to a sleeping computer waits until somebody is there to take it.
    const timer: Timer = { at: Math.max(at, owner?.asleep?.until ?? 0), order: (order += 1), call, owner: owner ?? null }
    push(timers, timer)
    return () => {
      timer.call = null
    }
  }
  return {
    now: () => now,
    after,
    clockOf: (process) => ({
      // A monotonic clock starts anywhere: nothing may depend on its absolute value.
      now: () => (process.asleep !== null && now < process.asleep.until ? process.asleep.from : now - process.stoodStillMs) - process.bornAt / 2,
      after: (delayMs, call) => after(delayMs, call, process),
    }),
    sleep(process, durationMs, standsStill) {
      const until = now + durationMs
      process.asleep = { from: now - process.stoodStillMs, until }
      if (standsStill) process.stoodStillMs += durationMs
      const all = timers
      timers = []
      for (const timer of all) {
        if (timer.owner === process) timer.at = standsStill ? timer.at + durationMs : Math.max(timer.at, until)
        push(timers, timer)
      }
    },
    runUntil: (done) => new Promise((resolve, reject) => {
      const step = (): void => {
        try {
          for (;;) {
            if (done()) return resolve()
            const timer = pop(timers)
            if (timer === undefined) return resolve()
            if (timer.call === null || timer.owner?.alive === false) continue
            now = Math.max(now, timer.at)
            timer.call()
            break
          }
          queueMicrotask(settle)
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      // Ticks run only when no promise is left that could go on: a timer is later than everything that is ready. A turn of the event
      // loop for each timer would do the same, ten times slower.
      const settle = (): void => process.nextTick(step)
      queueMicrotask(settle)
    }),
  }
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}

function push(heap: Timer[], timer: Timer): void {
  let at = heap.length
  heap.push(timer)
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(timer, heap[parent]!)) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = timer
}

function pop(heap: Timer[]): Timer | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (first === undefined || last === undefined || heap.length === 0) return first
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1
    if (!isBefore(heap[child]!, last)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return first
}
