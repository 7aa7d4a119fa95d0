import { expect, test } from 'vitest'
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
