import { expect, test } from 'vitest'
import { findField } from '#core/catalogue/index.ts'
import { valueLimit } from '#core/model/column-profile.ts'
import type { FieldEntry } from '#core/model/field.ts'
import { noReference } from '#core/model/reference.ts'
import type { Reference } from '#core/model/reference.ts'
import { emptyProfile, finishProfile, newProfile, pushText } from './profile-column.ts'
import { proposer, proposeValues, valueChoices } from './propose-values.ts'

const entryOf = (path: string): FieldEntry => {
  const entry = findField(path)
  if (entry === null) throw new Error(path)
  return entry
}
const read: Reference = {
  existing: null,
  lists: {
    'billing-cycles': [{ id: '12', name: 'Monthly 1st' }, { id: '13', name: 'Monthly 15th' }, { id: '14', name: 'Quarterly' }],
    'electronic-summary-templates': [{ id: '21', name: 'By site' }, { id: '22', name: 'By number' }],
    'commission-agents': [{ id: '1', name: 'Agent Smith', kind: 'INTERNAL' }],
  },
}

function table(path: string, values: readonly string[], reference = noReference) {
  const profile = newProfile()
  for (const value of values) pushText(profile, value)
  return proposeValues(entryOf(path), finishProfile(profile), reference)
}
/** Text to what is proposed; taken ones with an exclamation mark. */
const proposed = (path: string, values: readonly string[], reference = noReference): Record<string, string | null> =>
  Object.fromEntries(table(path, values, reference).map(({ text, taken, proposed: value }) => [text, taken ? `${value}!` : value]))

test('known spellings are shown as taken, the value itself is not shown, and each text is counted', () => {
  expect(table('customer.customerType', ['Ltd company', 'BUSINESS', 'Ltd company ', 'Private', ''])).toEqual([
    { text: 'Ltd company', count: 2, taken: true, proposed: 'BUSINESS', confidence: 1, reason: 'Another way to write BUSINESS.' },
    { text: 'Private', count: 1, taken: true, proposed: 'RESIDENTIAL', confidence: 1, reason: 'Another way to write RESIDENTIAL.' },
  ])
})

test('near words are proposed and not taken', () => {
  expect(proposed('customer.customerType', ['Busines', 'Residental', 'Private individual', 'Ltd. Co.', 'Reselling', 'Member of staff', 'Martian'])).toEqual({
    Busines: 'BUSINESS', Residental: 'RESIDENTIAL', 'Private individual': 'RESIDENTIAL', 'Ltd. Co.': 'BUSINESS', Reselling: null, 'Member of staff': 'STAFF_MEMBER', Martian: null,
  })
  expect(table('customer.customerType', ['Busines'])[0]).toMatchObject({ taken: false, reason: 'Nearest to "BUSINESS".' })
  expect(table('customer.customerType', ['Ltd. Co.'])[0]?.reason).toMatch(/^Nearest to "ltd.*", which means BUSINESS\.$/)
})

test('payment methods and deliveries', () => {
  expect(proposed('site.siteInvoiceDetails.paymentMethod', ['DD', 'Direct Debit (monthly)', 'Card payment', 'Check', 'Stripe direct debits', 'Not direct debit', 'cash'])).toEqual({
    DD: 'DIRECT_DEBIT!', 'Direct Debit (monthly)': 'DIRECT_DEBIT', 'Card payment': 'CREDIT_CARD', Check: 'CHEQUE!', 'Stripe direct debits': 'STRIPE_DD', 'Not direct debit': null, cash: null,
  })
  expect(proposed('siteContact.receiveInvoiceBy', ['Email + post', 'E-mail & paper copy', 'Paper copy', 'electronically'])).toEqual({ 'Email + post': 'BOTH!', 'E-mail & paper copy': 'BOTH', 'Paper copy': 'POST', electronically: 'EMAIL!' })
})

test('a text that is like two values as much is left to the operator, and says which', () => {
  expect(table('customer.customerType', ['Business / residential'])).toMatchObject([{ proposed: null, confidence: 0, reason: expect.stringMatching(/^It could be .*BUSINESS.*\.$/) }])
})

test('yes and no need no line; marks and other words do', () => {
  expect(proposed('customer.customerMarker', ['yes', 'No', 'TRUE', 'Y', '0', 'x', '✗', 'Enabled', 'not allowed', 'perhaps'])).toEqual({ Y: 'yes!', 0: 'no!', x: 'yes', '✗': 'no', Enabled: 'yes', 'not allowed': 'no', perhaps: null })
})

test('names of the target are found, near ones proposed, and ids that are not listed named', () => {
  expect(proposed('customer.billingCycleId', ['12', 'monthly 1ST', 'Monthly (1st)', 'Monthly 01', 'Quartely', 'Monthly', '99'], read)).toEqual({ 'monthly 1ST': '12!', 'Monthly (1st)': '12', 'Monthly 01': '12', Quartely: '14', Monthly: null, 99: null })
  expect(table('customer.billingCycleId', ['Quartely'], read)[0]?.reason).toBe('Nearest to "Quarterly".')
  expect(proposed('customer.billingCycleId', ['Monthly 1st', '12'])).toEqual({ 'Monthly 1st': null })
  expect(proposed('customer.externalCommissionAgentId', ['Agent Smyth'], read)).toEqual({ 'Agent Smyth': null })
})

test('of several names in one cell each is proposed, or none', () => {
  expect(proposed('site.siteInvoiceDetails.electronicSummaryTemplateIds', ['By site, By number', 'Site; By numbers', 'By site, By hand'], read)).toEqual({ 'By site, By number': '21, 22!', 'Site; By numbers': '21, 22', 'By site, By hand': null })
})

test('countries by a wrong letter', () => {
  expect(proposed('site.siteAddress.country', ['GB', 'United Kingdom', 'Untied Kingdom', 'Germny', 'Ruritania'])).toEqual({ 'United Kingdom': 'GB!', 'Untied Kingdom': 'GB', Germny: 'DE', Ruritania: null })
})

test('numbers with words around them', () => {
  expect(proposed('customer.contractTerm', ['12', '24 months', '2 years', '1 yr', '18m', '30 days', '12-24 months', '£12', '1,000'])).toEqual({ '24 months': '24', '2 years': '24', '1 yr': '12', '18m': '18', '30 days': null, '12-24 months': null, '£12': null })
  expect(proposed('site.siteInvoiceDetails.paymentTermsInDays', ['Net 30', '30 days', '2 weeks', '30 days EOM', '1 month', '5%'])).toEqual({ 'Net 30': '30', '30 days': '30', '2 weeks': '14', '30 days EOM': '30', '1 month': null, '5%': null })
})

test('what stands for nothing is proposed as an empty cell, where the field may be empty', () => {
  expect(proposed('customer.endDate', ['n/a', 'TBC', '31/12/2026', '45321', 'soon'])).toEqual({ 'n/a': '', TBC: '', soon: null })
  expect(table('customer.startDate', ['TBC'])).toMatchObject([{ proposed: null, reason: 'Usually stands for an empty cell, but the field is required.' }])
  expect(proposed('customer.creditThreshold', ['none', '1,000', '£5', 'lots'])).toEqual({ none: '', lots: null })
})

test('of a column with too many texts to count, the samples are shown without counts', () => {
  const values = Array.from({ length: valueLimit + 5 }, (_, at) => `Type ${at}`)
  const shown = table('customer.customerType', values)
  expect(shown).toHaveLength(values.length)
  expect(new Set(shown.map(({ count }) => count))).toEqual(new Set([null]))
})

test('text fields have no table', () => expect(proposeValues(entryOf('customer.customerName'), { ...emptyProfile, filled: 1, values: new Map([['x', 1]]) }, noReference)).toEqual([]))

test('choices carry a label; a list that was not read has none', () => {
  expect(valueChoices(entryOf('customer.billingCycleId'), read)[0]).toEqual({ value: '12', label: 'Monthly 1st (12)' })
  expect(valueChoices(entryOf('customer.billingCycleId'), noReference)).toEqual([])
  expect(valueChoices(entryOf('customer.customerMarker'), read).map(({ value }) => value)).toEqual(['yes', 'no'])
  expect(valueChoices(entryOf('site.siteAddress.country'), read)).toContainEqual({ value: 'GB', label: 'United Kingdom (GB)' })
})

test('for the sentence of an issue one text is enough', () => {
  const propose = proposer(entryOf('customer.customerType'), noReference)
  expect([propose('Busines'), propose('Busines'), propose('Martian'), propose('n/a')]).toEqual(['BUSINESS', 'BUSINESS', null, null])
  expect(proposer(null, noReference)('x')).toBeNull()
})
