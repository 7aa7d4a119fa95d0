import type { Clock } from '#core/ports.ts'

/** Virtual time shared by all processes and the server. A process that dies takes its timers with it. */
export interface Timeline {
  now(): number
  after(delayMs: number, call: () => void, owner?: Process): () => void
  clockOf(process: Process): Clock
  /** Runs timers in order of time until `done` or nothing is left. */
  runUntil(done: () => boolean): Promise<void>
}

export interface Process {
  alive: boolean
}

const server: Process = { alive: true }

export function createTimeline(): Timeline {
  let now = 0
  let order = 0
  const timers: { readonly at: number; readonly order: number; readonly call: () => void; readonly owner: Process }[] = []
  const after: Timeline['after'] = (delayMs, call, owner = server) => {
    // Whole microseconds in binary, so that sums are exact and a timer is never a hair too early for ever.
    const at = Math.ceil((now + Math.max(0, delayMs)) * 1024) / 1024
    const timer = { at, order: (order += 1), call, owner }
    timers.push(timer)
    return () => {
      const index = timers.indexOf(timer)
      if (index >= 0) timers.splice(index, 1)
    }
  }
  return {
    now: () => now,
    after,
    clockOf(process) {
      // A monotonic clock starts anywhere: nothing may depend on its absolute value.
      const origin = now - 1_000 * (order % 7)
      return { now: () => now - origin, after: (delayMs, call) => after(delayMs, call, process) }
    },
    async runUntil(done) {
      for (;;) {
        // All promises first: a timer is later than everything that is ready.
        await new Promise((resolve) => {
          setImmediate(resolve)
        })
        if (done()) return
        const next = timers.reduce<(typeof timers)[number] | null>((first, timer) => (first === null || timer.at < first.at || (timer.at === first.at && timer.order < first.order) ? timer : first), null)
        if (next === null) return
        timers.splice(timers.indexOf(next), 1)
        now = Math.max(now, next.at)
        if (next.owner.alive) next.call()
      }
    },
  }
}
