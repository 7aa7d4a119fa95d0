import { expect, test } from 'vitest'
import { counted, formatAge, formatDuration, formatSize, formatWhen } from './format.ts'

test('durations are said in the two largest units that matter', () => {
  expect([0.2, 1, 59.4, 60, 200, 600, 615, 3600, 7500].map(formatDuration)).toEqual(['under a second', '1 s', '59 s', '1 min', '3 min 20 s', '10 min', '10 min', '1 h', '2 h 5 min'])
})

test('sizes change unit at a thousand', () => {
  expect(formatSize(999)).toBe('999 bytes')
  expect(formatSize(1500)).toMatch(/^1.5 KB$/)
  expect(formatSize(41_800_000)).toMatch(/^41.8 MB$/)
})

test('one is singular', () => {
  expect([counted(0, 'row'), counted(1, 'row'), counted(2, 'row')]).toEqual(['0 rows', '1 row', '2 rows'])
  expect(counted(2, 'city', 'cities')).toBe('2 cities')
})

test('a text that is no instant stays as it is', () => {
  expect(formatWhen('soon')).toBe('soon')
  expect(formatWhen('2026-11-22T10:00:00Z')).toContain('2026')
})

test('an age is said as people say it', () => {
  const now = Date.parse('2026-05-03T12:00:00Z')
  expect(formatAge('2026-05-03T11:59:40Z', now)).toBe('just now')
  expect(formatAge('2026-05-03T09:00:00Z', now)).toBe('3 hours ago')
  expect(formatAge('never', now)).toBe('never')
})
