// Answers as the core wants them: ids as digits, what is missing as null.
import type { z } from 'zod'
import type { CustomerResponse } from '#api/schemas/customer.ts'
import type { SiteResponse } from '#api/schemas/site.ts'
import type { ReferenceItem } from '#core/model/reference.ts'
import type { CustomerSeen, SiteSeen } from '#core/ports.ts'

export function showCustomer(customer: CustomerResponse): CustomerSeen {
  return {
    id: String(customer.id), customer: customer.customerAccountNumber,
    contractOwnerId: idText(customer.contractOwnerId), name: text(customer['customerName']),
  }
}

export function showSite(site: SiteResponse): SiteSeen {
  return { id: String(site.id), customerId: idText(site.customerId), reference: site.siteReference ?? null }
}

/** Rows of all lists have an id; the name is called `label` in custom field definitions. */
export function showReference(row: ReferenceRow): ReferenceItem {
  const kind = text(row['type']) ?? text(row['entityLevel'])
  const contractOwnerId = idText(row['contractOwnerId'])
  return {
    id: String(row.id), name: text(row['name']) ?? text(row['label']) ?? '',
    ...(kind === null ? {} : { kind }), ...(contractOwnerId === null ? {} : { contractOwnerId }),
  }
}

export type ReferenceRow = { readonly id: z.output<typeof SiteResponse>['id']; readonly [property: string]: unknown }

function idText(value: unknown): string | null {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : null
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
