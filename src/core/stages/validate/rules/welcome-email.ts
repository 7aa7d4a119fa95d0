import { found, nothing } from '../rule.ts'
import type { Rule } from '../rule.ts'

/** A date here makes the server send real mail (elevate-api.md 4.1): that must be meant. */
export const welcomeEmail: Rule = {
  codes: ['welcome-email-scheduled'],
  check: ({ customer }, context) => {
    const given = customer.entity.fields.get('customer.sendWelcomeEmailOn')
    if (given === undefined || typeof given.value !== 'string') return nothing
    return [found(customer, context, { code: 'welcome-email-scheduled', severity: 'warning', field: 'customer.sendWelcomeEmailOn', params: { date: given.value } })]
  },
}
