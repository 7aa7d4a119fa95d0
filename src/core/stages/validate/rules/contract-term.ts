import { found, isGiven, nothing } from '../rule.ts'
import type { Rule } from '../rule.ts'

const term = 'customer.contractTerm'
const start = 'customer.contractTermStartDate'

/** The term and its start date go together (elevate-api.md 4.1). */
export const contractTerm: Rule = {
  codes: ['contract-term-without-start', 'contract-start-without-term'],
  check: ({ customer: scope }, context) => {
    const hasTerm = isGiven(scope.entity, term)
    if (hasTerm === isGiven(scope.entity, start)) return nothing
    return [hasTerm
      ? found(scope, context, { code: 'contract-term-without-start', severity: 'error', field: term, params: { field2: start } })
      : found(scope, context, { code: 'contract-start-without-term', severity: 'error', field: start, params: { field2: term } })]
  },
}
