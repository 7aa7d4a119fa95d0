import { expect, test } from 'vitest'
import type { ReferenceItem } from '#core/model/reference.ts'
import { customFieldOf, fieldByPath, fieldEntries, findField, isCustomFieldPath, normaliseFieldPath } from './index.ts'

/** The writable leaves of the POST /customers sample, without array brackets and custom fields. */
const address = ['businessName', 'address1', 'address2', 'address3', 'town', 'county', 'postcode', 'country']
const contact = [
  'contactName', 'contactTelephoneNumber', 'contactAlternativeTelephoneNumber', 'contactEmailAddress', 'contactRole', 'receiveInvoiceBy', 'receiveInvoiceSummaryBy',
  'receiveElectronicSummaryReports', 'emailSuspended', 'contactNameToAppearOnInvoice', 'receiveEmailFraudAlert', 'receiveSmsFraudAlert',
]
const samplePaths = [
  ...[
    'contractOwnerId', 'contractOwnerSubBrandId', 'customerType', 'customerName', 'customerAccountNumber', 'startDate', 'endDate', 'contractTerm', 'contractTermStartDate', 'customerIsVip',
    'customerMarker', 'externalCommissionAgentId', 'onlineBillingRequired', 'onlineEmailAddress', 'sendWelcomeEmailOn', 'billingCycleId', 'creditThreshold', 'tripwireId',
  ].map((property) => `customer.${property}`),
  ...['siteName', 'siteReference', 'startDate', 'endDate', 'siteIdReceivingInvoice', 'repaymentPlanAmount', 'repaymentPlanRemainingPeriods'].map((property) => `site.${property}`),
  ...address.map((property) => `site.siteAddress.${property}`),
  ...[
    'invoiceSummaryTemplateId', 'invoiceTemplateId', 'electronicSummaryTemplateIds', 'invoiceSummaryTemplateComponents', 'accountPackageReference', 'paymentTermsInDays', 'preferredPaymentDay',
    'paymentMethod', 'mandateReference', 'thirdPartyCustomerReference', 'directDebitReference', 'accountName', 'accountNumber', 'sortCode', 'purchaseOrderNumber', 'invoiceNotes', 'taxExempt',
    'taxRegistrationNumber',
  ].map((property) => `site.siteInvoiceDetails.${property}`),
  ...address.map((property) => `site.siteInvoiceDetails.invoiceAddress.${property}`),
  ...contact.map((property) => `siteContact.${property}`),
  ...contact.map((property) => `customerContact.${property}`),
]

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

test('the catalogue is the sample payload and the invoice site, nothing else', () => {
  expect([...fieldByPath.keys()].toSorted()).toEqual([...samplePaths, 'site.invoiceSite'].toSorted())
})

test('no path and no label is used twice', () => {
  expect(fieldByPath.size).toBe(fieldEntries.length)
  expect(new Set(fieldEntries.map((entry) => entry.label.toLowerCase())).size).toBe(fieldEntries.length)
})

test('no label, alias or plain property name means two fields of one level', () => {
  const owners = new Map<string, string>()
  const clashes: string[] = []
  for (const entry of fieldEntries) {
    for (const text of [entry.label, ...entry.aliases].map(bare)) {
      const key = `${entry.level}:${text}`
      const owner = owners.get(key)
      if (owner !== undefined && owner !== entry.path) clashes.push(`${key} ${owner} ${entry.path}`)
      owners.set(key, entry.path)
    }
  }
  expect(clashes).toEqual([])
})

test('aliases are plain lower case and stand once in their list', () => {
  for (const { aliases, weakAliases = [] } of fieldEntries) {
    const all = [...aliases, ...weakAliases]
    expect(all.filter((alias) => alias !== alias.toLowerCase().trim())).toEqual([])
    expect(all.filter((alias, at) => all.indexOf(alias) !== at)).toEqual([])
  }
})

test('the path is the level and the property names, except for the field that only exists here', () => {
  for (const entry of fieldEntries.filter((one) => one.path !== 'site.invoiceSite')) {
    expect(entry.path).toBe([entry.level, ...entry.apiPath].join('.'))
  }
  expect(findField('site.invoiceSite')?.apiPath).toEqual([])
})

test('what the API notes call required is required', () => {
  const required = (how: string): string[] => fieldEntries.filter((entry) => entry.required === how).map((entry) => entry.path)
  expect(required('always')).toEqual([
    'customer.customerAccountNumber', 'customer.customerName', 'customer.customerType', 'customer.startDate', 'customer.contractOwnerId', 'customer.billingCycleId',
    'site.siteReference', 'site.siteName', 'site.startDate',
    'site.siteAddress.address1', 'site.siteAddress.town', 'site.siteAddress.postcode', 'site.siteAddress.country',
  ])
  expect(required('with-parent')).toEqual([
    'site.siteInvoiceDetails.invoiceTemplateId',
    ...['address1', 'town', 'postcode', 'country'].map((name) => `site.siteInvoiceDetails.invoiceAddress.${name}`),
  ])
})

test('known bounds are known and inferred ones are not', () => {
  expect(findField('customer.customerName')?.type).toEqual({ kind: 'text', min: 1, max: 100, bounds: 'known', pattern: 'P' })
  expect(findField('site.repaymentPlanRemainingPeriods')?.type).toMatchObject({ min: '0', max: '240', minBound: 'known', maxBound: 'known' })
  expect(findField('site.siteInvoiceDetails.paymentTermsInDays')?.type).toMatchObject({ max: '400', maxBound: 'inferred' })
  expect(findField('site.siteInvoiceDetails.preferredPaymentDay')?.type).toMatchObject({ min: '1', minBound: 'inferred', maxBound: 'inferred' })
  expect(findField('customer.creditThreshold')?.type).toMatchObject({ max: '100000000000000000', bounds: 'known' })
  expect(findField('siteContact.contactEmailAddress')?.type).toMatchObject({ max: 255, bounds: 'inferred' })
  expect(findField('customer.onlineEmailAddress')?.type).toMatchObject({ max: 255, bounds: 'known' })
})

test('lists that are not fully known are open', () => {
  const closed = fieldEntries.flatMap((entry) => (entry.type.kind === 'enum' && entry.type.closed ? [entry.path] : []))
  expect(closed).toEqual(['customer.customerType', 'site.siteInvoiceDetails.paymentMethod'])
})

test('a path that does not exist has no entry', () => {
  expect(findField('site.postcode')).toBeNull()
  expect(findField('__proto__')).toBeNull()
})

test('a custom field path has a level and a definition', () => {
  expect(customFieldOf('site.customFields.Meter no. 1')).toEqual({ level: 'site', definition: 'Meter no. 1' })
  expect(customFieldOf('customer.customFields.102')).toEqual({ level: 'customer', definition: '102' })
})

test('other paths are no custom fields', () => {
  for (const path of ['customer.customerName', 'customFields.X', 'siteContact.customFields.X', 'site.customFields.', 'site.customFields. ']) expect(isCustomFieldPath(path)).toBe(false)
})

test('a plain custom field takes the level its definition has', () => {
  const definitions: readonly ReferenceItem[] = [{ id: '7', name: 'Meter', kind: 'SITE' }, { id: '8', name: 'Tier', kind: 'CUSTOMER' }]
  expect(normaliseFieldPath('customFields.meter', definitions)).toBe('site.customFields.meter')
  expect(normaliseFieldPath('customFields.7', definitions)).toBe('site.customFields.7')
  expect(normaliseFieldPath('customFields.Tier', definitions)).toBe('customer.customFields.Tier')
})

test('a plain custom field that nobody defines, or that both levels define, is the customer\'s', () => {
  expect(normaliseFieldPath('customFields.Tier')).toBe('customer.customFields.Tier')
  expect(normaliseFieldPath('customFields.Tier', [{ id: '1', name: 'Tier', kind: 'SITE' }, { id: '2', name: 'Tier', kind: 'CUSTOMER' }])).toBe('customer.customFields.Tier')
})

test('other paths stay as they are', () => {
  expect(normaliseFieldPath('site.siteName')).toBe('site.siteName')
})
