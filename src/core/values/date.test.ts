import { expect, test } from 'vitest'
import type { DateOrder } from '#core/model/mapping.ts'
import { isLeapYear } from './calendar.ts'
import { inOrder } from './date-reading.ts'
import { convertDate, readDateShape } from './date.ts'

const day = (text: string, order: DateOrder = 'dmy'): unknown => {
  const result = convertDate(text, inOrder(order))
  return result.kind === 'value' ? result.value : result.code
}

test.each([
  '2026-01-31', '2026/1/31', '2026.01.31', '20260131', '31/01/2026', '31-1-2026', '31.01.26', '31 01 2026', '31/1/26', ' 31/01/2026 ', '31 Jan 2026', '31-Jan-26', '31jan2026', '31st January 2026',
  '31st of January, 2026', 'Sat 31 Jan 2026', 'Saturday, 31 January 2026', 'Jan 31, 2026', 'January 31st 2026', '2026-Jan-31', '2026-01-31T00:00:00Z', '2026-01-31T00:00:00.000+00:00', '2026-01-31 14:35',
  '31/01/2026 00:00:00', '31/01/2026 2:30 PM', '31 JAN 2026',
])('%s is the last of January 2026', (text) => expect(day(text)).toBe('2026-01-31'))

test.each([
  '', 'soon', 'n/a', '31/13/2026', '32/01/2026', '00/01/2026', '31/04/2026', '2026-02-30', '29/02/2025', '29/02/1900', '31 Foo 2026', '2026', '01/2026', '46053', '1/1/202', '01/01/1899', '0026-01-01', '2026-01-31T23:30:00Z',
  '2026-01-31 25:00', '12122026', '31/01/2026 extra',
])('"%s" is no date', (text) => expect(day(text)).toBe('not-a-date'))

test('the last of February depends on the year', () => {
  expect(day('29/02/2024')).toBe('2024-02-29')
  expect(day('29/02/2000')).toBe('2000-02-29')
  expect([2024, 2000, 2025, 1900].map(isLeapYear)).toEqual([true, true, false, false])
})

test('the order of the column decides between day and month', () => {
  expect(day('03/04/2026', 'dmy')).toBe('2026-04-03')
  expect(day('03/04/2026', 'mdy')).toBe('2026-03-04')
  expect(day('2026-03-04', 'mdy')).toBe('2026-03-04')
  expect(day('31/01/2026', 'mdy')).toBe('not-a-date')
})

test('two digits are a year of 1970 to 2069', () => {
  expect(day('01/01/69')).toBe('2069-01-01')
  expect(day('01/01/70')).toBe('1970-01-01')
})

test('a far end is a date', () => expect(day('31/12/9999')).toBe('9999-12-31'))

test('the shape says whether the column has to decide', () => {
  expect(readDateShape('1/2/2026')?.kind).toBe('numeric')
  expect(readDateShape('1 Feb 2026')?.kind).toBe('certain')
  expect(readDateShape('Feb')).toBeNull()
})
