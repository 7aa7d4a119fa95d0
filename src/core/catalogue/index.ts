// Every field an operator can fill, as data. Matching, validation, templates and docs/fields.md are made from it.
import type { FieldEntry } from '#core/model/field.ts'
import { invoiceAddressFields, siteAddressFields } from './address.ts'
import { customerContactFields, siteContactFields } from './contact.ts'
import { customerFields } from './customer.ts'
import { invoiceDetailsFields } from './invoice-details.ts'
import { siteFields } from './site.ts'

export { customFieldOf, isCustomFieldPath, normaliseFieldPath } from './custom-field.ts'

/** In the order of the API: customer, site, its address, its invoice details, its contacts, the customer's contacts. */
export const fieldEntries: readonly FieldEntry[] = [
  ...customerFields,
  ...siteFields,
  ...siteAddressFields,
  ...invoiceDetailsFields,
  ...invoiceAddressFields,
  ...siteContactFields,
  ...customerContactFields,
]

export const fieldByPath: ReadonlyMap<string, FieldEntry> = new Map(fieldEntries.map((entry) => [entry.path, entry]))

/** The entry of a canonical path; null for custom fields and for paths that do not exist. */
export function findField(path: string): FieldEntry | null {
  return fieldByPath.get(path) ?? null
}
