import { expect, test } from 'vitest'
import { compareDecimals } from './compare-decimals.ts'

test.each([
  ['1', '2'], ['-2', '-1'], ['0.1', '0.11'], ['9.99', '10'], ['100000000000000000', '100000000000000001'], ['9007199254740992', '9007199254740993'],
  ['99999999999999999.98', '99999999999999999.99'], ['-0.2', '0.1'],
])('%s is less than %s', (a, b) => {
  expect(compareDecimals(a, b)).toBeLessThan(0)
  expect(compareDecimals(b, a)).toBeGreaterThan(0)
})

test.each([['1.50', '1.5'], ['0', '0.00'], ['123456789012345678', '123456789012345678.0']])('%s equals %s', (a, b) => {
  expect(compareDecimals(a, b)).toBe(0)
})
