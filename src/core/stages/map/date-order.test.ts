import { expect, test } from 'vitest'
import { findDateOrder } from './date-order.ts'

test('a day above 12 proves the order of the whole column', () => {
  expect(findDateOrder(['01/02/2026', '13/02/2026'], 'mdy')).toMatchObject({ order: 'dmy', proven: true })
  expect(findDateOrder(['01/02/2026', '02/13/2026'], 'dmy')).toMatchObject({ order: 'mdy', proven: true })
})

test('ISO dates and month names need no proof', () => {
  expect(findDateOrder(['2026-01-02', '3 Feb 2026', '', 'soon'], 'dmy')).toEqual({ order: 'ymd', proven: true, ambiguous: 0, example: null })
})

test('12 proves nothing', () => {
  expect(findDateOrder(['12/11/2026', '05/05/2026'], 'dmy')).toEqual({ order: 'dmy', proven: false, ambiguous: 1, example: '12/11/2026' })
  expect(findDateOrder(['12/11/2026'], 'mdy')).toMatchObject({ order: 'mdy', proven: false })
})

test('proofs of both orders are none', () => {
  expect(findDateOrder(['13/02/2026', '02/13/2026', '01/02/2026'], 'dmy')).toMatchObject({ order: 'dmy', proven: false, ambiguous: 1 })
})

test('an empty column takes what is assumed, and has nothing ambiguous', () => {
  expect(findDateOrder([], 'dmy')).toEqual({ order: 'dmy', proven: false, ambiguous: 0, example: null })
})
