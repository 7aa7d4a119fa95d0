import { issue } from '#core/model/issue.ts'
import { findDefinition } from '#core/model/reference.ts'
import { nothing, ofEach } from '../rule.ts'
import type { Rule } from '../rule.ts'

/**
 * A custom field needs the id of its definition (elevate-api.md 5.5, 6.7). Named by label without the definitions at hand it
 * stays unresolved; a label or id that the target does not have is an error.
 */
export const customFields: Rule = {
  codes: ['unknown-reference', 'custom-field-unresolved'],
  check: ({ holders }, { reference }) => ofEach(holders, ({ level, entity, customer, site }) => entity.customFields.length === 0 ? nothing :
    ofEach(entity.customFields, ({ definition, value }) => {
      const lookup = findDefinition(reference, level === 'site' ? 'SITE' : 'CUSTOMER', definition)
      if (lookup.kind === 'found') return nothing
      const about = { field: `${level}.customFields.${definition}`, value: value.raw, place: value.place ?? entity.rows[0] ?? null, customer, site }
      return lookup.kind === 'not-read'
        ? [issue({ ...about, code: 'custom-field-unresolved', severity: 'warning', params: { other: definition } })]
        : [issue({ ...about, code: 'unknown-reference', severity: 'error', params: { reference: 'custom-field-definitions', other: definition, count: lookup.count } })]
    })),
}
