import { expect, test } from 'vitest'
import { changed, clean, dependent, issuesOf, issuesWith } from '../../../../../test/pipeline/kit.ts'

test('a row with every required field has no issue', () => {
  expect(issuesWith({})).toEqual([])
})

test.each([
  'customer.customerName', 'customer.customerType', 'customer.startDate', 'customer.contractOwnerId', 'customer.billingCycleId',
  'site.siteReference', 'site.siteName', 'site.startDate', 'site.siteAddress.address1', 'site.siteAddress.town', 'site.siteAddress.postcode', 'site.siteAddress.country',
])('%s is required', (field) => {
  expect(issuesWith({ [field]: '  ' })).toEqual([`error required-missing row 2 ${field}`])
})

test('a row without an account number is a customer of its own and lacks the number', () => {
  expect(issuesWith({ 'customer.customerAccountNumber': '' })).toEqual(['error required-missing row 2 customer.customerAccountNumber'])
})

test('a row that holds nothing of a customer, a site or a contact lacks the account number and nothing else', () => {
  expect(issuesOf([clean, { 'site.siteReference': 'Total: 1' }])).toEqual(['error required-missing row 3 customer.customerAccountNumber'])
})

test('a required cell that cannot be read is not called missing as well', () => {
  expect(issuesWith({ 'customer.startDate': 'soon' })).toEqual(['error not-a-date row 2 customer.startDate'])
})

test('an invoice address that is begun needs its required parts', () => {
  const address = 'site.siteInvoiceDetails.invoiceAddress'
  const begun = { [`${address}.town`]: 'York' }
  expect(issuesWith(begun)).toEqual(['address1', 'postcode', 'country'].map((part) => `error required-missing row 2 ${address}.${part}`))
  expect(issuesWith({ ...begun, [`${address}.address1`]: '1 Main Street', [`${address}.postcode`]: 'YO1 7HH', [`${address}.country`]: 'GB' })).toEqual([])
})

test('a contact without a name is no error', () => {
  expect(issuesWith({ 'siteContact.contactName': '' })).toEqual([])
})

test('what a site lacks is said at its own row', () => {
  expect(issuesOf([clean, changed(dependent, { 'site.siteName': '' })])).toEqual(['error required-missing row 3 site.siteName'])
})
