import { found, isGiven, nothing, ofEach, textOf } from '../rule.ts'
import type { Rule, Scope } from '../rule.ts'

interface Paths {
  readonly choices: readonly string[]
  readonly email: string
  readonly suspended: string
}

const ofSite = pathsOf('siteContact')
const ofCustomer = pathsOf('customerContact')
const byEmail = new Set(['EMAIL', 'BOTH'])

function pathsOf(level: 'siteContact' | 'customerContact'): Paths {
  return { choices: [`${level}.receiveInvoiceBy`, `${level}.receiveInvoiceSummaryBy`], email: `${level}.contactEmailAddress`, suspended: `${level}.emailSuspended` }
}

/** The way of delivery that needs an email address; BOTH is a likely name, not a known one (elevate-api.md 5.4). */
function emailChoice({ entity }: Scope, { choices }: Paths): string | undefined {
  return choices.find((field) => byEmail.has(textOf(entity, field) ?? ''))
}

/** Nothing of this is stated by the API, so these are warnings (5.4, consequences). */
export const emailDelivery: Rule = {
  codes: ['email-delivery-without-email', 'email-delivery-suspended'],
  check: ({ contacts }, context) => ofEach(contacts, (scope) => {
    const paths = scope.level === 'customerContact' ? ofCustomer : ofSite
    const field = emailChoice(scope, paths)
    if (field === undefined) return nothing
    const { email, suspended } = paths
    const isSuspended = scope.entity.fields.get(suspended)?.value === true
    if (!isSuspended && isGiven(scope.entity, email)) return nothing
    return [
      ...(isGiven(scope.entity, email) ? [] : [found(scope, context, { code: 'email-delivery-without-email', severity: 'warning', field: email, params: { field2: field } })]),
      ...(isSuspended
        ? [found(scope, context, { code: 'email-delivery-suspended', severity: 'warning', field: suspended, params: { field2: field } })] : []),
    ]
  }),
}
