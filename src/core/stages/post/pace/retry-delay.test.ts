import { expect, test } from 'vitest'
import { retryDelay } from './retry-delay.ts'

const most = (): number => 0.999999

test('full jitter from nothing up to a bound that doubles, to 30 s', () => {
  expect(retryDelay(0, { kind: 'unclear' }, () => 0)).toBe(0)
  expect(retryDelay(0, { kind: 'unclear' }, most)).toBeCloseTo(500, 0)
  expect(retryDelay(3, { kind: 'unclear' }, most)).toBeCloseTo(4_000, 0)
  expect(retryDelay(0, { kind: 'throttled', afterMs: null }, most)).toBeCloseTo(2_000, 0)
  expect(retryDelay(50, { kind: 'throttled' }, most)).toBeCloseTo(30_000, -1)
})

test('what the server asks for is never undercut, and exceeded by a tenth at most', () => {
  expect(retryDelay(0, { kind: 'throttled', afterMs: 5_000 }, () => 0)).toBe(5_000)
  expect(retryDelay(9, { kind: 'throttled', afterMs: 5_000 }, most)).toBeCloseTo(5_500, 0)
  expect(retryDelay(2, { kind: 'throttled', afterMs: 0 }, most)).toBe(0)
})
