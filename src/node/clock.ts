import { performance } from 'node:perf_hooks'
import type { Clock } from '#core/ports.ts'

/** Monotonic: setting the computer's clock changes nothing. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, Math.max(0, delayMs))
    return () => clearTimeout(timer)
  },
}
