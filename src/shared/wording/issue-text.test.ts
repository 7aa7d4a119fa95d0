import { expect, test } from 'vitest'
import { issue, issueCodes } from '#core/model/issue.ts'
import type { Issue, IssueInit } from '#core/model/issue.ts'
import { issueMessage, issueTitle } from './issue-text.ts'

const message = (init: IssueInit): string => issueMessage(issue(init))
const cell = { table: 0, row: 7, column: 2 }

test('every code has a title of its own, and a sentence that ends', () => {
  expect(new Set(issueCodes.map(issueTitle)).size).toBe(issueCodes.length)
  for (const code of issueCodes) {
    for (const severity of ['error', 'warning', 'info'] as const) expect(message({ code, severity })).toMatch(/^[A-Z"].*\.$/s)
  }
})

test('without a single fact no sentence has a hole', () => {
  for (const code of issueCodes) expect(message({ code, severity: 'error' })).not.toMatch(/undefined|null|NaN|\(\)|""|  | \.| ,/)
})

test('with all facts every sentence is still whole', () => {
  const full: Partial<Issue> = {
    place: cell, field: 'site.siteAddress.postcode', value: 'LS1', customer: 'A1', site: 'S1', related: [{ table: 0, row: 9, column: 2 }],
    params: { limit: 100, min: '1', max: '400', length: 120, list: 'ONE, TWO', other: 'Mill & Co', otherRow: 9, field2: 'site.siteName', count: 2, reference: 'billing-cycles', order: 'mdy', column: 'Started', expected: 5, found: 4 },
  }
  for (const code of issueCodes) {
    for (const severity of ['error', 'warning', 'info'] as const) expect(message({ ...full, code, severity })).not.toMatch(/undefined|null|NaN|  |site\.site/)
  }
})

test('a wrong value is quoted beside its field', () => {
  expect(message({ code: 'bad-email', severity: 'error', field: 'siteContact.contactEmailAddress', value: 'nobody' })).toBe(
    '"nobody" is not an email address (Contact email). Write one address, such as name@example.co.uk.')
})

test('a conflict names the other cell and both values', () => {
  const text = message({ code: 'conflicting-values', severity: 'error', place: cell, field: 'customer.customerName', value: 'Mill', customer: 'A1', params: { other: 'Mills', otherRow: 4 }, related: [{ table: 0, row: 4, column: 1 }] })
  expect(text).toContain('Customer name of customer "A1": "Mill" here, but "Mills" in cell B4')
})

test('two invoice contacts name both rows', () => {
  const text = message({ code: 'two-invoice-contacts', severity: 'error', place: cell, related: [{ table: 0, row: 12 }] })
  expect(text).toContain('row 7')
  expect(text).toContain('row 12')
})

test('bounds are said as far as they are known', () => {
  const bounded = (params: Issue['params']): string => message({ code: 'out-of-range', severity: 'error', field: 'site.repaymentPlanAmount', value: '0', params })
  expect(bounded({ min: '1', max: '100000' })).toContain('between 1 and 100000')
  expect(bounded({ min: '1' })).toContain('1 or more')
  expect(bounded({ max: '5' })).toContain('5 or less')
})

test('an inferred bound says that the value is sent all the same, a known one does not', () => {
  const tooLong = (severity: 'error' | 'warning'): string => message({ code: 'too-long', severity, field: 'site.siteName', params: { limit: 100, length: 101 } })
  expect(tooLong('warning')).toContain('sent as it stands')
  expect(tooLong('error')).not.toContain('sent as it stands')
})

test('a long value is shortened in the sentence only, and a line break does not break it', () => {
  const text = message({ code: 'not-yes-or-no', severity: 'error', field: 'customer.customerMarker', value: `a\nb${'x'.repeat(200)}` })
  expect(text).toContain('"a b')
  expect(text).toContain('…"')
  expect(text.length).toBeLessThan(200)
})

test('an unknown name and an ambiguous one need different remedies', () => {
  const unknown = (count: number): string => message({ code: 'unknown-reference', severity: 'error', field: 'customer.billingCycleId', value: 'Monthly', params: { reference: 'billing-cycles', count } })
  expect(unknown(0)).toContain('no billing cycle "Monthly"')
  expect(unknown(2)).toContain('2 entries called "Monthly"')
})

test('a custom field is called by its name', () => {
  expect(message({ code: 'unknown-reference', severity: 'error', field: 'site.customFields.Meter', value: 'M1', params: { reference: 'custom-field-definitions', other: 'Meter', count: 0 } })).toContain('no custom field "Meter"')
})
