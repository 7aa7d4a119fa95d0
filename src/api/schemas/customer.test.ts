import { describe, expect, it } from 'vitest'
import { CustomerRequest, CustomerResponse } from './customer.ts'

const address = { address1: '1 Mill Lane', town: 'Leeds', postcode: 'LS1 4AB', country: 'GB' }
const site = {
  customerId: 0,
  siteName: 'Head office',
  siteReference: 'S1',
  startDate: '2024-02-29',
  siteAddress: address,
  siteInvoiceDetails: { invoiceTemplateId: 1, preferredPaymentDay: 31 },
  siteContacts: [{}],
}
const customer = {
  contractOwnerId: 1,
  customerType: 'BUSINESS',
  customerName: 'Mill & Co',
  customerAccountNumber: 'A1',
  startDate: '2024-02-29',
  billingCycleId: 1,
  sites: [site],
}

const accepts = (change: object) => CustomerRequest.safeParse({ ...customer, ...change }).success
const acceptsSite = (change: object) => accepts({ sites: [{ ...site, ...change }] })

describe('CustomerRequest', () => {
  it('accepts the smallest customer', () => expect(CustomerRequest.safeParse(customer).error).toBeUndefined())

  it.each(Object.keys(customer))('requires %s', (key) => expect(accepts({ [key]: undefined })).toBe(false))

  it.each(['customerId', 'siteName', 'siteReference', 'startDate', 'siteAddress', 'siteContacts'])('requires %s of a site', (key) =>
    expect(acceptsSite({ [key]: undefined })).toBe(false))

  it.each(['address1', 'town', 'postcode', 'country'])('requires %s of an address', (key) =>
    expect(acceptsSite({ siteAddress: { ...address, [key]: undefined } })).toBe(false))

  it.each([
    ['an unknown customer type', { customerType: 'TRADE' }],
    ['a name of 101 characters', { customerName: 'x'.repeat(101) }],
    ['an empty account number', { customerAccountNumber: '' }],
    ['a day that does not exist', { startDate: '2023-02-29' }],
    ['a date with a time', { startDate: '2024-01-01T00:00:00Z' }],
    ['a date written without zeros', { startDate: '2024-1-1' }],
    ['an owner beyond int32', { contractOwnerId: 2_147_483_648 }],
    ['an owner that is text', { contractOwnerId: '1' }],
    ['a rounded id', { billingCycleId: 2 ** 53 }],
    ['no site', { sites: [] }],
    ['1001 sites', { sites: Array.from({ length: 1001 }, () => site) }],
    ['a negative threshold', { creditThreshold: -1 }],
    ['a threshold one over 1e17', { creditThreshold: 100_000_000_000_000_001n }],
    ['an email address without @', { onlineEmailAddress: 'nobody' }],
    ['an email address of 256 characters', { onlineEmailAddress: `${'a'.repeat(244)}@example.org` }],
    ['a read-only property', { id: 1 }],
    ['a null', { endDate: null }],
  ])('refuses %s', (_, change) => expect(accepts(change)).toBe(false))

  it.each([
    ['a name of 100 characters', { customerName: 'x'.repeat(100) }],
    ['characters outside the known part of pattern P', { customerName: 'Fish <&> "Chips" €' }],
    ['an exact id beyond 2^53', { billingCycleId: 9_007_199_254_740_993n }],
    ['a threshold of 1e17', { creditThreshold: 100_000_000_000_000_000n }],
    ['1000 sites', { sites: Array.from({ length: 1000 }, () => site) }],
    ['a dotted email address of 255 characters', { onlineEmailAddress: `a.b@${'c'.repeat(247)}.org` }],
  ])('accepts %s', (_, change) => expect(accepts(change)).toBe(true))

  it.each([
    ['a real customer id inside POST /customers', { customerId: 7 }],
    ['no contacts', { siteContacts: [] }],
    ['an unknown payment method', { siteInvoiceDetails: { invoiceTemplateId: 1, paymentMethod: 'CASH' } }],
    ['invoice details without a template', { siteInvoiceDetails: { preferredPaymentDay: 1 } }],
    ['a country name', { siteAddress: { ...address, country: 'UK' } }],
    ['a repayment amount under 1', { repaymentPlanAmount: 0.99 }],
    ['241 repayment periods', { repaymentPlanRemainingPeriods: 241 }],
  ])('refuses a site with %s', (_, change) => expect(acceptsSite(change)).toBe(false))

  it.each([
    ['payment terms over the inferred 400', { siteInvoiceDetails: { invoiceTemplateId: 1, paymentTermsInDays: 401 } }],
    ['a role nobody has documented', { siteContacts: [{ contactRole: 'TECHNICAL' }] }],
    ['a repayment amount of 100000', { repaymentPlanAmount: 100_000, repaymentPlanRemainingPeriods: 240 }],
  ])('accepts a site with %s', (_, change) => expect(acceptsSite(change)).toBe(true))
})

describe('CustomerResponse', () => {
  it('needs id and account number only, and keeps what it does not know', () => {
    const answer = { id: '9007199254740993', customerAccountNumber: 'A1', sites: [{}, { id: 3, siteReference: null }], news: [1] }
    expect(CustomerResponse.parse(answer)).toEqual(answer)
  })

  it.each([
    ['a rounded id', { id: 2 ** 53, customerAccountNumber: 'A1' }],
    ['no account number', { id: 1 }],
  ])('refuses %s', (_, answer) => expect(CustomerResponse.safeParse(answer).success).toBe(false))
})
