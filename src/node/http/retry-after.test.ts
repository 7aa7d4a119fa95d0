import { expect, test } from 'vitest'
import { seedRandom } from '../../../scripts/examples/random.ts'
import { readRateLimit } from './rate-limit.ts'
import { readRetryAfter } from './retry-after.ts'

const now = Date.parse('2026-03-01T10:00:00Z')
const read = (value: string, date?: string) => readRetryAfter({ 'retry-after': value, ...(date === undefined ? {} : { date }) }, now)

test('seconds, clamped to ten minutes', () => {
  expect(read('0')).toBe(0)
  expect(read(' 7 ')).toBe(7_000)
  expect(read('600')).toBe(600_000)
  expect(read('315360000')).toBe(600_000)
})

test('a date counts from the clock of the server, or from ours without one', () => {
  expect(read('Sun, 01 Mar 2026 10:00:30 GMT')).toBe(30_000)
  expect(read('Sun, 01 Mar 2026 22:00:30 GMT', 'Sun, 01 Mar 2026 22:00:10 GMT')).toBe(20_000)
  expect(read('Sunday, 01-Mar-26 10:00:30 GMT')).toBe(30_000)
  expect(read('Sun Mar  1 10:00:30 2026')).toBe(30_000)
  expect(read('Sun, 01 Mar 2026 09:00:00 GMT')).toBe(0)
  expect(read('Tue, 01 Mar 2036 09:00:00 GMT')).toBe(600_000)
})

test('what is malformed is as if it were absent', () => {
  const malformed = ['', 'soon', 'soon 1', '-5', '1.5', '1e3', '0x10', '99999999999999999999', 'Sun, 99 Foo 2026 10:00:30 GMT', '2026-03-01T10:00:30Z']
  expect(malformed.filter((text) => read(text) !== null)).toEqual([])
  expect(readRetryAfter({}, now)).toBeNull()
})

test('I10: 50,000 made-up values never throw, and never give a wait that is no number, negative or beyond the clamp', () => {
  const random = seedRandom(11)
  const pieces = ['0', '9', '5', '-', '+', '.', 'e', ' ', ',', ':', ';', '"', '=', 'r', 't', 'Sun', 'Mar', 'GMT', ' 01 ', '2026', '10:00:30', '\t', 'NaN', 'Infinity', '0x', '\u00e9', '"a";r=1;t=2', 'Sun, 01 Mar 2026 10:00:30 GMT', '9'.repeat(16), 'Thu, 01 Jan 1970 00:00:00 GMT', 'Sat, 31 Dec 9999 23:59:59 GMT']
  const value = (): string => Array.from({ length: 1 + random.below(6) }, () => random.pick(pieces)).join('')
  const isWait = (ms: number | null | undefined): boolean => ms === null || ms === undefined || (ms >= 0 && ms <= 600_000)
  const seen = { waits: 0, limits: 0 }
  for (let time = 0; time < 50_000; time += 1) {
    const headers = { 'retry-after': value(), date: random.chance(0.5) ? value() : 'Sun, 01 Mar 2026 10:00:00 GMT', ratelimit: value() }
    const [wait, limit] = [readRetryAfter(headers, now), readRateLimit(headers)]
    if (wait !== null) seen.waits += 1
    if (limit !== null) seen.limits += 1
    if (!isWait(wait) || !isWait(limit?.resetMs) || (limit !== null && !(limit.remaining >= 0 && Number.isSafeInteger(limit.remaining)))) throw new Error(JSON.stringify({ headers, wait, limit }))
  }
  expect(seen.waits).toBeGreaterThan(200)
  expect(seen.limits).toBeGreaterThan(200)
})
