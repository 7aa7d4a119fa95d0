import { expect, test } from 'vitest'
import type { Reference } from '#core/model/reference.ts'
import { changed, clean, draftOfRows, issuesWith } from '../../../../../test/pipeline/kit.ts'
import type { Row } from '../../../../../test/pipeline/kit.ts'
import { describeSubject } from '../rule.ts'
import { values } from './values.ts'

const details = 'site.siteInvoiceDetails'
const name = 'customer.customerName'
const code = (change: Row): readonly string[] => issuesWith(change).map((line) => line.split(' ').slice(0, 2).join(' '))

test('a known length is an error beyond its bound and not at it', () => {
  expect(code({ [name]: 'x'.repeat(100) })).toEqual([])
  expect(code({ [name]: 'x'.repeat(101) })).toEqual(['error too-long'])
})

test('a length borrowed from another endpoint is a warning', () => {
  expect(code({ [`${details}.mandateReference`]: 'x'.repeat(255) })).toEqual([])
  expect(code({ [`${details}.mandateReference`]: 'x'.repeat(256) })).toEqual(['warning too-long'])
})

test('an email may have 255 characters', () => {
  const of = (length: number): string => `${'a'.repeat(length - 12)}@example.com`
  expect(code({ 'customer.onlineEmailAddress': of(255) })).toEqual([])
  expect(code({ 'customer.onlineEmailAddress': of(256) })).toEqual(['error too-long'])
})

test('an email that is none is an error', () => {
  expect(code({ 'siteContact.contactEmailAddress': "o'neil+bills@mail.example.co.uk" })).toEqual([])
  for (const text of ['ann', 'ann@', '@example.com', 'ann@example', 'ann@@example.com', 'ann smith@example.com', 'a@example.com; b@example.com', '.ann@example.com', 'ann@-example.com']) {
    expect(code({ 'siteContact.contactEmailAddress': text })).toEqual(['error bad-email'])
  }
})

test('known bounds of a number are errors', () => {
  for (const text of ['1', '100000', '99999.99']) expect(code({ 'site.repaymentPlanAmount': text })).toEqual([])
  for (const text of ['0.99', '100000.01']) expect(code({ 'site.repaymentPlanAmount': text })).toEqual(['error out-of-range'])
})

test('the credit threshold is exact at its bound of 1e17', () => {
  expect(code({ 'customer.creditThreshold': '100000000000000000' })).toEqual([])
  expect(code({ 'customer.creditThreshold': '100000000000000001' })).toEqual(['error out-of-range'])
})

test('payment terms over 400 are a warning, because that bound is inferred', () => {
  expect(code({ [`${details}.paymentTermsInDays`]: '400' })).toEqual([])
  expect(code({ [`${details}.paymentTermsInDays`]: '401' })).toEqual(['warning out-of-range'])
})

test('a payment day of 29 to 31 is no issue, and one below 1 a warning', () => {
  const day = (text: string): Row => ({ [`${details}.paymentTermsInDays`]: '', [`${details}.preferredPaymentDay`]: text })
  for (const text of ['1', '29', '30', '31']) expect(code(day(text))).toEqual([])
  expect(code(day('0'))).toEqual(['warning out-of-range'])
  expect(code(day('32'))).toEqual(['warning out-of-range'])
})

test('characters that are not surely allowed are a warning', () => {
  expect(code({ [name]: "Müller & Sons (Leeds) – 50% @ £1's, A/B?" })).toEqual([])
  for (const character of ['"', '<', '[', '€', '~', '^']) expect(code({ [name]: `A${character}B` })).toEqual(['warning odd-character'])
})

test('a sort code has six digits, with or without hyphens', () => {
  for (const text of ['123456', '12-34-56', '00 00 01']) expect(code({ [`${details}.sortCode`]: text })).toEqual([])
  for (const text of ['12345', '1234567', 'ABCDEF']) expect(code({ [`${details}.sortCode`]: text })).toEqual(['warning odd-sort-code'])
})

test('a bank account number has 8 to 10 digits', () => {
  for (const text of ['01234567', '0123456789']) expect(code({ [`${details}.accountNumber`]: text })).toEqual([])
  for (const text of ['1234567', '01234567890']) expect(code({ [`${details}.accountNumber`]: text })).toEqual(['warning odd-account-number'])
})

test('POST and BOTH are likely names for delivery, so at most a warning', () => {
  for (const text of ['POST', 'BOTH']) expect(code({ 'siteContact.receiveInvoiceBy': text }).filter((line) => line.startsWith('error'))).toEqual([])
})

test('an id must be one that the target lists, when it was asked', () => {
  const reference = { lists: { 'contract-owners': [{ id: '1', name: 'Alpha' }] }, existing: null }
  expect(issuesWith({ 'customer.contractOwnerId': '1' }, { reference })).toEqual([])
  expect(issuesWith({ 'customer.contractOwnerId': '2' }, { reference })).toEqual(['error unknown-reference row 2 customer.contractOwnerId'])
  expect(issuesWith({ 'customer.contractOwnerId': '2' })).toEqual([])
})

test('a number that comes again is judged the same, and anew where the target lists something else', () => {
  const { draft } = draftOfRows([changed(clean, { 'customer.contractOwnerId': '2' })])
  const said = (lists: Reference['lists']): readonly string[] =>
    values.check(describeSubject(draft), { reference: { lists, existing: null }, skipExisting: false, columnOf: () => undefined }).map((found) => found.code)
  const [one, two] = [{ 'contract-owners': [{ id: '1', name: 'Alpha' }] }, { 'contract-owners': [{ id: '2', name: 'Beta' }] }]
  expect([said(one), said(one), said(two), said(two), said(one), said({})]).toEqual([['unknown-reference'], ['unknown-reference'], [], [], ['unknown-reference'], []])
})

test('each id of a list is looked up', () => {
  const reference = { lists: { 'electronic-summary-templates': [{ id: '7', name: 'A' }, { id: '8', name: 'B' }] }, existing: null }
  const field = `${details}.electronicSummaryTemplateIds`
  expect(issuesWith({ [field]: '7, 8' }, { reference })).toEqual([])
  expect(issuesWith({ [field]: '7, 9' }, { reference })).toEqual([`error unknown-reference row 2 ${field}`])
})

test('a fixed value is judged once for the file and holds the customers that need it', () => {
  expect(issuesWith({ 'customer.onlineEmailAddress': '' }, { fixed: { 'customer.onlineEmailAddress': 'nobody' } })).toEqual(['error bad-email customer.onlineEmailAddress'])
})

test('an id may be as large as the API takes: int32 for owner and sub-brand, int64 for the others', () => {
  expect(issuesWith({ 'customer.contractOwnerId': '2147483647', 'customer.billingCycleId': '9223372036854775807' })).toEqual([])
  expect(issuesWith({ 'customer.contractOwnerId': '2147483648' })).toEqual(['error out-of-range row 2 customer.contractOwnerId'])
  expect(issuesWith({ 'customer.contractOwnerSubBrandId': '2147483648' })).toEqual(['error out-of-range row 2 customer.contractOwnerSubBrandId'])
  expect(issuesWith({ 'customer.billingCycleId': '9223372036854775808' })).toEqual(['error out-of-range row 2 customer.billingCycleId'])
})
