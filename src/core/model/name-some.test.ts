import { expect, test } from 'vitest'
import { nameSome } from './name-some.ts'

test('the first names are told, and the others counted', () => {
  expect(nameSome(['A', 'B'], 2)).toBe('A, B')
  expect(nameSome(['A', 'B', 'C', 'D'], 2)).toBe('A, B and 2 more')
  expect(nameSome(['A', 'B'], 5, 90)).toBe('A, B and 88 more')
  expect(nameSome([], 2)).toBe('')
})
