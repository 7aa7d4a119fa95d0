import type { IncomingHttpHeaders } from 'node:http'

/** Longer is not waited without asking. */
const MOST_MS = 600_000

/**
 * What Retry-After asks for, in milliseconds from now; null when it is absent or malformed. Seconds or an HTTP date (RFC 9110);
 * a date is counted from the server's own Date, as its clock may be hours away from ours.
 */
export function readRetryAfter(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,15}$/.test(text)) return Math.min(MOST_MS, Number(text) * 1000)
  const at = readHttpDate(text)
  if (at === null) return null
  return Math.min(MOST_MS, Math.max(0, at - (readHttpDate(headers.date ?? '') ?? nowMs)))
}

/** The three forms of RFC 9110; Date.parse alone would take "soon 1" for a date. */
function readHttpDate(text: string): number | null {
  const isDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d\d:\d\d:\d\d/.test(text)
  const at = isDate ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : Number.NaN
  return Number.isNaN(at) ? null : at
}
