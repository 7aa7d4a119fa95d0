import type { PlanUnit } from '#core/model/plan.ts'

/** Customers of one request each, with a body of the usual size, about 1.3 kB. */
export function postUnits(count: number): readonly PlanUnit[] {
  return Array.from({ length: count }, (_, number) => unit(number))
}

function unit(number: number): PlanUnit {
  const customer = `BENCH-${String(number).padStart(6, '0')}`
  const address = { address1: '1 Chapel Lane', address2: 'Enterprise House', town: 'Leeds', county: 'West Yorkshire', postcode: 'LS92 4AB', country: 'GB' }
  const contact = {
    contactName: 'Rosalind Quayle', contactTelephoneNumber: '01632 960417', contactEmailAddress: `accounts${number}@example.com`, contactRole: 'ACCOUNTS', receiveInvoiceBy: 'EMAIL',
    receiveInvoiceSummaryBy: 'EMAIL', receiveElectronicSummaryReports: true, contactNameToAppearOnInvoice: true,
  }
  const body = {
    contractOwnerId: 1, customerType: 'BUSINESS', customerName: `Bench ${number} Ltd`, customerAccountNumber: customer, startDate: '2026-01-01', contractTerm: 24,
    contractTermStartDate: '2026-01-01', billingCycleId: 601,
    sites: [{
      customerId: 0, siteName: 'Main premises', siteReference: `${customer}-01`, startDate: '2026-01-01', siteAddress: address,
      siteInvoiceDetails: { invoiceTemplateId: 201, invoiceAddress: address, paymentTermsInDays: 30, paymentMethod: 'BACS', purchaseOrderNumber: `PO${number}`, invoiceNotes: 'Thank you for your custom. '.repeat(8) },
      siteContacts: [contact],
    }],
  }
  return {
    customer, customerName: body.customerName, contractOwnerId: '1', siteReferences: [`${customer}-01`], rows: [{ table: 0, row: number + 2 }],
    steps: [{ key: `customer:${customer}`, kind: 'create-customer', path: '/customers', body: JSON.stringify(body), receivingSite: null }],
  }
}
