import type { Issue } from '#core/model/issue.ts'
import { found, nothing, ofEach, relatedTo, textOf } from '../rule.ts'
import type { Rule, RuleContext, Scope } from '../rule.ts'

const customerEnd: Order = { code: 'end-before-start', severity: 'error', field: 'customer.endDate', other: 'customer.startDate' }
const siteEnd: Order = { code: 'end-before-start', severity: 'error', field: 'site.endDate', other: 'site.startDate' }
const contractStart: Order = {
  code: 'contract-start-before-customer-start', severity: 'warning', field: 'customer.contractTermStartDate', other: 'customer.startDate',
}

/** An end before its start, of a customer or a site. The same day is allowed. That the server minds is not documented (4.1). */
export const endBeforeStart: Rule = {
  codes: ['end-before-start'],
  check: ({ holders }, context) => ofEach(holders, (scope) => beforeOther(scope, context, scope.level === 'site' ? siteEnd : customerEnd)),
}

export const contractBeforeCustomer: Rule = {
  codes: ['contract-start-before-customer-start'],
  check: ({ customer }, context) => beforeOther(customer, context, contractStart),
}

type Order = Pick<Issue, 'code' | 'severity'> & { readonly field: string; readonly other: string }

/** Dates are yyyy-MM-dd, so that text order is calendar order. */
function beforeOther(scope: Scope, context: RuleContext, { code, severity, field, other }: Order): readonly Issue[] {
  const date = textOf(scope.entity, field)
  const limit = textOf(scope.entity, other)
  if (date === undefined || limit === undefined || date >= limit) return nothing
  return [found(scope, context, {
    code, severity, field, params: { other: limit, field2: other }, related: relatedTo(scope.entity, scope.entity.fields.get(other)),
  })]
}
