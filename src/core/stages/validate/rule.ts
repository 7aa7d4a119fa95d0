// What a rule is. To add one: copy `rules/welcome-email.ts` and its test, and name it in `rules/index.ts`.
import type { CustomerDraft, EntityDraft, FieldValue, SiteDraft } from '#core/model/draft.ts'
import type { Level } from '#core/model/field.ts'
import { issue } from '#core/model/issue.ts'
import type { Issue, IssueCode, IssueInit } from '#core/model/issue.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { Reference } from '#core/model/reference.ts'

export interface RuleContext {
  readonly reference: Reference
  /** Customers the server has are left out by choice: then that is said, and is no error. */
  readonly skipExisting: boolean
  /** The one column of a table that fills a field; undefined when none or several do. */
  readonly columnOf: (table: number, field: string) => number | undefined
}

export interface Rule {
  readonly codes: readonly IssueCode[]
  readonly check: (subject: Subject, context: RuleContext) => readonly Issue[]
}

/** One entity of a customer with the names its issues carry. */
export interface Scope {
  readonly level: Level
  readonly entity: EntityDraft
  readonly customer: string | null
  readonly site: string | null
}

export interface SiteScope extends Scope {
  readonly entity: SiteDraft
  readonly contacts: readonly Scope[]
  /** Any invoice cell counts: half-filled details are details. */
  readonly hasDetails: boolean
  /** It names another site, of the file or of the server, that receives its invoices. */
  readonly pointsElsewhere: boolean
}

/** A customer as the rules look at it; made once for all of them. */
export interface Subject {
  readonly draft: CustomerDraft
  readonly customer: Scope
  readonly sites: readonly SiteScope[]
  /** The customer and its sites. */
  readonly holders: readonly Scope[]
  readonly contacts: readonly Scope[]
  readonly all: readonly Scope[]
}

export const pointerPath = 'site.invoiceSite'
export const serverIdPath = 'site.siteIdReceivingInvoice'
export const detailsPrefix = 'site.siteInvoiceDetails.'

export function describeSubject(draft: CustomerDraft): Subject {
  const customer: Scope = { level: 'customer', entity: draft, customer: draft.key === '' ? null : draft.key, site: null }
  const sites: SiteScope[] = []
  for (const site of draft.sites) sites.push(describeSite(site, customer.customer))
  // Filled one by one: `concat` takes ten times as long for so few.
  const holders: Scope[] = [customer]
  const contacts: Scope[] = []
  for (const site of sites) {
    holders.push(site)
    for (const contact of site.contacts) contacts.push(contact)
  }
  for (const entity of draft.contacts) contacts.push({ level: 'customerContact', entity, customer: customer.customer, site: null })
  const all: Scope[] = []
  for (const holder of holders) all.push(holder)
  for (const contact of contacts) all.push(contact)
  return { draft, customer, sites, holders, contacts, all }
}

function describeSite(entity: SiteDraft, customer: string | null): SiteScope {
  const site = entity.reference === '' ? null : entity.reference
  const contacts: Scope[] = []
  for (const contact of entity.contacts) contacts.push({ level: 'siteContact', entity: contact, customer, site })
  return {
    level: 'site', entity, customer, site, contacts,
    hasDetails: hasAnyUnder(entity, detailsPrefix),
    pointsElsewhere: isGiven(entity, pointerPath) || isGiven(entity, serverIdPath),
  }
}

/** Given, even if its cell could not be read: then it has an issue of its own and is not called missing as well. */
export function isGiven(entity: EntityDraft, field: string): boolean {
  return entity.fields.has(field) || entity.broken.has(field)
}

export function hasAnyUnder(entity: EntityDraft, prefix: string): boolean {
  for (const path of entity.fields.keys()) if (path.startsWith(prefix)) return true
  for (const path of entity.broken) if (path.startsWith(prefix)) return true
  return false
}

export function textOf(entity: EntityDraft, field: string): string | undefined {
  const value = entity.fields.get(field)?.value
  return typeof value === 'string' ? value : undefined
}

/** Nearly every rule has nothing to say of nearly everything: then no list is made. */
export const nothing: readonly Issue[] = []

/** What is said of each of them, as one list. */
export function ofEach<Of>(all: readonly Of[], check: (one: Of) => readonly Issue[]): readonly Issue[] {
  let issues: Issue[] | null = null
  for (const one of all) {
    const said = check(one)
    if (said.length > 0) (issues ??= []).push(...said)
  }
  return issues ?? nothing
}

/** An issue of an entity: about the cell of `field`, or where that is empty about the place where it would stand. */
export function found(scope: Scope, context: RuleContext, init: IssueInit & { readonly field: string }): Issue {
  const value = scope.entity.fields.get(init.field)
  return issue({
    customer: scope.customer,
    site: scope.site,
    place: placeOf(scope.entity, init.field, context),
    value: value?.raw ?? null,
    ...init,
  })
}

function placeOf(entity: EntityDraft, field: string, context: RuleContext): Issue['place'] {
  const own = entity.fields.get(field)?.place
  if (own !== undefined && own !== null) return own
  for (const row of entity.rows) {
    const column = context.columnOf(row.table, field)
    if (column !== undefined) return { ...row, column }
  }
  return entity.rows[0] ?? null
}

/** Where a value stands; the entity's first row for a fixed value. */
export function relatedTo(entity: EntityDraft, value: FieldValue | undefined): readonly RowPlace[] {
  const place = value?.place ?? entity.rows[0]
  return place === undefined ? [] : [place]
}
