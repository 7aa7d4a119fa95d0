import { expect, test } from 'vitest'
import { findField } from '#core/catalogue/index.ts'
import type { ColumnMatch, DateOrder } from '#core/model/mapping.ts'
import { emptyProfile } from '#core/values/profile-column.ts'
import { newTableProfiler } from '#core/values/profile-table.ts'
import { withColumnReading } from './date-order.ts'

const plain: ColumnMatch = { column: 0, header: 'Column', target: null, confidence: 1, accepted: true, reason: '' }

function read(path: string, values: readonly string[], dateOrder: DateOrder = 'dmy'): Partial<ColumnMatch> {
  const profiler = newTableProfiler()
  for (const value of values) profiler.push([value])
  const { dateOrder: order, dateOrderProven, decimalSign, decimalSignProven } = withColumnReading(plain, findField(path), { profile: profiler.finish()[0] ?? emptyProfile, dateOrder })
  return { ...(order === undefined ? {} : { dateOrder: order }), ...(dateOrderProven === undefined ? {} : { dateOrderProven }), ...(decimalSign === undefined ? {} : { decimalSign }), ...(decimalSignProven === undefined ? {} : { decimalSignProven }) }
}
const dates = (values: readonly string[], assumed: DateOrder = 'dmy'): unknown => Object.values(read('customer.startDate', values, assumed))
const amounts = (values: readonly string[]): unknown => Object.values(read('customer.creditThreshold', values))

test('a day above 12 proves the order of the whole column', () => {
  expect(dates(['01/02/2026', '13/02/2026'], 'mdy')).toEqual(['dmy', true])
  expect(dates(['01/02/2026', '02/13/2026'])).toEqual(['mdy', true])
})

test('ISO dates and month names need no proof', () => expect(dates(['2026-01-02', '3 Feb 2026', '', 'soon'])).toEqual(['ymd', true]))

test('12 proves nothing, and proofs of both orders are none', () => {
  expect(dates(['12/11/2026', '05/05/2026'])).toEqual(['dmy', false])
  expect(dates(['12/11/2026'], 'mdy')).toEqual(['mdy', false])
  expect(dates(['13/02/2026', '02/13/2026', '01/02/2026'])).toEqual(['dmy', false])
})

test('the sign before the decimals is said where the numbers have one', () => {
  expect(amounts(['1.5', '1,000'])).toEqual(['point', true])
  expect(amounts(['1,5', '1.000'])).toEqual(['comma', true])
  expect(amounts(['1,000'])).toEqual(['point', false])
  expect(amounts(['1000', 'none'])).toEqual([])
})

test('a column that holds neither says neither', () => expect(read('customer.customerName', ['01/02/2026', '1,000'])).toEqual({}))
