// The tables, in memory, with the two indexes that look-ups by key need. Knows no rule: rules/ decides what may come in.
import type { Id } from './ids.ts'
import type { StoredCustomer, StoredSite } from './records.ts'
import { type ReferenceData, referenceData } from './seed/reference.ts'

export type Database = {
  readonly reference: ReferenceData
  readonly customers: () => readonly StoredCustomer[]
  readonly customer: (id: Id | string) => StoredCustomer | undefined
  readonly customersByAccount: (accountNumber: string) => readonly StoredCustomer[]
  readonly saveCustomer: (customer: StoredCustomer) => void
  readonly removeCustomer: (id: Id) => void
  readonly sites: () => readonly StoredSite[]
  readonly site: (id: Id | string) => StoredSite | undefined
  readonly sitesOf: (customerId: Id | string) => readonly StoredSite[]
  readonly saveSite: (site: StoredSite) => void
  readonly removeSite: (id: Id) => void
  /** When it was first saved, to the millisecond: what lagging reads go by. */
  readonly savedMs: (id: Id) => number
}

const addTo = (index: Map<string, Set<string>>, key: string, id: string): void => {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, new Set([id]))
  else ids.add(id)
}

const present = <Row>(rows: ReadonlyMap<string, Row>, ids: Iterable<string>): readonly Row[] =>
  [...ids].flatMap((id) => {
    const row = rows.get(id)
    return row === undefined ? [] : [row]
  })

export function createDatabase(nowMs: () => number): Database {
  const customers = new Map<string, StoredCustomer>()
  const sites = new Map<string, StoredSite>()
  const idsByAccount = new Map<string, Set<string>>()
  const siteIdsByCustomer = new Map<string, Set<string>>()
  const saved = new Map<string, number>()
  const noteSaved = (id: string): void => {
    if (!saved.has(id)) saved.set(id, nowMs())
  }
  const removeSite = (id: Id): void => {
    siteIdsByCustomer.get(String(sites.get(String(id))?.customerId))?.delete(String(id))
    sites.delete(String(id))
  }
  return {
    reference: referenceData,
    customers: () => [...customers.values()],
    customer: (id) => customers.get(String(id)),
    customersByAccount: (accountNumber) => present(customers, idsByAccount.get(accountNumber) ?? []),
    saveCustomer: (customer) => {
      const id = String(customer.id)
      idsByAccount.get(customers.get(id)?.customerAccountNumber ?? '')?.delete(id)
      customers.set(id, customer)
      addTo(idsByAccount, customer.customerAccountNumber, id)
      noteSaved(id)
    },
    removeCustomer: (id) => {
      for (const site of siteIdsByCustomer.get(String(id)) ?? []) sites.delete(site)
      siteIdsByCustomer.delete(String(id))
      idsByAccount.get(customers.get(String(id))?.customerAccountNumber ?? '')?.delete(String(id))
      customers.delete(String(id))
    },
    sites: () => [...sites.values()],
    site: (id) => sites.get(String(id)),
    sitesOf: (customerId) => present(sites, siteIdsByCustomer.get(String(customerId)) ?? []),
    saveSite: (site) => {
      sites.set(String(site.id), site)
      addTo(siteIdsByCustomer, String(site.customerId), String(site.id))
      noteSaved(String(site.id))
    },
    removeSite,
    savedMs: (id) => saved.get(String(id)) ?? Number.NEGATIVE_INFINITY,
  }
}
