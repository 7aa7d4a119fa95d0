import { found, nothing, ofEach, textOf } from '../rule.ts'
import type { Rule } from '../rule.ts'

const addresses = ['site.siteAddress', 'site.siteInvoiceDetails.invoiceAddress'].map((path) => ({ field: `${path}.postcode`, country: `${path}.country` }))
const british = /^(?:GIR ?0AA|(?:[A-Z]\d{1,2}|[A-Z][A-HJ-Y]\d{1,2}|[A-Z]\d[A-Z]|[A-Z][A-HJ-Y]\d[A-Z]) ?\d[A-Z]{2})$/

/** No page documents a check (elevate-api.md 5.2), so the shape is only a warning, and only for addresses in GB. */
export const postcode: Rule = {
  codes: ['odd-postcode'],
  check: ({ sites }, context) => ofEach(sites, (scope) => ofEach(addresses, ({ field, country }) => {
    const text = textOf(scope.entity, field)
    if (text === undefined || textOf(scope.entity, country) !== 'GB' || british.test(text.toUpperCase())) return nothing
    return [found(scope, context, { code: 'odd-postcode', severity: 'warning', field })]
  })),
}
