// What the server answers to reads: pages of what it chooses to see at this moment.
import type { Api, CustomerQuery, CustomerSeen, SiteSeen } from '#core/ports.ts'
import type { Climate, Filter } from './climate.ts'
import type { Ledger } from './ledger.ts'
import type { Chance } from './seeded.ts'
import type { Timeline } from './timeline.ts'
import type { Watch } from './watch.ts'

type Page = Parameters<Api['customers']>[1]

export interface Questions {
  customers(query: CustomerQuery, page: Page): readonly CustomerSeen[]
  sites(query: { readonly customerId?: string; readonly createdAfter?: string }, page: Page): readonly SiteSeen[]
  customer(id: string): Readonly<Record<string, unknown>> | null
}

/** The server's clock, hours away from everybody else's. */
export const SERVER_EPOCH = Date.UTC(2026, 2, 1, 5)

const matches: Readonly<Record<Filter, (wanted: string, there: string) => boolean>> = {
  exact: (wanted, there) => wanted === there,
  ignored: () => true,
  prefix: (wanted, there) => there.startsWith(wanted),
  'folds-case': (wanted, there) => wanted.toLowerCase() === there.toLowerCase(),
  misses: () => false,
}

export interface QuestionsInit {
  readonly ledger: Ledger
  readonly climate: Climate
  readonly chance: Chance
  readonly timeline: Timeline
  readonly watch: Watch
}

export function createQuestions({ ledger, climate, chance, timeline, watch: { met } }: QuestionsInit): Questions {
  /** One of several copies answers, each with a delay of its own. */
  const asOf = (): number => {
    const until = timeline.now() - (climate.lagMs === 0 || chance.hits(0.4) ? 0 : chance.next() * climate.lagMs)
    if (ledger.lastAppliedAt() > until) met.staleReads += 1
    return until
  }
  const paged = <Item>(items: readonly Item[], { number, size }: Page): readonly Item[] => {
    const most = Math.min(size, climate.pageMost)
    return items.slice((number - 1) * most, number * most)
  }
  const since = (text: string | undefined): number => (text === undefined ? Number.NEGATIVE_INFINITY : Date.parse(text) - SERVER_EPOCH)
  return {
    customers({ accountNumbers, contractOwnerId, createdAfter }, page) {
      const until = asOf()
      const from = since(createdAfter)
      const fits = matches[timeline.now() > climate.calmAt ? 'exact' : climate.filter]
      const found = ledger.customers.filter((each) => each.appliedAt <= until && each.appliedAt > from && (contractOwnerId ?? each.contractOwnerId) === each.contractOwnerId
        && (accountNumbers === undefined || accountNumbers.some((wanted) => fits(wanted, each.customer))))
      return paged(found, page).map(({ id, customer, contractOwnerId: owner, name }) => ({ id, customer, contractOwnerId: owner, name }))
    },
    sites({ customerId, createdAfter }, page) {
      const until = asOf()
      const from = since(createdAfter)
      const found = ledger.customers.filter(({ id }) => (customerId ?? id) === id)
        .flatMap(({ id, sites }) => sites.filter(({ appliedAt }) => appliedAt <= until && appliedAt > from).map((site) => ({ id: site.id, reference: site.reference, customerId: id })))
      return paged(found, page)
    },
    customer(id) {
      const until = asOf()
      const found = ledger.customers.find((each) => each.id === id && each.appliedAt <= until)
      if (found === undefined) return null
      const sites = found.sites.filter(({ appliedAt }) => appliedAt <= until).map((site) => ({ id: Number(site.id), siteReference: site.reference, siteName: site.name, siteIdReceivingInvoice: site.receivingId === null ? null : Number(site.receivingId) }))
      return { id: Number(id), contractOwnerId: Number(found.contractOwnerId), customerName: found.name, customerAccountNumber: found.customer, sites }
    },
  }
}
