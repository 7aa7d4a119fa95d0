import type { FieldEntry, FieldType } from '#core/model/field.ts'

/** By the API's name of the property, where the type says too little: invented, and of the right shape. */
const byProperty: Readonly<Record<string, string>> = {
  customerAccountNumber: 'AC-10001', customerName: 'Eastgate Opticians Ltd', siteReference: 'AC-10001-01', siteName: 'Head office', businessName: 'Eastgate Opticians Ltd', address1: '12 Station Road',
  address2: 'Block B', address3: 'Business Park', town: 'Norwich', county: 'Norfolk', accountName: 'Eastgate Opticians', directDebitReference: 'DD-10001', mandateReference: 'MD-10001',
  thirdPartyCustomerReference: 'CUS-10001', accountPackageReference: 'EAST01', purchaseOrderNumber: 'PO-4711', invoiceNotes: 'Please quote the order number', taxRegistrationNumber: 'GB123456789', contactName: 'Rhys Rutherglen',
  contractTerm: '24', siteIdReceivingInvoice: '10234', repaymentPlanRemainingPeriods: '12', repaymentPlanAmount: '50.00', paymentTermsInDays: '14', preferredPaymentDay: '15', creditThreshold: '250',
  endDate: '31/03/2028',
}

const byKind: Readonly<Partial<Record<FieldType['kind'], string>>> = {
  date: '01/04/2026', boolean: 'Yes', country: 'GB', postcode: 'NR1 1AA', 'sort-code': '00-00-27', 'bank-account-number': '00997224', phone: '01632 960402', email: 'accounts@eastgate.example.com', 'site-reference': 'AC-10001-02',
}

/** A text that a cell of this field may hold; null where only the server knows one: its lists are not ours. */
export function exampleOf({ apiPath, type }: FieldEntry): string | null {
  if (type.kind === 'enum') return type.values[0]?.value ?? null
  return byProperty[apiPath.at(-1) ?? ''] ?? byKind[type.kind] ?? null
}
