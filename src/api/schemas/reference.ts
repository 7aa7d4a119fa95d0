// Rows of the reference lists that a spreadsheet's names are resolved against. Section 6.
import { z } from 'zod'
import { ResponseId } from './primitives.ts'

const Name = z.string().nullish()
/** Dates of reference data are read, never sent: any text is accepted and left to the reader. */
const Day = z.string().nullish()

/** 6.1. prePopulatedFraudPlanId pre-fills a new customer's tripwireId. */
export const ContractOwner = z.looseObject({
  id: ResponseId,
  name: Name,
  availableFrom: Day,
  availableTo: Day,
  mandatoryAccountReferenceForSite: z.boolean().nullish(),
  prePopulatedFraudPlanId: ResponseId.nullish(),
})
export type ContractOwner = z.infer<typeof ContractOwner>

/** 6.2. Whether the row names its contract owner is unknown: use the filter. */
export const ContractOwnerSubBrand = z.looseObject({
  id: ResponseId,
  name: Name,
  defaultSubBrand: z.boolean().nullish(),
  accountNumberFormat: z.string().nullish(),
})
export type ContractOwnerSubBrand = z.infer<typeof ContractOwnerSubBrand>

/** 6.3. periodUnit is DAILY, WEEKLY or MONTHLY; no contract owner is visible on a cycle. */
export const BillingCycle = z.looseObject({ id: ResponseId, name: Name, periodUnit: z.string().nullish() })
export type BillingCycle = z.infer<typeof BillingCycle>

/** 6.4 and 6.5: their fields are unknown; a name is assumed and may be missing. */
export const InvoiceTemplate = z.looseObject({ id: ResponseId, name: Name })
export type InvoiceTemplate = z.infer<typeof InvoiceTemplate>
export const InvoiceSummaryTemplate = z.looseObject({ id: ResponseId, name: Name })
export type InvoiceSummaryTemplate = z.infer<typeof InvoiceSummaryTemplate>
export const ElectronicSummaryTemplate = z.looseObject({ id: ResponseId, name: Name })
export type ElectronicSummaryTemplate = z.infer<typeof ElectronicSummaryTemplate>

/** 6.6. */
export const InvoiceSummaryTemplateComponent = z.looseObject({ id: ResponseId, name: Name, contractOwnerIds: z.array(ResponseId).nullish() })
export type InvoiceSummaryTemplateComponent = z.infer<typeof InvoiceSummaryTemplateComponent>

/** 6.7. entityLevel is one of ENTITY_LEVELS today; a new one must not break reading. */
export const CustomFieldDefinition = z.looseObject({ id: ResponseId, label: z.string().nullish(), entityLevel: z.string().nullish() })
export type CustomFieldDefinition = z.infer<typeof CustomFieldDefinition>

/** 6.8. `type` is INTERNAL or EXTERNAL; only the latter fits externalCommissionAgentId (inferred). */
export const CommissionAgent = z.looseObject({
  id: ResponseId,
  name: Name,
  type: z.string().nullish(),
  contractOwnerId: ResponseId.nullish(),
  availableFromDate: Day,
  availableToDate: Day,
})
export type CommissionAgent = z.infer<typeof CommissionAgent>

/** 6.9: the id is all that is known. */
export const TripwirePlan = z.looseObject({ id: ResponseId, name: Name })
export type TripwirePlan = z.infer<typeof TripwirePlan>
