import { writeJson } from '#core/model/json.ts'
import type { Json } from '#core/model/json.ts'
import { readJson } from '#core/model/read-json.ts'
import type { Plan, PlanStep, PlanUnit } from '#core/model/plan.ts'

const contact = { contactName: 'Ann Example', contactEmailAddress: 'ann@example.com', contactNameToAppearOnInvoice: true, receiveInvoiceBy: 'EMAIL' }
const address = { address1: '1 High Street', town: 'Leeds', postcode: 'LS1 1AA', country: 'GB' }

function site(reference: string, more: object): object {
  return { customerId: 0, siteName: `Site ${reference}`, siteReference: reference, startDate: '2026-01-01', siteAddress: address, siteContacts: [contact], ...more }
}

export interface Wanted {
  readonly customer: string
  /** Sites in the first body. */
  readonly own?: readonly string[]
  /** Sites of their own requests: reference, and the site that receives their invoices. */
  readonly dependent?: readonly (readonly [string, string])[]
  readonly contractOwnerId?: number
}

export function planUnit({ customer, own = ['HQ'], dependent = [], contractOwnerId = 1 }: Wanted): PlanUnit {
  const details = { invoiceTemplateId: 201, paymentTermsInDays: 14, paymentMethod: 'BACS' }
  const body = {
    contractOwnerId, customerType: 'BUSINESS', customerName: `Customer ${customer}`, customerAccountNumber: customer, startDate: '2026-01-01', billingCycleId: 601,
    sites: own.map((reference) => site(reference, { siteInvoiceDetails: details })),
  }
  const first: PlanStep = { key: `customer:${customer}`, kind: 'create-customer', path: '/customers', body: text(body), receivingSite: null }
  const rest = dependent.map(([reference, receivingSite]): PlanStep => ({
    key: `site:${customer}/${reference}`, kind: 'create-site', path: '/sites', body: text(site(reference, { siteIdReceivingInvoice: 0 })), receivingSite,
  }))
  return {
    customer, customerName: `Customer ${customer}`, contractOwnerId: String(contractOwnerId), siteReferences: [...own, ...dependent.map(([reference]) => reference)],
    steps: [first, ...rest], rows: [{ table: 0, row: 2 }],
  }
}

function text(body: object): string {
  return writeJson(readJson(JSON.stringify(body)) satisfies Json)
}

export function plan(units: readonly Wanted[]): Plan {
  return {
    hash: 'test', units: units.map(planUnit),
    counts: { createCustomer: units.length, createSite: 0, customers: units.length, sites: 0, contacts: 0 },
  }
}

export const meta = {
  fileName: 'test.csv', fileSha256: 'x', brand: 'practice', username: 'operator', practice: true,
  pace: { requestsPerSecond: 500, lanes: 4 }, reportSource: ['{"any":"thing"}'],
} as const
