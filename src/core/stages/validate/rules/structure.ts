import { issue } from '#core/model/issue.ts'
import type { Rule } from '../rule.ts'
import { found, nothing } from '../rule.ts'

/** Every customer needs a site (elevate-api.md 4.1). The whole row is named: there is no one cell to mend. */
export const noSite: Rule = {
  codes: ['no-site'],
  check: ({ customer, sites }) => (sites.length > 0 ? nothing : [issue({
    code: 'no-site', severity: 'error', place: customer.entity.rows[0] ?? null, customer: customer.customer,
  })]),
}

/**
 * Every site needs a contact: the list may not be empty (elevate-api.md 5.1). Where two sites share a reference, nobody can tell
 * whose the contacts of that reference are.
 */
export const noContact: Rule = {
  codes: ['no-contact'],
  check: ({ sites }) => {
    if (sites.every(({ contacts }) => contacts.length > 0)) return nothing
    const without = sites.filter(({ contacts }) => contacts.length === 0)
    const served = new Set(sites.filter(({ contacts, site }) => contacts.length > 0 && site !== null).map(({ site }) => site))
    return without.filter(({ site }) => !served.has(site)).map(({ entity, customer, site }) => issue({
      code: 'no-contact', severity: 'error', place: entity.rows[0] ?? null, customer, site,
    }))
  },
}

/** The server has it already; asked beforehand, for nothing here is sent (elevate-api.md 4.2). */
export const customerExists: Rule = {
  codes: ['customer-exists'],
  check: ({ draft, customer }, context) => {
    const id = draft.key === '' ? undefined : context.reference.existing?.get(draft.key)
    if (id === undefined) return nothing
    const severity = context.skipExisting ? 'info' : 'error'
    return [found(customer, context, { code: 'customer-exists', severity, field: 'customer.customerAccountNumber', params: { other: id } })]
  },
}
