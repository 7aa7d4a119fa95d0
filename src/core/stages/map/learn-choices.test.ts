import { expect, test } from 'vitest'
import { nothingLearned, type Learned } from '#core/model/learned.ts'
import type { ColumnMatch, Mapping } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import { noReference } from '#core/model/reference.ts'
import { learnFrom, offerLearned } from './learn-choices.ts'

const match = (header: string, field: string | null, more: Partial<ColumnMatch> = {}): ColumnMatch => ({ column: 0, header, target: field === null ? null : { field }, confidence: 1, accepted: field !== null, reason: '', chosen: true, ...more })
const mapping = (...columns: readonly ColumnMatch[]): Mapping => ({ version: 1, fixed: {}, tables: [{ sheet: null, columns: columns.map((each, column) => ({ ...each, column })) }] })
const learn = (map: Mapping, before: Learned = nothingLearned, reference: Reference = noReference): Learned => learnFrom(map, before, reference)

test('a choice is remembered by its header, a repeated one more firmly, another one anew', () => {
  const once = learn(mapping(match(' Zorb', 'site.siteName'), match('Notes', null)))
  expect([...once.columns]).toEqual([['zorb', { target: { field: 'site.siteName' }, times: 1 }], ['notes', { target: null, times: 1 }]])
  const twice = learn(mapping(match('ZORB', 'site.siteName')), once)
  expect([twice.columns.get('zorb')?.times, [...twice.columns.keys()]]).toEqual([2, ['notes', 'zorb']])
  expect(learn(mapping(match('Zorb', 'customer.customerName')), once).columns.get('zorb')).toEqual({ target: { field: 'customer.customerName' }, times: 1 })
})

test('what the matching found by itself, questions, and headers that say nothing are not learned', () => {
  const found: Partial<ColumnMatch> = { chosen: false }
  const { columns } = learn(mapping(match('Found', 'site.siteName', found), match('Asked', 'site.siteReference', { accepted: false }), match('', 'site.startDate'), match('Twice', 'site.endDate'), match('twice', null)))
  expect(columns.size).toBe(0)
  expect(learn(mapping(match('A', 'site.siteName'))).columns.size).toBe(0)
})

test('a header that means one thing in one table and another in the next is not learned', () => {
  const tables = (...fields: readonly string[]): Mapping => ({ version: 1, fixed: {}, tables: fields.map((field) => ({ sheet: null, columns: [match('Name', field)] })) })
  expect(learn(tables('customer.customerName', 'site.siteName')).columns.size).toBe(0)
  expect(learn(tables('site.siteName', 'site.siteName')).columns.get('name')).toEqual({ target: { field: 'site.siteName' }, times: 1 })
})

test('confirmed values are remembered for the field, whatever the column is called', () => {
  const { values } = learn(mapping(match('Zorb', 'customer.customerType', { chosen: false, values: { 'Ltd  Company': 'BUSINESS' } })))
  expect(values.get('customer.customerType')).toEqual(new Map([['ltd company', 'BUSINESS']]))
})

test('an id of one target is remembered by its name or not at all', () => {
  const reference: Reference = { existing: null, lists: { 'billing-cycles': [{ id: '601', name: 'Monthly 1st' }] } }
  const cycles = mapping(match('Cycle', 'customer.billingCycleId', { values: { monthly: '601', other: '602' } }))
  expect(learn(cycles, nothingLearned, reference).values.get('customer.billingCycleId')).toEqual(new Map([['monthly', 'Monthly 1st']]))
  expect(learn(cycles).values.size).toBe(0)
})

test('what was learned before stays as it was', () => {
  const before = learn(mapping(match('Zorb', 'customer.customerType', { values: { a: 'BUSINESS' } })))
  learn(mapping(match('Quux', 'customer.customerType', { values: { b: 'RESELLER' } })), before)
  expect([before.columns.size, before.values.get('customer.customerType')?.size]).toEqual([1, 1])
})

test('an earlier choice is offered for a text that is not read by itself, and still to be confirmed', () => {
  const learned: Learned = { columns: new Map(), values: new Map([['customer.customerType', new Map([['zorb', 'BUSINESS'], ['business', 'RESELLER']])]]) }
  const line = (text: string, taken: boolean) => ({ text, count: 1, taken, proposed: taken ? 'BUSINESS' : null, confidence: taken ? 1 : 0, reason: '' })
  const offered = offerLearned([line('Zorb', false), line('Business', true), line('Quux', false)], learned, 'customer.customerType')
  expect(offered.map(({ text, taken, proposed, reason }) => [text, taken, proposed, reason])).toEqual([
    ['Zorb', false, 'BUSINESS', 'You chose this before.'], ['Business', true, 'BUSINESS', ''], ['Quux', false, null, ''],
  ])
  expect(offerLearned([line('Zorb', false)], learned, 'site.siteName')[0]?.proposed).toBeNull()
})
