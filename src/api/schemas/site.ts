// A site, alone and inside a customer. Sections 5 and 5.1.
import { z } from 'zod'
import { AddressRequest } from './address.ts'
import { ContactRequest } from './contact.ts'
import { AssignedCustomFieldRequest } from './custom-field.ts'
import { InvoiceDetailsRequest } from './invoice-details.ts'
import { Int64, ResponseId, Text100, WireDate } from './primitives.ts'

const periods = z.int().min(0).max(240)

/** Body of POST /sites. That customerId is the real id here is inferred; its existence is for the server to say. */
export const SiteRequest = z.strictObject({
  customerId: Int64,
  siteName: Text100,
  siteReference: Text100,
  startDate: WireDate,
  endDate: WireDate.optional(),
  siteAddress: AddressRequest,
  siteInvoiceDetails: InvoiceDetailsRequest.optional(),
  siteIdReceivingInvoice: Int64.optional(),
  siteContacts: z.array(ContactRequest).min(1),
  repaymentPlanAmount: z.number().min(1).max(100_000).optional(),
  repaymentPlanRemainingPeriods: periods.optional(),
  assignedCustomFields: z.array(AssignedCustomFieldRequest).optional(),
})
export type SiteRequest = z.infer<typeof SiteRequest>

/** A site inside POST /customers: the customer has no id yet, so customerId is 0. Section 5.1. */
export const NestedSiteRequest = SiteRequest.extend({ customerId: z.literal(0) })
export type NestedSiteRequest = z.infer<typeof NestedSiteRequest>

/** What the client needs of a site it reads back; everything else passes unread. */
export const SiteResponse = z.looseObject({
  id: ResponseId,
  customerId: ResponseId.nullish(),
  siteReference: z.string().nullish(),
})
export type SiteResponse = z.infer<typeof SiteResponse>

/** sites[] of a customer answer: no page promises both members (section 9, step 3). */
export const NestedSiteResponse = SiteResponse.partial({ id: true })
export type NestedSiteResponse = z.infer<typeof NestedSiteResponse>
