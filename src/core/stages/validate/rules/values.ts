import { fieldEntries } from '#core/catalogue/index.ts'
import type { Issue } from '#core/model/issue.ts'
import { checkValue, isJudgedAlone } from '../check-value.ts'
import { found, nothing } from '../rule.ts'
import type { Rule } from '../rule.ts'

/** By path: most fields have no rule of their own. */
const judged = new Map(fieldEntries.filter(({ type }) => isJudgedAlone(type)).map((entry) => [entry.path, entry]))

/** The rules of single values. A fixed value is checked once for the whole file, not for every customer. */
export const values: Rule = {
  codes: ['too-long', 'out-of-range', 'bad-email', 'odd-character', 'odd-sort-code', 'odd-account-number', 'unknown-reference'],
  check: ({ all }, context) => {
    let issues: Issue[] | null = null
    for (const scope of all) {
      scope.entity.fields.forEach(({ value, place }, field) => {
        const entry = judged.get(field)
        if (entry === undefined || place === null) return
        const findings = checkValue(entry, value, context.reference)
        for (const finding of findings) (issues ??= []).push(found(scope, context, { ...finding, field }))
      })
    }
    return issues ?? nothing
  },
}
