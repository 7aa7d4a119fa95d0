import type { PlanStep, PlanUnit } from '#core/model/plan.ts'
import type { Chance } from './seeded.ts'

/** As short as a body can be: a simulated second should not go into reading addresses. */
function siteBody(reference: string, pointsElsewhere: boolean): string {
  return `{"customerId":0,"siteName":"Site ${reference}","siteReference":"${reference}"${pointsElsewhere ? ',"siteIdReceivingInvoice":0' : ''}}`
}

export interface Wanted {
  readonly customer: string
  readonly contractOwnerId: string
  readonly nested: readonly string[]
  /** Reference, and the site that receives its invoices. */
  readonly dependent: readonly (readonly [string, string])[]
}

export function planUnit({ customer, contractOwnerId, nested, dependent }: Wanted, row: number): PlanUnit {
  const sites = nested.map((reference) => siteBody(reference, false)).join(',')
  const body = `{"contractOwnerId":${contractOwnerId},"customerName":"Name of ${customer}","customerAccountNumber":"${customer}","sites":[${sites}]}`
  const rest = dependent.map(([reference, receivingSite]): PlanStep => ({
    key: `site:${customer}/${reference}`, kind: 'create-site', path: '/sites', body: siteBody(reference, true), receivingSite,
  }))
  return {
    customer, customerName: `Name of ${customer}`, contractOwnerId, siteReferences: [...nested, ...dependent.map(([reference]) => reference)],
    steps: [{ key: `customer:${customer}`, kind: 'create-customer', path: '/customers', body, receivingSite: null }, ...rest],
    rows: [{ table: 0, row }],
  }
}

/** One to twelve customers, more often few; sites inside the first body and after it. Keys that begin alike, as real ones do. */
export function drawWanted(chance: Chance): readonly Wanted[] {
  const count = chance.hits(0.06) ? chance.whole(5, 12) : chance.pick([1, 1, 2, 2, 3, 4])
  return Array.from({ length: count }, (_, index) => {
    const nested = ['A', 'B', 'C'].slice(0, chance.pick([1, 1, 2, 3]))
    const dependent = chance.hits(0.4) ? [['X', chance.pick(nested)] as const, ...(chance.hits(0.4) ? [['Y', chance.pick(nested)] as const] : [])] : []
    return { customer: `Ab${index}`, contractOwnerId: '1', nested, dependent }
  })
}

/** A body with zeros where ids were put in, so that it can be compared with the frozen one. So short that it needs no hash. */
export function asFrozen(path: string, body: string): string {
  return path === '/customers' ? body : body.replaceAll(/"(customerId|siteIdReceivingInvoice)":\d+/g, '"$1":0')
}
