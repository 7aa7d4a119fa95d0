import { fieldEntries } from '#core/catalogue/index.ts'
import type { FieldEntry, Level } from '#core/model/field.ts'
import { allScopes, found, hasAnyUnder, isGiven } from '../rule.ts'
import type { Rule, Scope } from '../rule.ts'

interface Need {
  readonly path: string
  /** Only when something under this path is given; '' for always. */
  readonly parent: string
}

/** The invoice template has a code and a sentence of its own. */
const elsewhere = 'site.siteInvoiceDetails.invoiceTemplateId'

const needs: Readonly<Record<Level, readonly Need[]>> = {
  customer: needsOf('customer'), site: needsOf('site'), siteContact: needsOf('siteContact'), customerContact: needsOf('customerContact'),
}

function needsOf(level: Level): readonly Need[] {
  const entries = fieldEntries.filter((entry) => entry.level === level && entry.required !== 'no' && entry.path !== elsewhere)
  return entries.map((entry) => ({ path: entry.path, parent: entry.required === 'always' ? '' : parentOf(entry) }))
}

function parentOf({ path }: FieldEntry): string {
  return path.slice(0, path.lastIndexOf('.') + 1)
}

/** Fields that the API requires (elevate-api.md 4.1, 5.1, 5.2), in each entity that exists. */
export const required: Rule = {
  codes: ['required-missing'],
  check: (draft, context) => allScopes(draft).flatMap((scope) =>
    needs[scope.level].filter((need) => isMissing(scope, need)).map(({ path }) => found(scope, context, { code: 'required-missing', severity: 'error', field: path }))),
}

function isMissing({ entity }: Scope, { path, parent }: Need): boolean {
  return !isGiven(entity, path) && (parent === '' || hasAnyUnder(entity, parent))
}
