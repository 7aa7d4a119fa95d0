// A token bucket that holds one second's worth: it forgives jitter, never a lasting excess.
import type { Clock } from './clock.ts'
import type { RetryAfterForm } from './options.ts'

export type RateLimit = {
  /** Null when the request may pass, else the milliseconds until one may. */
  readonly waitMs: () => number | null
}

export function createRateLimit(clock: Clock, perSecond: number): RateLimit {
  const capacity = Math.max(1, perSecond)
  let level = capacity
  let lastMs = clock.nowMs()
  return {
    waitMs: () => {
      if (perSecond <= 0) return null
      const nowMs = clock.nowMs()
      level = Math.min(capacity, level + (Math.max(0, nowMs - lastMs) / 1000) * perSecond)
      lastMs = nowMs
      if (level < 1) return ((1 - level) / perSecond) * 1000
      level -= 1
      return null
    },
  }
}

/** Both forms count whole seconds and are rounded up, so that obeying them is always late enough. */
export function retryAfterText(waitMs: number, nowMs: number, form: RetryAfterForm): string {
  if (form === 'seconds') return String(Math.max(1, Math.ceil(waitMs / 1000)))
  return new Date(Math.ceil((nowMs + waitMs) / 1000) * 1000).toUTCString()
}
