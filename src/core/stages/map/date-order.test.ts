import { expect, test } from 'vitest'
import { emptyProfile } from '#core/values/profile-column.ts'
import { newTableProfiler } from '#core/values/profile-table.ts'
import { findDateOrder } from './date-order.ts'

function orderOf(values: readonly string[], assumed: 'dmy' | 'mdy') {
  const profiler = newTableProfiler()
  for (const value of values) profiler.push([value])
  const { ambiguous, example } = profiler.finish()[0]?.dates ?? emptyProfile.dates
  return { ...findDateOrder({ ...emptyProfile.dates, ...profiler.finish()[0]?.dates }, assumed), ambiguous, example }
}

test('a day above 12 proves the order of the whole column', () => {
  expect(orderOf(['01/02/2026', '13/02/2026'], 'mdy')).toMatchObject({ order: 'dmy', proven: true })
  expect(orderOf(['01/02/2026', '02/13/2026'], 'dmy')).toMatchObject({ order: 'mdy', proven: true })
})

test('ISO dates and month names need no proof', () => {
  expect(orderOf(['2026-01-02', '3 Feb 2026', '', 'soon'], 'dmy')).toEqual({ order: 'ymd', proven: true, ambiguous: 0, example: null })
})

test('12 proves nothing', () => {
  expect(orderOf(['12/11/2026', '05/05/2026'], 'dmy')).toEqual({ order: 'dmy', proven: false, ambiguous: 1, example: '12/11/2026' })
  expect(orderOf(['12/11/2026'], 'mdy')).toMatchObject({ order: 'mdy', proven: false })
})

test('proofs of both orders are none', () => {
  expect(orderOf(['13/02/2026', '02/13/2026', '01/02/2026'], 'dmy')).toMatchObject({ order: 'dmy', proven: false, ambiguous: 1 })
})

test('an empty column takes what is assumed, and has nothing ambiguous', () => {
  expect(orderOf([], 'dmy')).toEqual({ order: 'dmy', proven: false, ambiguous: 0, example: null })
})
