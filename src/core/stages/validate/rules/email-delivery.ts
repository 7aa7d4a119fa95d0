import { found, isGiven, textOf } from '../rule.ts'
import type { Rule, Scope } from '../rule.ts'

/** The way of delivery that needs an email address; BOTH is a likely name, not a known one (elevate-api.md 5.4). */
function emailChoice({ entity, level }: Scope): string | undefined {
  return ['receiveInvoiceBy', 'receiveInvoiceSummaryBy']
    .map((property) => `${level}.${property}`)
    .find((field) => ['EMAIL', 'BOTH'].includes(textOf(entity, field) ?? ''))
}

/** Nothing of this is stated by the API, so these are warnings (5.4, consequences). */
export const emailDelivery: Rule = {
  codes: ['email-delivery-without-email', 'email-delivery-suspended'],
  check: ({ contacts }, context) => contacts.flatMap((scope) => {
    const field = emailChoice(scope)
    if (field === undefined) return []
    const email = `${scope.level}.contactEmailAddress`
    const suspended = `${scope.level}.emailSuspended`
    return [
      ...(isGiven(scope.entity, email) ? [] : [found(scope, context, { code: 'email-delivery-without-email', severity: 'warning', field: email, params: { field2: field } })]),
      ...(scope.entity.fields.get(suspended)?.value === true
        ? [found(scope, context, { code: 'email-delivery-suspended', severity: 'warning', field: suspended, params: { field2: field } })] : []),
    ]
  }),
}
