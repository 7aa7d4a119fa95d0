// Turning an accepted body into stored rows: ids, stamps and the documented defaults.
import type { ContactRequest } from '#api/schemas/contact.ts'
import type { CustomerRequest } from '#api/schemas/customer.ts'
import type { NestedSiteRequest, SiteRequest } from '#api/schemas/site.ts'
import type { Database } from './db.ts'
import type { Id } from './ids.ts'
import type { StoredContact, StoredCustomer, StoredSite } from './records.ts'
import { withInvoiceContact } from './rules/contacts.ts'

export type Store = { readonly db: Database; readonly nextId: () => Id }

const withIds = (contacts: readonly ContactRequest[], nextId: () => Id): readonly StoredContact[] => contacts.map((contact) => ({ ...contact, id: nextId() }))

export function insertSite({ db, nextId }: Store, site: SiteRequest, at: string): StoredSite {
  const stored = { ...site, id: nextId(), createdDate: at, updatedDate: at, siteContacts: withIds(withInvoiceContact(site.siteContacts), nextId) }
  db.saveSite(stored)
  return stored
}

/**
 * Sub-brand: the owner's default. Tripwire plan: the owner's, which the documents say pre-populates it; whether that
 * happens over the API is unknown.
 */
function ownerDefaults(customer: CustomerRequest, db: Database): Partial<StoredCustomer> {
  const owner = db.reference.contractOwners.find((row) => row.id === customer.contractOwnerId)
  const subBrand = db.reference.subBrands.find((row) => row.contractOwnerId === customer.contractOwnerId && row.defaultSubBrand)
  return {
    ...(subBrand === undefined ? {} : { contractOwnerSubBrandId: subBrand.id }),
    ...(owner?.prePopulatedFraudPlanId ? { tripwireId: owner.prePopulatedFraudPlanId } : {}),
    customerIsVip: false,
    customerMarker: false,
    onlineBillingRequired: false,
  }
}

export function insertCustomer(store: Store, request: CustomerRequest, at: string): StoredCustomer {
  const { sites, customerContacts, ...fields } = request
  const contacts = customerContacts === undefined ? {} : { customerContacts: withIds(customerContacts, store.nextId) }
  const stored: StoredCustomer = { ...ownerDefaults(request, store.db), ...fields, ...contacts, id: store.nextId(), createdDate: at, updatedDate: at }
  store.db.saveCustomer(stored)
  for (const site of sites satisfies readonly NestedSiteRequest[]) insertSite(store, { ...site, customerId: stored.id }, at)
  return stored
}
