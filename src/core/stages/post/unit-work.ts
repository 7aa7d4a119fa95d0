import type { Json, JsonObject } from '../../model/json.ts'
import { writeJson } from '../../model/json.ts'
import type { PlanUnit } from '../../model/plan.ts'
import { readJson } from '../../model/read-json.ts'

/** One site of a customer: inside the first body, or a step of its own. */
export interface SiteWork {
  /** Key of its own request; for a site of the first body, of the request that is only made when the server lost it. */
  readonly step: string
  readonly reference: string
  /** Frozen, with zeros where ids go. */
  readonly body: string
  readonly receivingSite: string | null
  /** Created by the customer's own request. */
  readonly nested: boolean
}

/** What has to be there in the end, from the frozen bodies alone. */
export interface UnitWork {
  readonly customer: string
  readonly customerName: string
  readonly contractOwnerId: string
  readonly customerStep: string
  readonly customerBody: string
  readonly sites: readonly SiteWork[]
}

export function describeWork(unit: PlanUnit): UnitWork {
  const [first, ...rest] = unit.steps
  if (first?.kind !== 'create-customer') throw new Error('a unit begins with its customer')
  const nested = nestedReferences(first.body).map((reference, at): SiteWork => ({
    step: `site:${unit.customer}/${reference}`, reference, receivingSite: null, nested: true,
    // Made where it is asked for, and that is only where the server lost a site.
    get body() {
      return writeJson(nestedSites(first.body)[at] ?? null)
    },
  }))
  const own = rest.map((step): SiteWork => ({
    step: step.key, reference: referenceOf(readJson(step.body)), body: step.body, receivingSite: step.receivingSite, nested: false,
  }))
  return {
    customer: unit.customer, customerName: unit.customerName, contractOwnerId: unit.contractOwnerId,
    customerStep: first.key, customerBody: first.body, sites: [...nested, ...own],
  }
}

/** A site body with its ids: exactly the two zeros that stand for them change, and each must be there. */
export function fillSiteBody(site: SiteWork, customerId: string, receivingId: string | null): string {
  const filled = fill(site.body, 'customerId', customerId)
  return receivingId === null ? filled : fill(filled, 'siteIdReceivingInvoice', receivingId)
}

/** Inside a JSON string the quotes would be escaped, so this text can only be a property. */
function fill(body: string, property: string, id: string): string {
  const parts = body.split(new RegExp(`(?<="${property}":)0(?=[,}])`))
  if (parts.length !== 2) throw new Error(`a frozen site body needs exactly one open ${property}`)
  return parts.join(id)
}

/** Texts alone are read, in a body of our own: there JSON.parse is exact enough, and it is needed for every customer. */
function nestedReferences(body: string): readonly string[] {
  return sitesOf(JSON.parse(body) as Json).map(referenceOf)
}

function nestedSites(body: string): readonly Json[] {
  return sitesOf(readJson(body))
}

function sitesOf(body: Json): readonly Json[] {
  const { sites } = membersOf(body)
  return Array.isArray(sites) ? sites : []
}

function referenceOf(site: Json): string {
  const reference = membersOf(site)['siteReference']
  if (typeof reference !== 'string') throw new Error('a frozen site needs its reference')
  return reference
}

function membersOf(value: Json): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('a frozen body is an object')
  return value as JsonObject
}

