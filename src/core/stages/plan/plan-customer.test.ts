import { expect, test } from 'vitest'
import { CustomerRequest } from '../../../api/schemas/customer.ts'
import { SiteRequest } from '../../../api/schemas/site.ts'
import { changed, clean, dependent, draftOfRows, prepareRows } from '../../../../test/pipeline/kit.ts'
import type { Options, Row } from '../../../../test/pipeline/kit.ts'

const site = (reference: string, change: Row = {}): Row => changed(clean, { 'site.siteReference': reference, 'site.siteName': `Site ${reference}`, ...change })
const contact = (name: string): Row => changed(clean, { 'siteContact.contactName': name, 'siteContact.contactNameToAppearOnInvoice': '' })
const stepsOf = (rows: readonly Row[], options: Options = {}) => draftOfRows(rows, options).unit?.steps ?? []
const bodyOf = (rows: readonly Row[], options: Options = {}): string => stepsOf(rows, options)[0]?.body ?? ''
const referencesIn = (body: string): readonly string[] => [...body.matchAll(/"siteReference":"([^"]+)"/g)].map(([, reference = '']) => reference)
const namesIn = (body: string): readonly string[] => [...body.matchAll(/"contactName":"([^"]+)"/g)].map(([, name = '']) => name)

test('a customer is one request in the order of the API', () => {
  expect(bodyOf([clean])).toBe(
    '{"contractOwnerId":1,"customerType":"BUSINESS","customerName":"Example Ltd","customerAccountNumber":"ACC1","startDate":"2025-03-01","billingCycleId":601,'
    + '"sites":[{"customerId":0,"siteName":"Main premises","siteReference":"S1","startDate":"2025-03-01",'
    + '"siteAddress":{"address1":"1 High Street","town":"Leeds","postcode":"LS1 4AB","country":"GB"},'
    + '"siteInvoiceDetails":{"invoiceTemplateId":201,"paymentTermsInDays":30},'
    + '"siteContacts":[{"contactName":"Ann Other","contactEmailAddress":"ann@example.com","receiveInvoiceBy":"EMAIL","contactNameToAppearOnInvoice":true}]}]}',
  )
})

test('a dependent site is a request of its own, with zeros for the ids that do not exist yet', () => {
  const steps = stepsOf([dependent, clean])
  expect(steps.map(({ key, kind, path, receivingSite }) => ({ key, kind, path, receivingSite }))).toEqual([
    { key: 'customer:ACC1', kind: 'create-customer', path: '/customers', receivingSite: null },
    { key: 'site:ACC1/S2', kind: 'create-site', path: '/sites', receivingSite: 'S1' },
  ])
  expect(referencesIn(steps[0]?.body ?? '')).toEqual(['S1'])
  expect(SiteRequest.parse(JSON.parse(steps[1]?.body ?? ''))).toMatchObject({ customerId: 0, siteIdReceivingInvoice: 0, siteReference: 'S2' })
  expect(steps[1]?.body).not.toContain('invoiceSite')
})

test('the receiving site is named as it is spelt itself', () => {
  expect(stepsOf([clean, changed(dependent, { 'site.invoiceSite': 's1' })])[1]?.receivingSite).toBe('S1')
})

test('what is planned fits the wire contract', () => {
  const full = changed(clean, {
    'customer.creditThreshold': '1250.50', 'customer.customerIsVip': 'yes', 'customer.customFields.102': 'Gold', 'customerContact.contactName': 'Carol',
    'site.siteInvoiceDetails.electronicSummaryTemplateIds': '7, 8', 'site.siteInvoiceDetails.invoiceSummaryTemplateComponents': '5, 4',
  })
  const body = bodyOf([full])
  expect(CustomerRequest.parse(JSON.parse(body))).toMatchObject({ customerMarker: true, creditThreshold: 1250.5, customerContacts: [{ contactName: 'Carol' }] })
  expect(body).not.toContain('customerIsVip')
  expect(body).toContain('"invoiceSummaryTemplateComponents":[{"id":5,"positionInTemplate":1},{"id":4,"positionInTemplate":2}]')
})

test('numbers stay exact', () => {
  expect(bodyOf([changed(clean, { 'customer.creditThreshold': '99999999999999999.01' })])).toContain('"creditThreshold":99999999999999999.01')
  expect(bodyOf([site('S1', { 'site.siteInvoiceDetails.invoiceTemplateId': '', 'site.siteInvoiceDetails.paymentTermsInDays': '', 'site.siteIdReceivingInvoice': '9007199254740993' })]))
    .toContain('"siteIdReceivingInvoice":9007199254740993')
})

test('the first self-invoiced site of the file leads, the others stand by reference', () => {
  expect(referencesIn(bodyOf([dependent, site('S9'), site('S3'), site('S1')]))).toEqual(['S9', 'S1', 'S3'])
})

test('the marked contact leads; without one the first of the file does', () => {
  const marked = changed(contact('Marked'), { 'siteContact.contactNameToAppearOnInvoice': 'yes' })
  expect(namesIn(bodyOf([contact('Zoe'), contact('Bob'), marked, contact('Ann')]))).toEqual(['Marked', 'Ann', 'Bob', 'Zoe'])
  expect(namesIn(bodyOf([contact('Zoe'), contact('Bob'), contact('Ann')]))).toEqual(['Zoe', 'Ann', 'Bob'])
})

test('custom fields stand by id, with the label of their definition', () => {
  const reference = { lists: { 'custom-field-definitions': [{ id: '102', name: 'Tier', kind: 'CUSTOMER' }, { id: '11', name: 'Colour', kind: 'CUSTOMER' }] }, existing: null }
  expect(bodyOf([changed(clean, { 'customer.customFields.tier': 'Gold', 'customer.customFields.11': 'Red' })], { reference })).toContain(
    '"assignedCustomFields":[{"customFieldDefinitionId":11,"label":"Colour","value":"Red"},{"customFieldDefinitionId":102,"label":"Tier","value":"Gold"}]',
  )
})

test('text loses the white space around it and nothing else', () => {
  expect(bodyOf([changed(clean, { 'site.siteInvoiceDetails.invoiceNotes': `  two  words\nand a line ${'x'.repeat(3000)} ` })])).toContain(`"invoiceNotes":"two  words\\nand a line ${'x'.repeat(3000)}"`)
})

test('a thousand sites go with the customer, the next one is a request of its own', () => {
  const sites = Array.from({ length: 1001 }, (_, index) => site(`S${String(index).padStart(4, '0')}`))
  const steps = stepsOf([...sites, changed(dependent, { 'site.siteReference': 'T1', 'site.invoiceSite': 'S0000' })])
  expect(referencesIn(steps[0]?.body ?? '')).toHaveLength(1000)
  expect(steps.slice(1).map(({ key, receivingSite }) => [key, receivingSite])).toEqual([['site:ACC1/S1000', null], ['site:ACC1/T1', 'S0000']])
  expect(steps[1]?.body).not.toContain('siteIdReceivingInvoice')
})

test('keys of requests stay apart when numbers and references hold a slash', () => {
  const at = (account: string, reference: string): Row[] => [clean, dependent].map((row) => changed(row, { 'customer.customerAccountNumber': account, ...(row === dependent ? { 'site.siteReference': reference } : {}) }))
  const keys = prepareRows([...at('A', 'B/C'), ...at('A/B', 'C')]).plan.units.flatMap(({ steps }) => steps.map(({ key }) => key))
  expect(new Set(keys).size).toBe(4)
})
