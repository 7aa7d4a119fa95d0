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
  readonly check: (draft: CustomerDraft, context: RuleContext) => readonly Issue[]
}

/** One entity of a customer with the names its issues carry. */
export interface Scope {
  readonly level: Level
  readonly entity: EntityDraft
  readonly customer: string | null
  readonly site: string | null
}

export function customerScope(draft: CustomerDraft): Scope {
  return { level: 'customer', entity: draft, customer: draft.key === '' ? null : draft.key, site: null }
}

export function siteScopes(draft: CustomerDraft): readonly (Scope & { readonly entity: SiteDraft })[] {
  const { customer } = customerScope(draft)
  return draft.sites.map((site) => ({ level: 'site', entity: site, customer, site: site.reference === '' ? null : site.reference }))
}

export function contactScopes(draft: CustomerDraft): readonly Scope[] {
  const own = draft.contacts.map((contact): Scope => ({ ...customerScope(draft), level: 'customerContact', entity: contact }))
  return [...siteScopes(draft).flatMap((site) => siteContactScopes(site)), ...own]
}

export function siteContactScopes(site: Scope & { readonly entity: SiteDraft }): readonly Scope[] {
  return site.entity.contacts.map((contact) => ({ ...site, level: 'siteContact', entity: contact }))
}

export function allScopes(draft: CustomerDraft): readonly Scope[] {
  return [customerScope(draft), ...siteScopes(draft), ...contactScopes(draft)]
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
