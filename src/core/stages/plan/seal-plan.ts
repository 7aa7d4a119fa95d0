import type { Plan, PlanStep, PlanUnit } from '#core/model/plan.ts'
import type { NewHash } from '#core/ports.ts'
import { byText } from './custom-fields.ts'

/** A planned customer with what its bodies hold, counted while they were made. */
export interface PlannedCustomer {
  readonly unit: PlanUnit
  readonly contacts: number
}

/**
 * Brings the units into their canonical order and hashes every request with the counts. The lengths of a
 * request's texts stand before them, so that no text can pass for a border.
 */
export function sealPlan(planned: readonly PlannedCustomer[], newHash: NewHash): Plan {
  const units = planned.map(({ unit }) => unit).toSorted((a, b) => byText(a.customer, b.customer))
  const counts = countPlan(planned)
  const hash = newHash()
  for (const { steps } of units) hash.update(steps.map(hashedText).join(''))
  hash.update(`${JSON.stringify([counts.createCustomer, counts.createSite, counts.customers, counts.sites, counts.contacts])}\n`)
  return { hash: hash.digestHex(), units, counts }
}

function hashedText({ key, path, body, receivingSite }: PlanStep): string {
  const lengths = `${key.length} ${path.length} ${body.length} ${receivingSite === null ? 'none' : receivingSite.length}`
  return `${lengths}\n${key}${path}${body}${receivingSite ?? ''}\n`
}

function countPlan(planned: readonly PlannedCustomer[]): Plan['counts'] {
  const sum = (count: (customer: PlannedCustomer) => number): number => planned.reduce((total, customer) => total + count(customer), 0)
  return {
    createCustomer: planned.length,
    createSite: sum(({ unit }) => unit.steps.length - 1),
    customers: planned.length,
    sites: sum(({ unit }) => unit.siteReferences.length),
    contacts: sum(({ contacts }) => contacts),
  }
}
