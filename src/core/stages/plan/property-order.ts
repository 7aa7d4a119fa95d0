// The API's own order of properties, as its sample shows it. elevate-api.md 4.1, 5.1 to 5.4; the sample of POST /customers.
const addressOrder = ['businessName', 'address1', 'address2', 'address3', 'town', 'county', 'postcode', 'country']

const contactOrder = [
  'contactName', 'contactTelephoneNumber', 'contactAlternativeTelephoneNumber', 'contactEmailAddress', 'contactRole', 'receiveInvoiceBy',
  'receiveInvoiceSummaryBy', 'receiveElectronicSummaryReports', 'emailSuspended', 'contactNameToAppearOnInvoice', 'receiveEmailFraudAlert',
  'receiveSmsFraudAlert',
]

/** By level, or by the name of the property that holds the object. */
export const propertyOrders: Readonly<Record<string, readonly string[]>> = {
  customer: [
    'contractOwnerId', 'contractOwnerSubBrandId', 'customerType', 'customerName', 'customerAccountNumber', 'startDate', 'endDate', 'contractTerm',
    'contractTermStartDate', 'customerIsVip', 'customerMarker', 'externalCommissionAgentId', 'onlineBillingRequired', 'onlineEmailAddress',
    'sendWelcomeEmailOn', 'billingCycleId', 'sites', 'creditThreshold', 'tripwireId', 'customerContacts', 'assignedCustomFields',
  ],
  site: [
    'customerId', 'siteName', 'siteReference', 'startDate', 'endDate', 'siteAddress', 'siteInvoiceDetails', 'siteIdReceivingInvoice', 'siteContacts',
    'repaymentPlanAmount', 'repaymentPlanRemainingPeriods', 'assignedCustomFields',
  ],
  siteAddress: addressOrder,
  siteInvoiceDetails: [
    'invoiceSummaryTemplateId', 'invoiceTemplateId', 'electronicSummaryTemplateIds', 'invoiceSummaryTemplateComponents', 'invoiceAddress',
    'accountPackageReference', 'paymentTermsInDays', 'preferredPaymentDay', 'paymentMethod', 'mandateReference', 'thirdPartyCustomerReference',
    'directDebitReference', 'accountName', 'accountNumber', 'sortCode', 'purchaseOrderNumber', 'invoiceNotes', 'taxExempt', 'taxRegistrationNumber',
  ],
  invoiceAddress: addressOrder,
  siteContact: contactOrder,
  customerContact: contactOrder,
}
