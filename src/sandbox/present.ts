// Stored rows as the API shows them.
import { CustomerRequest } from '#api/schemas/customer.ts'
import { SiteRequest } from '#api/schemas/site.ts'
import type { Database } from './db.ts'
import type { JsonObject } from './json.ts'
import type { Resource } from './query.ts'
import type { StoredCustomer, StoredSite } from './records.ts'

const STAMPS = ['id', 'createdDate', 'updatedDate']

export const customerResource: Resource = { properties: new Set([...STAMPS, ...Object.keys(CustomerRequest.shape)]) }

/** The mandate filters look into the invoice details. elevate-api.md section 5. */
export const siteResource: Resource = {
  properties: new Set([...STAMPS, ...Object.keys(SiteRequest.shape)]),
  filterValue: (row, field) => {
    const details = row['siteInvoiceDetails'] as JsonObject | undefined
    return field.startsWith('mandate') ? details?.[field] : row[field]
  },
}

export const showSite = (site: StoredSite): JsonObject => site

export const showCustomer = (customer: StoredCustomer, db: Database): JsonObject => ({ ...customer, sites: db.sitesOf(customer.id).map(showSite) })
