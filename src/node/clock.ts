import { performance } from 'node:perf_hooks'
import type { Clock } from '#core/ports.ts'

/** Monotonic: setting the computer's clock changes nothing. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(delayMs, call) {
    // Node counts whole milliseconds of a clock that is up to one behind. Without the one more it would be early, and the caller, finding that
    // its time has not come, would wait again: a second time out of bed for every request.
    const timer = setTimeout(call, delayMs <= 0 ? 0 : Math.ceil(delayMs) + 1)
    return () => clearTimeout(timer)
  },
}
