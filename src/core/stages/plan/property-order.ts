// The API's own order of properties, as its sample shows it. elevate-api.md 4.1, 5.1 to 5.4; the sample of POST /customers.
export const customerOrder = [
  'contractOwnerId', 'contractOwnerSubBrandId', 'customerType', 'customerName', 'customerAccountNumber', 'startDate', 'endDate', 'contractTerm',
  'contractTermStartDate', 'customerIsVip', 'customerMarker', 'externalCommissionAgentId', 'onlineBillingRequired', 'onlineEmailAddress',
  'sendWelcomeEmailOn', 'billingCycleId', 'sites', 'creditThreshold', 'tripwireId', 'customerContacts', 'assignedCustomFields',
]

export const siteOrder = [
  'customerId', 'siteName', 'siteReference', 'startDate', 'endDate', 'siteAddress', 'siteInvoiceDetails', 'siteIdReceivingInvoice', 'siteContacts',
  'repaymentPlanAmount', 'repaymentPlanRemainingPeriods', 'assignedCustomFields',
]

const addressOrder = ['businessName', 'address1', 'address2', 'address3', 'town', 'county', 'postcode', 'country']

const detailsOrder = [
  'invoiceSummaryTemplateId', 'invoiceTemplateId', 'electronicSummaryTemplateIds', 'invoiceSummaryTemplateComponents', 'invoiceAddress',
  'accountPackageReference', 'paymentTermsInDays', 'preferredPaymentDay', 'paymentMethod', 'mandateReference', 'thirdPartyCustomerReference',
  'directDebitReference', 'accountName', 'accountNumber', 'sortCode', 'purchaseOrderNumber', 'invoiceNotes', 'taxExempt', 'taxRegistrationNumber',
]

export const contactOrder = [
  'contactName', 'contactTelephoneNumber', 'contactAlternativeTelephoneNumber', 'contactEmailAddress', 'contactRole', 'receiveInvoiceBy',
  'receiveInvoiceSummaryBy', 'receiveElectronicSummaryReports', 'emailSuspended', 'contactNameToAppearOnInvoice', 'receiveEmailFraudAlert',
  'receiveSmsFraudAlert',
]

const nestedOrders: Readonly<Record<string, readonly string[]>> = {
  siteAddress: addressOrder, siteInvoiceDetails: detailsOrder, invoiceAddress: addressOrder,
}

/** Properties of an object: each a value already written as JSON, or an object of its own. */
export type Tree = Map<string, string | Tree>

/** The object as JSON without white space, in the given order; a property that no list knows comes last, by name. */
export function writeObject(tree: Tree, order: readonly string[]): string {
  const known = order.filter((name) => tree.has(name))
  const names = known.length === tree.size ? known : [...known, ...[...tree.keys()].filter((name) => !known.includes(name)).toSorted()]
  let text = ''
  for (const name of names) {
    const member = tree.get(name) ?? 'null'
    text += `${text === '' ? '' : ','}"${name}":${typeof member === 'string' ? member : writeObject(member, nestedOrders[name] ?? [])}`
  }
  return `{${text}}`
}

export function writeList(texts: readonly string[]): string {
  return `[${texts.join(',')}]`
}
