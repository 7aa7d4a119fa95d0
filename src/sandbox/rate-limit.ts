// A token bucket that holds one second's worth: it forgives jitter, never a lasting excess.
import type { Clock } from './clock.ts'
import type { RetryAfterForm } from './options.ts'

export type RateLimit = {
  /** Null when the request may pass, else the milliseconds until one may. */
  readonly waitMs: () => number | null
  /** Header fields that tell the client how it stands; none without a limit. */
  readonly fields: () => Readonly<Record<string, string>>
}

/** `perSecond` is asked each time: it can be changed while the server runs. 0 is no limit. */
export function createRateLimit(clock: Clock, perSecondNow: () => number): RateLimit {
  let level = Math.max(1, perSecondNow())
  let lastMs = clock.nowMs()
  return {
    waitMs: () => {
      const perSecond = perSecondNow()
      const capacity = Math.max(1, perSecond)
      if (perSecond <= 0) return null
      const nowMs = clock.nowMs()
      level = Math.min(capacity, level + (Math.max(0, nowMs - lastMs) / 1000) * perSecond)
      lastMs = nowMs
      if (level < 1) return ((1 - level) / perSecond) * 1000
      level -= 1
      return null
    },
    // The form of the draft, revision 11: what is left of the second's worth, and when it is whole again.
    fields: () => {
      const perSecond = perSecondNow()
      if (perSecond <= 0) return {}
      const left = Math.max(0, Math.floor(level))
      return { 'RateLimit-Policy': `"default";q=${perSecond};w=1`, RateLimit: `"default";r=${left};t=${left >= perSecond ? 0 : 1}` }
    },
  }
}

/** Both forms count whole seconds and are rounded up, so that obeying them is always late enough. */
export function retryAfterText(waitMs: number, nowMs: number, form: RetryAfterForm): string {
  if (form === 'seconds') return String(Math.max(1, Math.ceil(waitMs / 1000)))
  return new Date(Math.ceil((nowMs + waitMs) / 1000) * 1000).toUTCString()
}
