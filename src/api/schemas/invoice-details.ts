// siteInvoiceDetails: present when the site receives its own invoices. Section 5.3.
import { z } from 'zod'
import { AddressRequest } from './address.ts'
import { OpenText } from './primitives.ts'

/** The one shared schema of payment methods; which of them a site accepts on creation is not documented. Section 5.3. */
export const PAYMENT_METHODS = [
  'CHEQUE',
  'DIRECT_DEBIT',
  'CANCELLED_DD',
  'CANCELLED_CARD',
  'CREDIT_CARD',
  'PAYPAL',
  'BACS',
  'POST_OFFICE_PAYMENT_CARD',
  'EZYPAY',
  'GO_CARDLESS',
  'GC_INSTANT_BANK_PAYMENTS',
  'STRIPE',
  'STRIPE_CARD',
  'STRIPE_DD',
  'FINASTRA',
  'FAST_PAY',
  'OTHER',
] as const

/** Which sub-fields are required is unknown: the documents' sample is `{}`. */
const SummaryComponentPlacement = z.strictObject({ id: z.int().optional(), positionInTemplate: z.int().optional() })

/**
 * invoiceTemplateId is the only member known to be required by itself. "Payment terms or payment day" is a rule across
 * fields. The bounds 400 (terms), 8 (account number) and 6 (sort code) are inferred from samples (section 7): not here.
 */
export const InvoiceDetailsRequest = z.strictObject({
  invoiceTemplateId: z.int(),
  invoiceSummaryTemplateId: z.int().optional(),
  electronicSummaryTemplateIds: z.array(z.int()).optional(),
  invoiceSummaryTemplateComponents: z.array(SummaryComponentPlacement).optional(),
  invoiceAddress: AddressRequest.optional(),
  accountPackageReference: OpenText.optional(),
  paymentTermsInDays: z.int().optional(),
  preferredPaymentDay: z.int().optional(),
  paymentMethod: z.enum(PAYMENT_METHODS).optional(),
  mandateReference: OpenText.optional(),
  thirdPartyCustomerReference: OpenText.optional(),
  directDebitReference: OpenText.optional(),
  accountName: OpenText.optional(),
  accountNumber: OpenText.optional(),
  sortCode: OpenText.optional(),
  purchaseOrderNumber: OpenText.optional(),
  invoiceNotes: OpenText.optional(),
  taxExempt: z.boolean().optional(),
  taxRegistrationNumber: OpenText.optional(),
})
export type InvoiceDetailsRequest = z.infer<typeof InvoiceDetailsRequest>
