// All fates at all endpoints they can meet, at attempts 1 to 3: which faults to arm for one run, and which plan makes them met.
import type { Fault } from '#sandbox/fates/order.ts'
import type { FateName } from '#sandbox/fates/table/index.ts'
import { fateNames, fates } from '#sandbox/fates/table/index.ts'
import type { Wanted } from '../support/plan.ts'

/** Every endpoint that an import uses; the other reference lists are read as that of the contract owners is. */
export const aims = {
  create: ['POST /customers', 'POST /sites'],
  read: ['GET /customers', 'GET /sites', 'GET /customers/{customer_id}', 'GET /contract-owners'],
  login: ['POST /authenticate'],
} as const
export type Aim = (typeof aims)[keyof typeof aims][number]

export interface Combination {
  readonly fate: FateName
  readonly aim: Aim
  /** Of a request about a customer: all three in one run, by a customer each. Of another: the one of this run. */
  readonly attempts: readonly number[]
}

const ATTEMPTS = [1, 2, 3]
const isAboutCustomers = (aim: Aim): boolean => aim !== 'GET /contract-owners' && aim !== 'POST /authenticate'

export function combinationsOf(aim: Aim): readonly Combination[] {
  return fateNames.filter((fate) => canMeet(fate, aim))
    .flatMap((fate): readonly Combination[] => (isAboutCustomers(aim) ? [{ fate, aim, attempts: ATTEMPTS }] : ATTEMPTS.map((attempt) => ({ fate, aim, attempts: [attempt] }))))
}

/** A site has no sites, and does not name its owner; only a list of customers or sites has a key to mistake, or rows to hide. */
export function canMeet(fate: FateName, aim: Aim): boolean {
  const { meets, bend, effect, shows } = fates[fate]
  const meeting = (['create', 'read', 'login'] as const).find((each) => aims[each].some((endpoint) => endpoint === aim))
  if (meeting === undefined || !meets.includes(meeting)) return false
  if (aim === 'POST /sites') return effect.twist !== 'first-sites' && shows.body !== 'without-sites'
  return bend === undefined || aim === 'GET /customers' || aim === 'GET /sites'
}

/** With a capital, a space and a zero: what mistaken filters stumble over. */
export const accountOf = (attempt: number): string => `0${attempt} Fate`
export const depotOf = (customer: string): string => `Depot ${customer}`

/** The first customer is left in peace: the run proves the server with it. */
export function wantedFor(customers: readonly string[]): readonly Wanted[] {
  return ['Plain', ...customers].map((customer) => ({ customer, own: ['HQ', 'Annexe'], dependent: [[depotOf(customer), 'HQ']] }))
}

export function planOf({ aim, attempts }: Combination): readonly Wanted[] {
  return isAboutCustomers(aim) ? wantedFor(attempts.map(accountOf)) : [{ customer: 'Plain' }]
}

/** What the fate itself needs to be quick, or to be met at all. */
const numbers: Readonly<Partial<Record<FateName, Partial<Fault>>>> = {
  throttle: { retryAfter: 0 }, unavailable: { retryAfter: 0 }, 'unavailable-applied': { retryAfter: 0 },
  'drop-applied-later': { delayMs: 120 }, 'silence-applied-later': { delayMs: 120 }, 'accepted-later': { delayMs: 120 },
  slow: { delayMs: 150 }, stale: { delayMs: 60_000 }, partial: { split: 1 }, 'token-short-lived': { delayMs: 100 },
}

/** `elsewhere`: an address that a redirect may point to. */
export function orderOf(fault: FateName, endpoint: Aim, more: Partial<Fault> & { readonly elsewhere: string }): Fault {
  const { elsewhere, ...rest } = more
  return { endpoint, fault, count: 1, ...numbers[fault], ...rest, ...(fates[fault].shows.points === 'elsewhere' ? { location: elsewhere } : {}) }
}

/** Faults that bring the request about, those that fail the attempts before, and the fate itself. */
export function faultsFor({ fate, aim, attempts }: Combination, elsewhere: string): readonly Fault[] {
  return attempts.flatMap((attempt) => {
    if (!isAboutCustomers(aim)) return [...before(aim, { attempt }), orderOf(fate, aim, { attempt, elsewhere })]
    const customer = accountOf(attempt)
    const key = keyOf(aim, customer)
    const split = fates[fate].effect.twist === 'first-sites' ? { split: attempt - 1 } : {}
    return [...occasionsFor(aim, customer), ...before(aim, { key, attempt }), orderOf(fate, aim, { key, attempt, elsewhere, ...split })]
  })
}

export const keyOf = (aim: Aim, customer: string): string => (aim === 'POST /sites' ? depotOf(customer) : customer)

/** Reads by key come once by themselves; for more of them, and for the customer as a whole, an answer to a create has to be lost. */
export function occasionsFor(aim: Aim, customer: string): readonly Fault[] {
  const lost: Fault = { endpoint: 'POST /customers', fault: 'drop-applied', key: customer, attempt: 1, count: 1 }
  if (aim === 'GET /customers' || aim === 'GET /customers/{customer_id}') return [lost]
  return aim === 'GET /sites' ? [lost, { endpoint: 'POST /sites', fault: 'drop-applied', key: depotOf(customer), attempt: 1, count: 1 }] : []
}

/** A create is sent again after a clear "not now"; a list is read again after it hid something; everything else after trouble. */
function before(aim: Aim, { key, attempt }: { readonly key?: string; readonly attempt: number }): readonly Fault[] {
  const failing: readonly FateName[] = aims.create.some((endpoint) => endpoint === aim) ? ['too-early', 'drop-not-applied']
    : aim === 'GET /customers' || aim === 'GET /sites' ? ['hidden', 'hidden'] : ['unavailable', 'unavailable']
  // The first read of a customer is the one before it is sent: that one needs nothing hidden.
  return failing.slice(0, attempt - 1).map((fault, index) => ({ endpoint: aim, fault, attempt: index + 1, count: 1, ...numbers[fault], ...(key === undefined ? {} : { key }) }))
}
