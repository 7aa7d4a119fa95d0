// assignedCustomFields[] of a customer or a site. Section 5.5; whether label has to match, and the length of value, are unknown.
import { z } from 'zod'
import { OpenText } from './primitives.ts'

export const AssignedCustomFieldRequest = z.strictObject({
  customFieldDefinitionId: z.int(),
  label: OpenText.optional(),
  value: OpenText.optional(),
})
export type AssignedCustomFieldRequest = z.infer<typeof AssignedCustomFieldRequest>

/** Section 6.7. */
export const ENTITY_LEVELS = ['USAGE_PRODUCT', 'RENTAL_PRODUCT', 'RENTAL_PRODUCT_INVENTORY', 'SITE', 'CUSTOMER'] as const
export type EntityLevel = (typeof ENTITY_LEVELS)[number]
