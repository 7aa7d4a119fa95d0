import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.ts'
import { type TestClient, address, at, contact, customer, details, site, startTestClient } from '../test-client.ts'

let client: TestClient
beforeAll(async () => {
  client = await startTestClient()
})
afterAll(() => client.close())
beforeEach(async () => {
  await client.control('POST', '/reset')
  await client.login()
})

const post = (change: JsonObject) => client.post('/customers', { ...customer, ...change })
const postSite = (change: JsonObject) => post({ sites: [{ ...site, ...change }] })
const postContacts = (...contacts: readonly JsonObject[]) => postSite({ siteContacts: contacts })

describe('POST /customers', () => {
  it('answers 201 with ids for the customer, its sites and contacts', async () => {
    const got = await post({ sites: [site, { ...site, siteReference: 'S2' }], customerContacts: [contact] })
    expect(got).toMatchObject({
      status: 201,
      json: {
        ...customer,
        id: expect.any(Number),
        createdDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        contractOwnerSubBrandId: 11,
        tripwireId: 41,
        customerMarker: false,
        customerContacts: [{ ...contact, id: expect.any(Number) }],
        sites: [
          { id: expect.any(Number), siteReference: 'S1', customerId: at(got.json, 'id'), siteContacts: [{ contactNameToAppearOnInvoice: true }] },
          { id: expect.any(Number), siteReference: 'S2', customerId: at(got.json, 'id') },
        ],
      },
    })
    expect((await client.get(`/customers/${String(at(got.json, 'id'))}`)).json).toEqual(got.json)
  })

  it('keeps what is given over what the owner would fill in', async () =>
    expect(await post({ contractOwnerSubBrandId: 12, tripwireId: 42 })).toMatchObject({ status: 201, json: { contractOwnerSubBrandId: 12, tripwireId: 42 } }))

  it.each<[number, string, JsonObject]>([
    [400, 'customerName: ', { customerName: undefined }],
    [400, 'customerName: must not be blank', { customerName: '  ' }],
    [400, 'customerType: ', { customerType: 'TRADE' }],
    [400, 'startDate: ', { startDate: '01/03/2024' }],
    [400, 'id', { id: 3 }],
    [400, 'colour', { colour: 'red' }],
    [400, 'contractTermStartDate: is required', { contractTerm: 12 }],
    [400, 'contractTerm: is required', { contractTermStartDate: '2024-03-01' }],
    [400, 'creditThreshold: ', { creditThreshold: 100_000_000_000_000_001n }],
    [400, 'customerContacts[0].receiveInvoiceBy: ', { customerContacts: [{ contactNameToAppearOnInvoice: true }] }],
    [400, 'contractOwnerSubBrandId: sub-brand 21 does not belong', { contractOwnerSubBrandId: 21 }],
    [400, 'assignedCustomFields[0].customFieldDefinitionId: definition 104 is of entity level SITE', { assignedCustomFields: [{ customFieldDefinitionId: 104, value: 'x' }] }],
    [404, 'contractOwnerId: contract owner 9 not found', { contractOwnerId: 9 }],
    [404, 'contractOwnerSubBrandId: ', { contractOwnerSubBrandId: 99 }],
    [404, 'billingCycleId: billing cycle 9007199254740993 not found', { billingCycleId: 9_007_199_254_740_993n }],
    [404, 'externalCommissionAgentId: ', { externalCommissionAgentId: 99 }],
    [404, 'tripwireId: ', { tripwireId: 99 }],
    [404, 'assignedCustomFields[0].customFieldDefinitionId: ', { assignedCustomFields: [{ customFieldDefinitionId: 99 }] }],
    [409, "customerAccountNumber: 'PRAC-0001' already exists", { customerAccountNumber: 'PRAC-0001' }],
  ])('answers %i, %s', async (status, message, change) => {
    const got = await post(change)
    expect(got.status).toBe(status)
    expect(at(got.json, 'message')).toContain(message)
    expect((await client.get('/customers?page=1&pageSize=10&fields=id')).json).toHaveLength(3)
  })

  it.each<[string, JsonObject]>([
    ['a term with its start', { contractTerm: 12, contractTermStartDate: '2024-03-01' }],
    ['a threshold of exactly 1e17', { creditThreshold: 100_000_000_000_000_000n }],
    ['an end before the start, which no page forbids', { endDate: '2020-01-01' }],
    ['an account number of another owner', { customerAccountNumber: 'PRAC-0001', contractOwnerId: 2 }],
    ['a custom field of a customer', { assignedCustomFields: [{ customFieldDefinitionId: 102, value: 'Gold' }] }],
  ])('accepts %s', async (_, change) => expect((await post(change)).status).toBe(201))

  it('names every field that is wrong', async () =>
    expect(at((await post({ startDate: 'x', customerType: 'y' })).json, 'message')).toMatch(/customerType: .*; startDate: /))
})

describe('the sites of a new customer', () => {
  it.each<[number, string, JsonObject]>([
    [400, 'sites[0].customerId: ', { customerId: 5 }],
    [400, 'sites[0].siteReference: must not be blank', { siteReference: ' ' }],
    [400, 'sites[0].siteAddress.town: must not be blank', { siteAddress: { ...address, town: '' } }],
    [400, 'sites[0].siteAddress.country: ', { siteAddress: { ...address, country: 'UK' } }],
    [400, 'sites[0]: siteInvoiceDetails or siteIdReceivingInvoice is required', { siteInvoiceDetails: undefined }],
    [400, 'sites[0]: give siteInvoiceDetails or siteIdReceivingInvoice, not both', { siteIdReceivingInvoice: 1 }],
    [400, 'sites[0].siteIdReceivingInvoice: site 1 belongs to another customer', { siteInvoiceDetails: undefined, siteIdReceivingInvoice: 1 }],
    [400, 'sites[0].siteInvoiceDetails: paymentTermsInDays or preferredPaymentDay is required', { siteInvoiceDetails: { invoiceTemplateId: 201 } }],
    [400, 'sites[0].siteInvoiceDetails: give paymentTermsInDays or preferredPaymentDay, not both', { siteInvoiceDetails: { ...details, preferredPaymentDay: 1 } }],
    [400, 'sites[0].siteInvoiceDetails.invoiceAddress.postcode: ', { siteInvoiceDetails: { ...details, invoiceAddress: { ...address, postcode: ' ' } } }],
    [400, 'sites[0].siteContacts: ', { siteContacts: [] }],
    [404, 'sites[0].siteInvoiceDetails.invoiceTemplateId: invoice template 9', { siteInvoiceDetails: { ...details, invoiceTemplateId: 9 } }],
    [404, 'sites[0].siteInvoiceDetails.invoiceSummaryTemplateId: ', { siteInvoiceDetails: { ...details, invoiceSummaryTemplateId: 9 } }],
    [404, 'sites[0].siteInvoiceDetails.electronicSummaryTemplateIds[1]: ', { siteInvoiceDetails: { ...details, electronicSummaryTemplateIds: [401, 9] } }],
    [404, 'sites[0].siteInvoiceDetails.invoiceSummaryTemplateComponents[0].id: ', { siteInvoiceDetails: { ...details, invoiceSummaryTemplateComponents: [{ id: 9 }] } }],
    [400, 'sites[0].assignedCustomFields[0].customFieldDefinitionId: ', { assignedCustomFields: [{ customFieldDefinitionId: 102 }] }],
  ])('answers %i, %s', async (status, message, change) => {
    const got = await postSite(change)
    expect(got.status).toBe(status)
    expect(at(got.json, 'message')).toContain(message)
  })

  it.each<[string, JsonObject]>([
    ['a payment day of 31', { siteInvoiceDetails: { invoiceTemplateId: 201, preferredPaymentDay: 31 } }],
    ['all templates there are', { siteInvoiceDetails: { ...details, invoiceSummaryTemplateId: 301, electronicSummaryTemplateIds: [401, 402], invoiceSummaryTemplateComponents: [{ id: 501, positionInTemplate: 1 }] } }],
    ['a custom field of a site', { assignedCustomFields: [{ customFieldDefinitionId: 104, value: 'M1' }] }],
  ])('may have %s', async (_, change) => expect((await postSite(change)).status).toBe(201))

  it('have references of their own', async () =>
    expect(await post({ sites: [site, site] })).toMatchObject({ status: 400, json: { message: "sites[1].siteReference: 'S1' is given twice" } }))
})

describe('contacts', () => {
  it('marks the first when none is marked, without asking for receiveInvoiceBy', async () => {
    const got = await postContacts({ contactName: 'A' }, { contactName: 'B', contactNameToAppearOnInvoice: false })
    expect(at(got.json, 'sites', 0, 'siteContacts')).toMatchObject([{ contactNameToAppearOnInvoice: true }, { contactNameToAppearOnInvoice: false }])
  })

  it('keeps the mark where it is given', async () => {
    const got = await postContacts({ contactName: 'A' }, { ...contact, contactNameToAppearOnInvoice: true })
    expect(at(got.json, 'sites', 0, 'siteContacts', 0, 'contactNameToAppearOnInvoice')).toBeUndefined()
    expect(at(got.json, 'sites', 0, 'siteContacts', 1, 'contactNameToAppearOnInvoice')).toBe(true)
  })

  it('refuses a marked contact without receiveInvoiceBy, and two marked ones', async () => {
    expect(at((await postContacts({ contactNameToAppearOnInvoice: true })).json, 'message')).toContain('sites[0].siteContacts[0].receiveInvoiceBy: is required')
    const marked = { ...contact, contactNameToAppearOnInvoice: true }
    expect(await postContacts(marked, marked)).toMatchObject({ status: 400, json: { message: expect.stringContaining('only 1 contact per site') } })
  })
})

describe('POST /sites', () => {
  const existing = async (accountNumber: string): Promise<{ id: number; siteId: number }> => {
    const got = await client.get(`/customers?page=1&pageSize=1&customerAccountNumber=${accountNumber}`)
    return { id: Number(at(got.json, 0, 'id')), siteId: Number(at(got.json, 0, 'sites', 0, 'id')) }
  }

  it('adds a site whose invoices go to another site of the customer', async () => {
    const { id, siteId } = await existing('PRAC-0001')
    const got = await client.post('/sites', { ...site, customerId: id, siteInvoiceDetails: undefined, siteIdReceivingInvoice: siteId })
    expect(got).toMatchObject({ status: 201, json: { id: expect.any(Number), customerId: id, siteIdReceivingInvoice: siteId, siteReference: 'S1' } })
    expect(at((await client.get(`/customers/${id}`)).json, 'sites', 'length')).toBe(3)
  })

  it('refuses a receiving site that is unknown, of another customer, or without invoice details', async () => {
    const { id, siteId } = await existing('PRAC-0001')
    const other = await existing('PRAC-0002')
    const pointing = (to: number, reference: string) => client.post('/sites', { ...site, customerId: id, siteReference: reference, siteInvoiceDetails: undefined, siteIdReceivingInvoice: to })
    expect(await pointing(9_999_999, 'X')).toMatchObject({ status: 404, json: { message: 'siteIdReceivingInvoice: site 9999999 not found' } })
    expect(await pointing(other.siteId, 'X')).toMatchObject({ status: 400, json: { message: expect.stringContaining('belongs to another customer') } })
    const dependent = Number(at((await pointing(siteId, 'X')).json, 'id'))
    expect(await pointing(dependent, 'Y')).toMatchObject({ status: 400, json: { message: expect.stringContaining('does not receive invoices itself') } })
  })

  it('answers 404 for an unknown customer and 409 for a reference that is there', async () => {
    expect((await client.post('/sites', site)).status).toBe(404)
    const { id } = await existing('PRAC-0001')
    expect((await client.post('/sites', { ...site, customerId: id, siteReference: 'ALD-1' })).status).toBe(409)
  })
})

it('keeps doubles when uniqueness is off', async () => {
  const other = await startTestClient({ uniqueAccountNumbers: false, uniqueSiteReferences: false })
  const first = await other.post('/customers', customer)
  const second = await other.post('/customers', { ...customer, sites: [site, site] })
  expect([first.status, second.status]).toEqual([201, 201])
  expect((await other.post('/sites', { ...site, customerId: Number(at(first.json, 'id')) })).status).toBe(201)
  expect(at((await other.control('GET', '/ledger')).json, 'countsByAccountNumber', 'A-1')).toBe(2)
  await other.close()
})
