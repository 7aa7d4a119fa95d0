import { expect, test } from 'vitest'
import { findField } from '#core/catalogue/index.ts'
import type { ColumnMatch } from '#core/model/mapping.ts'
import { noReference } from '#core/model/reference.ts'
import { describeConversion } from './describe-conversion.ts'
import type { Conversion } from './describe-conversion.ts'
import { finishProfile, newProfile, pushText } from './profile-column.ts'

const plain: ColumnMatch = { column: 0, header: 'Column', target: null, confidence: 1, accepted: true, reason: '' }
const reference = { existing: null, lists: { 'billing-cycles': [{ id: '12', name: 'Monthly 1st' }] } }

/** The conversion of the first value of a column of these. */
function conversion(path: string, values: readonly string[], match: Partial<ColumnMatch> = {}): Conversion | null {
  const profile = newProfile()
  for (const value of values) pushText(profile, value)
  return describeConversion({ entry: findField(path), column: { match: { ...plain, ...match }, profile: finishProfile(profile) }, reference, raw: values[0] ?? '' })
}
const kinds = (path: string, columns: readonly (readonly string[])[]): readonly unknown[] => columns.map((values) => conversion(path, values)?.kind ?? null)

test('texts', () => expect(kinds('customer.customerName', [['Mill'], [' Mill ']])).toEqual(['as-it-stands', 'trimmed']))

test('dates, by the order of their column', () => {
  expect(kinds('customer.startDate', [['2026-01-31'], ['3 May 2026'], ['01/02/2026', '13/02/2026'], ['01/02/2026', '02/13/2026'], ['24-03-15', '99-01-01'], ['05/05/2026', '13/02/2026'], ['45321'], ['01/02/2026']])).toEqual([
    'as-it-stands', 'date-plain', 'date-day-first', 'date-month-first', 'date-year-first', 'date-plain', 'excel-serial', null])
})

test('numbers, by the sign of their column', () => {
  expect(kinds('customer.creditThreshold', [['500'], ['1,000', '1.5'], ['1,000', '1,5'], ['1.000', '1,5'], ['1,5'], ['(5)'], ['1,000']])).toEqual(['number', 'number-point', 'number-comma', 'number-comma', 'number-comma', 'number', null])
  expect(kinds('customer.contractTerm', [['12'], ['1,234']])).toEqual(['number', 'number-point'])
})

test('words, codes and names', () => {
  expect(kinds('customer.customerMarker', [['Y']])).toEqual(['yes-no'])
  expect(kinds('site.siteAddress.country', [['England'], ['GB']])).toEqual(['country-name', 'as-it-stands'])
  expect(kinds('customer.customerType', [['Ltd'], ['BUSINESS'], ['Martian']])).toEqual(['known-spelling', 'as-it-stands', null])
  expect(kinds('site.siteInvoiceDetails.sortCode', [['01-02-03']])).toEqual(['digits-only'])
  expect(kinds('customer.billingCycleId', [['monthly 1st'], ['12']])).toEqual(['name-looked-up', 'number'])
})

test('what the operator confirmed is said, with what it became', () => {
  expect(conversion('customer.customerType', [' Punter '], { values: { Punter: 'RESIDENTIAL' } })).toEqual({ kind: 'value-table', text: 'As confirmed for the column', value: 'RESIDENTIAL', replaced: 'RESIDENTIAL' })
  expect(conversion('customer.customerName', ['Punter'], { values: { Punter: 'x' } })?.kind).toBe('as-it-stands')
})

test('a fixed value has no column', () => {
  expect(describeConversion({ entry: findField('customer.startDate'), column: null, reference: noReference, raw: '13/02/2026' })?.text).toBe('Date, day first')
})
