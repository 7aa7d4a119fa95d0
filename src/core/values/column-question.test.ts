import { expect, test } from 'vitest'
import { findField } from '#core/catalogue/index.ts'
import type { ColumnMatch } from '#core/model/mapping.ts'
import { columnQuestion } from './column-question.ts'
import type { ColumnQuestion } from './column-question.ts'
import { finishProfile, newProfile, pushText } from './profile-column.ts'

const plain: ColumnMatch = { column: 0, header: 'Column', target: null, confidence: 1, accepted: true, reason: '' }

function ask(path: string, values: readonly string[], match: Partial<ColumnMatch> = {}): ColumnQuestion | null {
  const profile = newProfile()
  for (const value of values) pushText(profile, value)
  return columnQuestion(findField(path), { ...plain, ...match }, finishProfile(profile))
}
const dates = (values: readonly string[], match: Partial<ColumnMatch> = {}): ColumnQuestion | null => ask('customer.startDate', values, match)
const amounts = (values: readonly string[], match: Partial<ColumnMatch> = {}): ColumnQuestion | null => ask('customer.creditThreshold', values, match)

test('a column that proves its order, or has nothing to prove, asks nothing', () => {
  for (const values of [['13/02/2026', '01/02/2026'], ['2026-02-01', '3 Feb 2026'], ['05/05/2026'], ['45321'], ['soon'], []]) expect(dates(values)).toBeNull()
  expect(ask('customer.customerName', ['01/02/2026', '1,000'])).toBeNull()
})

test('an open order is asked with what each choice makes of a value', () => {
  expect(dates(['05/05/2026', '01/02/2026', '03/02/2026'])).toEqual({
    about: 'dateOrder', option: '--date-order',
    text: 'Nothing in this column says whether the day or the month stands first: "01/02/2026" and 1 more can be read in two ways.',
    choices: [{ value: 'dmy', label: 'Day first: 01/02/2026 is 1 February 2026' }, { value: 'mdy', label: 'Month first: 01/02/2026 is 2 January 2026' }],
  })
  expect(dates(['01/02/2026'], { dateOrder: 'dmy', dateOrderProven: false })).not.toBeNull()
  for (const match of [{ dateOrder: 'dmy' }, { dateOrder: 'mdy', dateOrderProven: true }] as const) expect(dates(['01/02/2026'], match)).toBeNull()
})

test('two orders in one column are named with an example of each, until one is chosen', () => {
  const mixed = ['13/02/2026', '02/13/2026', '02/14/2026']
  expect(dates(mixed)?.text).toBe('The dates of this column stand in two orders: 1 with the day first, such as "13/02/2026", 2 with the month first, such as "02/13/2026".')
  expect(dates(mixed, { dateOrder: 'dmy', dateOrderProven: true })).toBeNull()
})

test('a choice that the dates rule out is asked again, the other one first', () => {
  const question = dates(['13/02/2026', '01/02/2026'], { dateOrder: 'mdy', dateOrderProven: true })
  expect(question?.text).toBe('The column is to be read month first, but its dates say otherwise: 1 with the day first, such as "13/02/2026".')
  expect(question?.choices.map(({ value }) => value)).toEqual(['dmy', 'mdy'])
})

test('years of two digits may stand first: the days vary, the years do not', () => {
  expect(dates(['15/03/24', '16/03/24', '28/04/25', '02/05/24'])).toBeNull()
  expect(dates(['24-03-15', '24-03-16', '24-04-28', '25-05-02'])?.choices.map(({ value }) => value)).toEqual(['dmy', 'mdy', 'ymd'])
  expect(dates(['15/03/24'])?.choices).toContainEqual({ value: 'ymd', label: 'Year first: 15/03/24 is 24 March 2015' })
  expect(dates(['99-03-15', '24-03-16'])).toBeNull()
  expect(dates(['24-03-15', '13/02/2026'])).toBeNull()
})

test('the sign before decimals is asked the same way', () => {
  expect(amounts(['1,000', '500'])).toEqual({
    about: 'decimalSign', option: '--decimal-sign',
    text: 'Nothing in this column says whether a point or a comma stands before the decimals: "1,000" can be read in two ways.',
    choices: [{ value: 'point', label: 'A point before the decimals: 1,000 is 1000' }, { value: 'comma', label: 'A comma before the decimals: 1,000 is 1' }],
  })
  for (const values of [['500'], ['1,000', '2.50'], ['1.000', '2,50'], ['£1,000'], ['1,234,567', '1,000'], []]) expect(amounts(values)).toBeNull()
  expect(amounts(['1,000'], { decimalSign: 'point' })).toBeNull()
  expect(amounts(['1.5', '1,5'])?.text).toBe('The numbers of this column are written in two ways: 1 with a point before the decimals, such as "1.5", 1 with a comma there, such as "1,5".')
  expect(amounts(['1,5', '1.000'], { decimalSign: 'point' })?.choices.map(({ value }) => value)).toEqual(['comma', 'point'])
})
