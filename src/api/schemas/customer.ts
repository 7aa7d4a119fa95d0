// A customer with its sites. Section 4.1.
import { z } from 'zod'
import { ContactRequest } from './contact.ts'
import { AssignedCustomFieldRequest } from './custom-field.ts'
import { EmailAddress, Int32, Int64, ResponseId, Text100, WireDate } from './primitives.ts'
import { NestedSiteRequest, NestedSiteResponse } from './site.ts'

export const CUSTOMER_TYPES = ['RESIDENTIAL', 'BUSINESS', 'RESELLER', 'STAFF_MEMBER'] as const

/** The upper bound lies beyond 2^53, so a whole threshold may arrive as a bigint and is then compared exactly. */
const CreditThreshold = z.union([z.number().min(0).max(1e17), z.bigint().min(0n).max(100_000_000_000_000_000n)], 'must be a number from 0 to 1e17')

/**
 * Body of POST /customers. Properties that no page lists are refused: a misspelt one that a server drops in silence
 * would lose data. Rules across fields (contract term and its start date) are not stated here.
 */
export const CustomerRequest = z.strictObject({
  contractOwnerId: Int32,
  contractOwnerSubBrandId: Int32.optional(),
  customerType: z.enum(CUSTOMER_TYPES),
  customerName: Text100,
  customerAccountNumber: Text100,
  startDate: WireDate,
  endDate: WireDate.optional(),
  contractTerm: Int32.optional(),
  contractTermStartDate: WireDate.optional(),
  customerIsVip: z.boolean().optional(),
  customerMarker: z.boolean().optional(),
  externalCommissionAgentId: Int64.optional(),
  onlineBillingRequired: z.boolean().optional(),
  onlineEmailAddress: EmailAddress.optional(),
  sendWelcomeEmailOn: WireDate.optional(),
  billingCycleId: Int64,
  sites: z.array(NestedSiteRequest).min(1).max(1000),
  creditThreshold: CreditThreshold.optional(),
  tripwireId: Int64.optional(),
  customerContacts: z.array(ContactRequest).optional(),
  assignedCustomFields: z.array(AssignedCustomFieldRequest).optional(),
})
export type CustomerRequest = z.infer<typeof CustomerRequest>

/** What the client needs of a customer it reads back; everything else passes unread. */
export const CustomerResponse = z.looseObject({
  id: ResponseId,
  customerAccountNumber: z.string(),
  contractOwnerId: ResponseId.nullish(),
  sites: z.array(NestedSiteResponse).nullish(),
})
export type CustomerResponse = z.infer<typeof CustomerResponse>
