// What the sandbox keeps. A stored customer has no sites: they are kept beside it and joined for the answer.
import type { ContactRequest } from '#api/schemas/contact.ts'
import type { CustomerRequest } from '#api/schemas/customer.ts'
import type { SiteRequest } from '#api/schemas/site.ts'
import type { Id } from './ids.ts'

export type StoredContact = ContactRequest & { readonly id: Id }

type Stamps = { readonly id: Id; readonly createdDate: string; readonly updatedDate: string }

export type CustomerFields = Omit<CustomerRequest, 'sites'>
export type StoredCustomer = Readonly<Omit<CustomerFields, 'customerContacts'>> & Stamps & { readonly customerContacts?: readonly StoredContact[] }
export type StoredSite = Readonly<Omit<SiteRequest, 'siteContacts'>> & Stamps & { readonly siteContacts: readonly StoredContact[] }
