// What the server really holds, whatever it says.
import type { CreateRequest } from '#core/ports.ts'
import type { HeldCustomer, HeldSite } from '../../judge/evidence.ts'
import type { Climate } from './climate.ts'
import type { Chance } from './seeded.ts'
import type { Timeline } from './timeline.ts'
import type { Watch } from './watch.ts'

export interface SiteRecord extends HeldSite {
  readonly appliedAt: number
  readonly name: string
}

export interface CustomerRecord extends HeldCustomer {
  readonly appliedAt: number
  readonly name: string
  readonly sites: SiteRecord[]
}

export interface Ledger {
  readonly customers: CustomerRecord[]
  /** When anything was stored last. */
  lastAppliedAt(): number
  /** Created by somebody else. */
  addAnother(key: { readonly customer: string; readonly contractOwnerId: string }, more: { readonly references: readonly string[]; readonly isOld: boolean }): CustomerRecord
  /** Does what the request asks for; of a customer's sites only the first ones where told so. Null: nothing came of it. */
  apply(request: CreateRequest, sites?: number): CustomerRecord | SiteRecord | null
  /** The account number that was sent for what the server calls so, whatever it stored. */
  sentAs(id: string): string
  /** An id for what was never stored. */
  nameNothing(customer: string): string
}

interface SiteBody {
  readonly customerId: number
  readonly siteName: string
  readonly siteReference: string
  readonly siteIdReceivingInvoice?: number
}

interface CustomerBody {
  readonly contractOwnerId: number
  readonly customerName: string
  readonly customerAccountNumber: string
  readonly sites: readonly SiteBody[]
}

export function isCustomer(record: CustomerRecord | SiteRecord): record is CustomerRecord {
  return 'sites' in record
}

export function createLedger({ timeline, climate, chance, watch: { met } }: { readonly timeline: Timeline; readonly climate: Climate; readonly chance: Chance; readonly watch: Watch }): Ledger {
  const customers: CustomerRecord[] = []
  let created = 0
  let lastId = 100
  let lastAppliedAt = Number.NEGATIVE_INFINITY
  const stamp = (): { readonly id: string; readonly appliedAt: number; readonly visibleFrom: number } => ({
    id: String((lastId += chance.whole(1, 3))), appliedAt: timeline.now(), visibleFrom: timeline.now() + climate.lagMs,
  })
  const addSite = (owner: CustomerRecord, { siteReference, siteName, siteIdReceivingInvoice }: SiteBody): SiteRecord => {
    const site: SiteRecord = { ...stamp(), reference: siteReference, name: siteName, receivingId: siteIdReceivingInvoice === undefined ? null : String(siteIdReceivingInvoice) }
    owner.sites.push(site)
    lastAppliedAt = site.appliedAt
    if (site.receivingId !== null) met.dependents += 1
    return site
  }
  const addCustomer = (body: CustomerBody, sites: number, more: Partial<CustomerRecord>): CustomerRecord => {
    const record: CustomerRecord = {
      ...stamp(), customer: body.customerAccountNumber, contractOwnerId: String(body.contractOwnerId), name: body.customerName, by: 'us', isAsSent: true, sites: [], ...more,
    }
    customers.push(record)
    lastAppliedAt = record.appliedAt
    for (const site of body.sites.slice(0, sites)) addSite(record, site)
    return record
  }
  const sentAs = new Map<string, string>()
  const applyCustomer = (body: CustomerBody, sites: number): CustomerRecord | null => {
    created += 1
    if (sites < body.sites.length) met.halves += 1
    const { kind, fromCreate } = climate.lie
    // Only a server that lied from the start, and in clear words, must be found out by the first customer.
    const isAsSent = fromCreate > 1 || climate.faults.create > 0
    switch (created < fromCreate || timeline.now() > climate.calmAt ? 'none' : kind) {
      case 'none': return addCustomer(body, sites, {})
      case 'stores-nothing': return null
      case 'other-key': {
        const stored = addCustomer(body, sites, { customer: body.customerAccountNumber.toUpperCase(), isAsSent })
        sentAs.set(stored.id, body.customerAccountNumber)
        return stored
      }
      case 'other-name': return addCustomer(body, sites, { name: 'Somebody', isAsSent })
      case 'twice': addCustomer(body, sites, {}); return addCustomer(body, sites, { isAsSent })
    }
  }
  return {
    customers,
    lastAppliedAt: () => lastAppliedAt,
    sentAs: (id) => sentAs.get(id) ?? customers.find((each) => each.id === id)?.customer ?? '?',
    nameNothing(customer) {
      const { id } = stamp()
      sentAs.set(id, customer)
      return id
    },
    addAnother({ customer, contractOwnerId }, { references, isOld }) {
      const body = { contractOwnerId: Number(contractOwnerId), customerName: `Name of ${customer}`, customerAccountNumber: customer, sites: references.map((siteReference) => ({ customerId: 0, siteName: `Site ${siteReference}`, siteReference })) }
      return addCustomer(body, references.length, { by: 'another', ...(isOld ? { appliedAt: -1e9, visibleFrom: 0 } : {}) })
    },
    apply(request, sites = Number.POSITIVE_INFINITY) {
      if (request.path === '/customers') return applyCustomer(JSON.parse(request.body) as CustomerBody, sites)
      const body = JSON.parse(request.body) as SiteBody
      const owner = customers.find(({ id }) => id === String(body.customerId))
      return owner === undefined ? null : addSite(owner, body)
    },
  }
}
