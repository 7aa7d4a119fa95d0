import type { PlanCounts, PlanStep, PlanSummary, PlanUnit } from '#core/model/plan.ts'
import type { NewHash } from '#core/ports.ts'
import { byText } from './custom-fields.ts'

/** Account numbers of the plan's units with the hashes of their requests, in any order. */
export interface HashedUnits {
  readonly length: number
  readonly customerAt: (index: number) => string
  readonly hashAt: (index: number) => string
}

/** Over every request of a unit. The lengths of a request's texts stand before them, so that no text can pass for a border. */
export function hashUnit({ steps }: PlanUnit, newHash: NewHash): string {
  let text = ''
  for (const step of steps) text += hashedText(step)
  const hash = newHash()
  hash.update(text)
  return hash.digestHex()
}

/** The plan's hash: over its units in their canonical order, and over the counts that people see. */
export function sealPlan(units: HashedUnits, counts: PlanCounts, newHash: NewHash): PlanSummary {
  const hash = newHash()
  for (const index of canonicalOrder(units)) {
    const customer = units.customerAt(index)
    hash.update(`${customer.length} ${customer} ${units.hashAt(index)}\n`)
  }
  hash.update(`${JSON.stringify([counts.createCustomer, counts.createSite, counts.customers, counts.sites, counts.contacts])}\n`)
  return { hash: hash.digestHex(), counts }
}

/** Positions by account number, by code unit. Files are often in order already. */
export function canonicalOrder({ length, customerAt }: Pick<HashedUnits, 'length' | 'customerAt'>): readonly number[] {
  const order = Array.from({ length }, (_, index) => index)
  const isSorted = order.every((index) => index === 0 || customerAt(index - 1) <= customerAt(index))
  return isSorted ? order : order.sort((a, b) => byText(customerAt(a), customerAt(b)))
}

export const noPlanCounts: PlanCounts = { createCustomer: 0, createSite: 0, customers: 0, sites: 0, contacts: 0 }

/** What one unit adds to the plan's counts. */
export function countUnit(unit: PlanUnit, contacts: number): PlanCounts {
  return { createCustomer: 1, createSite: unit.steps.length - 1, customers: 1, sites: unit.siteReferences.length, contacts }
}

export function addCounts(a: PlanCounts, b: PlanCounts): PlanCounts {
  return {
    createCustomer: a.createCustomer + b.createCustomer, createSite: a.createSite + b.createSite,
    customers: a.customers + b.customers, sites: a.sites + b.sites, contacts: a.contacts + b.contacts,
  }
}

function hashedText({ key, path, body, receivingSite }: PlanStep): string {
  const lengths = `${key.length} ${path.length} ${body.length} ${receivingSite === null ? 'none' : receivingSite.length}`
  return `${lengths}\n${key}${path}${body}${receivingSite ?? ''}\n`
}
