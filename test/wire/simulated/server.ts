// A server of the worst kind, in virtual time: it drops answers, applies late, creates half, and its reads lag. It knows nothing of
// HTTP: it plays the Api port, and keeps the true ledger.
import type { Api, CreateRequest, ReadOutcome, SendOutcome, UnclearOutcome } from '#core/ports.ts'
import type { Disk } from './memory-log.ts'
import type { Process, Timeline } from './timeline.ts'

export interface Hazards {
  /** Chance of a fault at each request. */
  readonly faults: number
  /** A request that nobody waits for any more may still be applied so much later. */
  readonly latestMs: number
  /** Reads show what is older than this at the latest. */
  readonly lagMs: number
}

interface Customer {
  readonly id: string
  readonly customer: string
  readonly contractOwnerId: string
  readonly name: string
  readonly visibleFrom: number
  readonly sites: { readonly id: string; readonly reference: string; readonly visibleFrom: number }[]
}

export interface Ledger {
  readonly customers: Customer[]
  readonly posts: { readonly step: string; readonly at: number; readonly hadIntent: boolean; definiteNo: boolean }[]
}

export interface Server {
  readonly ledger: Ledger
  apiFor(process: Process): Api
}

interface Site {
  readonly siteReference: string
  readonly customerId: number
  readonly siteIdReceivingInvoice?: number
}

const unclear = (reason: string): UnclearOutcome => ({ kind: 'unclear', reason, overloaded: false, afterMs: null, suspectAddress: false, lookNow: false })

export function createServer({ timeline, random, hazards, disk }: { readonly timeline: Timeline; readonly random: () => number; readonly hazards: Hazards; readonly disk: Disk }): Server {
  const ledger: Ledger = { customers: [], posts: [] }
  let nextId = 100
  const newId = (): string => String((nextId += 1))
  const visibleFrom = (): number => timeline.now() + random() * hazards.lagMs
  const later = <Value>(process: Process, make: () => Value): Promise<Value> =>
    new Promise((resolve) => {
      timeline.after(5 + random() * 40, () => resolve(make()), process)
    })
  const pick = <Value>(...values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!
  const misfortune = (): boolean => random() < hazards.faults

  const applyCustomer = (request: CreateRequest, share: number): Customer => {
    const body = JSON.parse(request.body) as { contractOwnerId: number; customerName: string; customerAccountNumber: string; sites: Site[] }
    const created: Customer = {
      id: newId(), customer: body.customerAccountNumber, contractOwnerId: String(body.contractOwnerId), name: body.customerName, visibleFrom: visibleFrom(),
      sites: body.sites.slice(0, Math.ceil(body.sites.length * share)).map((site) => ({ id: newId(), reference: site.siteReference, visibleFrom: visibleFrom() })),
    }
    ledger.customers.push(created)
    return created
  }
  const applySite = (request: CreateRequest): string => {
    const body = JSON.parse(request.body) as Site
    const owner = ledger.customers.find(({ id }) => id === String(body.customerId))
    const receiver = body.siteIdReceivingInvoice
    if (owner === undefined || (receiver !== undefined && !owner.sites.some(({ id }) => id === String(receiver)))) throw new Error('a site was sent with ids that do not exist')
    const id = newId()
    owner.sites.push({ id, reference: body.siteReference, visibleFrom: visibleFrom() })
    return id
  }
  const apply = (request: CreateRequest, share = 1): SendOutcome => {
    if (request.path === '/sites') return { kind: 'accepted', id: applySite(request), siteIds: {} }
    const created = applyCustomer(request, share)
    const shown = random() < 0.2 ? [] : created.sites
    return { kind: 'accepted', id: created.id, siteIds: Object.fromEntries(shown.map(({ id, reference }) => [reference, id])) }
  }
  const send = (request: CreateRequest): SendOutcome => {
    const { expect } = request
    const unit = disk.plan.units.findIndex(({ customer }) => (expect.kind === 'customer' ? customer === expect.key.customer : ledger.customers.some((there) => there.id === expect.customerId && there.customer === customer)))
    const step = expect.kind === 'customer' ? `customer:${expect.key.customer}` : `site:${disk.plan.units[unit]!.customer}/${expect.reference}`
    const post = { step, at: timeline.now(), hadIntent: disk.units[unit]!.intents.some((intent) => intent.step === step && intent.outcome === null), definiteNo: false }
    ledger.posts.push(post)
    if (!misfortune()) return apply(request)
    switch (pick('applied', 'lost', 'late', 'half', 'throttled', 'not-applied', 'unauthorised', 'conflict')) {
      case 'applied': apply(request); return unclear('answer lost')
      case 'lost': return unclear('request lost')
      case 'late': timeline.after(random() * hazards.latestMs, () => apply(request)); return unclear('deadline')
      case 'half': apply(request, 0.5); return unclear('half done')
      case 'conflict': return { ...unclear('conflict'), lookNow: true }
      case 'throttled': post.definiteNo = true; return { kind: 'throttled', afterMs: pick(null, 1_000) }
      case 'not-applied': post.definiteNo = true; return { kind: 'not-applied', reason: 'gateway' }
      case 'unauthorised': post.definiteNo = true; return { kind: 'unauthorised', reason: 'token', final: false }
    }
  }
  const read = <Value>(process: Process, make: () => Value): Promise<ReadOutcome<Value>> => later(process, (): ReadOutcome<Value> => {
    if (misfortune()) return pick<ReadOutcome<Value>>({ kind: 'throttled', afterMs: null }, { kind: 'unclear', reason: '500', afterMs: null }, { kind: 'unreachable', reason: 'down' })
    return { kind: 'answer', value: make() }
  })
  const page = <Item>(items: readonly Item[], { number, size }: { readonly number: number; readonly size: number }): readonly Item[] => items.slice((number - 1) * size, number * size)
  const seen = <Item extends { readonly visibleFrom: number }>(items: readonly Item[]): readonly Item[] => items.filter((item) => item.visibleFrom <= timeline.now())
  return {
    ledger,
    apiFor: (process) => ({
      baseUrl: '', brand: '', username: '',
      customers: (query, at) => read(process, () => page(seen(ledger.customers).filter(({ customer, contractOwnerId }) =>
        (query.accountNumbers?.includes(customer) ?? true) && (query.contractOwnerId ?? contractOwnerId) === contractOwnerId), at)),
      sites: ({ customerId }, at) => read(process, () => page(seen(ledger.customers.find(({ id }) => id === customerId)?.sites ?? []).map(({ id, reference }) => ({ id, reference, customerId: customerId ?? null })), at)),
      reference: (_kind, at) => read(process, () => page([{ id: '1', name: 'Owner' }], at)),
      open: () => later(process, () => (misfortune() && random() < 0.3 ? { kind: 'unreachable' as const, reason: 'down' } : {
        kind: 'open' as const, line: { drop: () => undefined, send: (request) => later(process, () => send(request)) },
      })),
      customer: (id) => read(process, () => {
        const customer = ledger.customers.find((there) => there.id === id && there.visibleFrom <= timeline.now())
        return { customerAccountNumber: customer?.customer ?? '' }
      }),
      serverTime: () => null,
      quota: () => null,
      timing: () => ({ writeDeadlineMs: 500, slowestMs: null }),
      close: () => undefined,
    }),
  }
}
