import { performance } from 'node:perf_hooks'
import type { Clock } from '#core/ports.ts'

/** Monotonic: setting the computer's clock changes nothing. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(delayMs, call) {
    // Node counts whole milliseconds of a clock that is up to one behind. Without the one more it would be early, and the caller, finding that
    // its time has not come, would wait again: a second time out of bed for every request.
    const due = performance.now() + delayMs
    let timer = setTimeout(ring, delayMs <= 0 ? 0 : Math.ceil(delayMs) + 1)
    // Some systems count timers by a clock that is set anew now and then, and late where the computer is held up.
    function ring(): void {
      if (performance.now() < due) timer = setTimeout(ring, 1)
      else call()
    }
    return () => clearTimeout(timer)
  },
}
