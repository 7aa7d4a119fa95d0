import type { Random } from '../../../ports.ts'

const CAP_MS = 30_000
const THROTTLED_BASE_MS = 2_000
const TRANSIENT_BASE_MS = 500

export interface Setback {
  readonly kind: string
  /** What the server asked for; already clamped. */
  readonly afterMs?: number | null
}

/**
 * How long to wait before the next try, the first being attempt 0. What the server asks for is a floor, with up to a tenth on
 * top so that lanes do not come back together; without it full jitter, which spreads better than any fixed back-off.
 */
export function retryDelay(attempt: number, outcome: Setback, random: Random): number {
  if (typeof outcome.afterMs === 'number') return outcome.afterMs * (1 + random() * 0.1)
  const base = outcome.kind === 'throttled' ? THROTTLED_BASE_MS : TRANSIENT_BASE_MS
  return random() * Math.min(CAP_MS, base * 2 ** Math.min(attempt, 16))
}
