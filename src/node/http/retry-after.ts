import type { IncomingHttpHeaders } from 'node:http'
import { readHttpDate } from './http-date.ts'

/** Longer is not waited without asking. */
export const LONGEST_WAIT_MS = 600_000

/**
 * What Retry-After asks for, in milliseconds from now; null when it is absent or malformed. Seconds or an HTTP date (RFC 9110);
 * a date is counted from the server's own Date, as its clock may be hours away from ours.
 */
export function readRetryAfter(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,15}$/.test(text)) return Math.min(LONGEST_WAIT_MS, Number(text) * 1000)
  const at = readHttpDate(text)
  if (at === null) return null
  return Math.min(LONGEST_WAIT_MS, Math.max(0, at - (readHttpDate(headers.date ?? '') ?? nowMs)))
}
