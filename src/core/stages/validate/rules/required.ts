import { fieldEntries } from '#core/catalogue/index.ts'
import type { FieldEntry, Level } from '#core/model/field.ts'
import type { Issue } from '#core/model/issue.ts'
import { groupBy } from '#core/model/group-by.ts'
import { found, hasAnyUnder, isGiven, nothing } from '../rule.ts'
import type { Rule } from '../rule.ts'

interface Need {
  /** Only when something under this path is given; '' for always. */
  readonly parent: string
  readonly paths: readonly string[]
}

/** The invoice template has a code and a sentence of its own. */
const elsewhere = 'site.siteInvoiceDetails.invoiceTemplateId'

const needs: Readonly<Record<Level, readonly Need[]>> = {
  customer: needsOf('customer'), site: needsOf('site'), siteContact: needsOf('siteContact'), customerContact: needsOf('customerContact'),
}

function needsOf(level: Level): readonly Need[] {
  const entries = fieldEntries.filter((entry) => entry.level === level && entry.required !== 'no' && entry.path !== elsewhere)
  return [...groupBy(entries, parentOf)].map(([parent, group]) => ({ parent, paths: group.map(({ path }) => path) }))
}

function parentOf({ path, required }: FieldEntry): string {
  return required === 'always' ? '' : path.slice(0, path.lastIndexOf('.') + 1)
}

/** Fields that the API requires (elevate-api.md 4.1, 5.1, 5.2), in each entity that exists. */
export const required: Rule = {
  codes: ['required-missing'],
  check: ({ all }, context) => {
    let issues: Issue[] | null = null
    for (const scope of all) {
      for (const { parent, paths } of needs[scope.level]) {
        for (const field of paths) {
          if (isGiven(scope.entity, field)) continue
          // Looked for only where something is missing: that is rare, and looking takes longer.
          if (parent !== '' && !hasAnyUnder(scope.entity, parent)) break
          (issues ??= []).push(found(scope, context, { code: 'required-missing', severity: 'error', field }))
        }
      }
    }
    return issues ?? nothing
  },
}
