import type { CustomerDraft, SiteDraft } from '#core/model/draft.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { PlanStep, PlanUnit } from '#core/model/plan.ts'
import type { Reference } from '#core/model/reference.ts'
import { customerContactBodies } from './contact-bodies.ts'
import { byText, customFieldsOf } from './custom-fields.ts'
import { siteBody } from './site-body.ts'
import { writeEntity, writeList } from './write-entity.ts'
import type { Ready } from './write-entity.ts'

export interface PlanContext {
  /** For the definitions of custom fields. */
  readonly reference: Reference
}

/** POST /customers takes at most 1000 sites (elevate-api.md 4.1); the rest are added one by one. */
const sitesInFirstBody = 1000

const pointer = 'site.invoiceSite'

/**
 * The requests of one customer without errors: first the customer with all sites that need no id of a sibling, then each site
 * that points to one (elevate-api.md 9). The file's first self-invoiced site leads, because the API takes the first site as the
 * default; the others stand by reference, whatever the order of rows.
 */
export function planCustomer(draft: CustomerDraft, context: PlanContext): PlanUnit {
  // Lists are filled one by one, here as wherever something is made for each customer of a large file: copies of empty lists and of
  // full ones are of different kinds to the engine, which then compiles this again for each kind that it meets.
  const own: SiteDraft[] = []
  const dependent: SiteDraft[] = []
  for (const site of draft.sites) (site.fields.has(pointer) ? dependent : own).push(site)
  if (own.length > 1) leadFirst(own)
  if (dependent.length > 1) dependent.sort(byReference)
  const siteReferences: string[] = []
  for (const { reference } of own) siteReferences.push(reference)
  for (const { reference } of dependent) siteReferences.push(reference)
  const steps = [createCustomer(draft, own, context)]
  for (const site of own.slice(sitesInFirstBody)) steps.push(createSite(draft, site, { context, receivingSite: null }))
  for (const site of dependent) steps.push(createSite(draft, site, { context, receivingSite: receiverOf(site, draft.sites) }))
  const name = draft.fields.get('customer.customerName')?.value
  return { customer: draft.key, customerName: typeof name === 'string' ? name.trim() : '', contractOwnerId: idText(draft), siteReferences, steps, rows: draft.rows }
}

function byReference(a: SiteDraft, b: SiteDraft): number {
  return byText(a.reference, b.reference)
}

/** A site that names a server's site by id needs no sibling, but does not receive invoices: it leads only when none does. */
function leadFirst(own: SiteDraft[]): void {
  const leader = own.find((site) => !site.fields.has('site.siteIdReceivingInvoice')) ?? own[0]
  own.sort((a, b) => Number(b === leader) - Number(a === leader) || byReference(a, b))
}

function idText(draft: CustomerDraft): string {
  const owner = draft.fields.get('customer.contractOwnerId')?.value
  return owner instanceof ExactNumber ? owner.text : ''
}

function createCustomer(draft: CustomerDraft, sites: readonly SiteDraft[], { reference }: PlanContext): PlanStep {
  const bodies: string[] = []
  for (const site of sites) {
    if (bodies.length === sitesInFirstBody) break
    bodies.push(siteBody(site, reference, { dependent: false }))
  }
  const ready: Ready[] = [{ name: 'sites', text: writeList(bodies) }]
  if (draft.contacts.length > 0) ready.push({ name: 'customerContacts', text: writeList(customerContactBodies(draft.contacts)) })
  if (draft.customFields.length > 0) ready.push({ name: 'assignedCustomFields', text: writeList(customFieldsOf(draft, 'CUSTOMER', reference)) })
  return {
    key: `customer:${keyPart(draft.key)}`, kind: 'create-customer', path: '/customers', body: writeEntity(draft, 'customer', ready), receivingSite: null,
  }
}

function createSite(draft: CustomerDraft, site: SiteDraft, { context, receivingSite }: { context: PlanContext; receivingSite: string | null }): PlanStep {
  const body = siteBody(site, context.reference, { dependent: receivingSite !== null })
  return { key: `site:${keyPart(draft.key)}/${keyPart(site.reference)}`, kind: 'create-site', path: '/sites', body, receivingSite }
}

/** The receiving site's own spelling: the pointer may differ from it in case (validated before). */
function receiverOf(site: SiteDraft, sites: readonly SiteDraft[]): string {
  const named = site.fields.get(pointer)?.value
  const reference = typeof named === 'string' ? named.trim() : ''
  if (sites.some((other) => other.reference === reference)) return reference
  return sites.find((other) => other.reference.toLowerCase() === reference.toLowerCase())?.reference ?? reference
}

/** Account numbers and references may hold a slash: without this, A + B/C and A/B + C would share a key. */
function keyPart(text: string): string {
  if (!text.includes('/') && !text.includes('%')) return text
  return text.replace(/[%/]/g, (character) => (character === '%' ? '%25' : '%2F'))
}
