import { fieldByPath } from '#core/catalogue/index.ts'
import type { Issue } from '#core/model/issue.ts'
import { checkValue } from '../check-value.ts'
import { found } from '../rule.ts'
import type { Rule } from '../rule.ts'

/** The rules of single values. A fixed value is checked once for the whole file, not for every customer. */
export const values: Rule = {
  codes: ['too-long', 'out-of-range', 'bad-email', 'odd-character', 'odd-sort-code', 'odd-account-number', 'unknown-reference'],
  check: ({ all }, context) => {
    const issues: Issue[] = []
    for (const scope of all) {
      scope.entity.fields.forEach(({ value, place }, field) => {
        const entry = fieldByPath.get(field)
        if (entry === undefined || place === null) return
        for (const finding of checkValue(entry, value, context.reference)) issues.push(found(scope, context, { ...finding, field }))
      })
    }
    return issues
  },
}
