// siteContacts[] and customerContacts[]: contacts travel inside their parent, there is no resource of their own. Section 5.4.
import { z } from 'zod'
import { OpenEnum, OpenText } from './primitives.ts'

/** No page says which of these are required; receiveInvoiceBy depends on contactNameToAppearOnInvoice, a rule across fields. */
export const ContactRequest = z.strictObject({
  contactName: OpenText.optional(),
  contactTelephoneNumber: OpenText.optional(),
  contactAlternativeTelephoneNumber: OpenText.optional(),
  contactEmailAddress: OpenText.optional(),
  contactRole: OpenEnum.optional(),
  receiveInvoiceBy: OpenEnum.optional(),
  receiveInvoiceSummaryBy: OpenEnum.optional(),
  receiveElectronicSummaryReports: z.boolean().optional(),
  emailSuspended: z.boolean().optional(),
  contactNameToAppearOnInvoice: z.boolean().optional(),
  receiveEmailFraudAlert: z.boolean().optional(),
  receiveSmsFraudAlert: z.boolean().optional(),
})
export type ContactRequest = z.infer<typeof ContactRequest>
