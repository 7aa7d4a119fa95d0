import type { Issue } from '#core/model/issue.ts'
import { detailsPrefix, found, isGiven, nothing, ofEach, relatedTo, textOf } from '../rule.ts'
import type { Rule, RuleContext, Scope, Subject } from '../rule.ts'

// Named once: a path put together for each site would have to be hashed again for each look-up.
const template = `${detailsPrefix}invoiceTemplateId`
const terms = `${detailsPrefix}paymentTermsInDays`
const day = `${detailsPrefix}preferredPaymentDay`
const methodPath = `${detailsPrefix}paymentMethod`
const mandate = `${detailsPrefix}mandateReference`
const thirdParty = `${detailsPrefix}thirdPartyCustomerReference`
const bankDetails = [`${detailsPrefix}sortCode`, `${detailsPrefix}accountNumber`]

/** Sites that get their invoices themselves. One with both routes has its own issue; its stray cells are not judged as details. */
function receivingSites({ sites }: Subject): readonly Scope[] {
  return sites.filter(({ hasDetails, pointsElsewhere }) => hasDetails && !pointsElsewhere)
}

/** Required inside invoice details (elevate-api.md 5.3). */
export const invoiceTemplate: Rule = {
  codes: ['invoice-template-missing'],
  check: (subject, context) => receivingSites(subject)
    .filter(({ entity }) => !isGiven(entity, template))
    .map((scope) => found(scope, context, { code: 'invoice-template-missing', severity: 'error', field: template })),
}

/** Payment terms or a payment day: one must be given, and the wording is either/or (elevate-api.md 5.3). */
export const paymentTiming: Rule = {
  codes: ['payment-timing-missing', 'payment-timing-both'],
  check: (subject, context) => ofEach(receivingSites(subject), (scope) => {
    const hasTerms = isGiven(scope.entity, terms)
    if (hasTerms !== isGiven(scope.entity, day)) return nothing
    if (!hasTerms) return [found(scope, context, { code: 'payment-timing-missing', severity: 'error', field: terms, params: { field2: day } })]
    const related = relatedTo(scope.entity, scope.entity.fields.get(terms))
    return [found(scope, context, { code: 'payment-timing-both', severity: 'error', field: day, params: { field2: terms }, related })]
  }),
}

const withMandate = new Set(['GO_CARDLESS', 'FINASTRA', 'STRIPE', 'STRIPE_CARD', 'STRIPE_DD'])
const withThirdParty = new Set(['STRIPE', 'STRIPE_CARD', 'STRIPE_DD'])

/** What the payment API says of mandates and bank details, taken over to sites by inference: warnings (elevate-api.md 5.3). */
export const paymentMethod: Rule = {
  codes: ['mandate-reference-missing', 'third-party-reference-missing', 'bank-details-incomplete'],
  check: (subject, context) => ofEach(receivingSites(subject), (scope) => {
    const method = textOf(scope.entity, methodPath)
    if (method === undefined) return nothing
    return [
      ...(withMandate.has(method) ? lacking(scope, context, { code: 'mandate-reference-missing', fields: [mandate] }) : []),
      ...(withThirdParty.has(method) ? lacking(scope, context, { code: 'third-party-reference-missing', fields: [thirdParty] }) : []),
      ...(method === 'DIRECT_DEBIT' ? lacking(scope, context, { code: 'bank-details-incomplete', fields: bankDetails }) : []),
    ]
  }),
}

/** One issue, about the first of the fields that is empty. */
function lacking(scope: Scope, context: RuleContext, need: { readonly code: Issue['code']; readonly fields: readonly string[] }): readonly Issue[] {
  const [field, field2] = need.fields.filter((path) => !isGiven(scope.entity, path))
  if (field === undefined) return []
  const params = { other: textOf(scope.entity, methodPath) ?? '', ...(field2 === undefined ? {} : { field2 }) }
  return [found(scope, context, { code: need.code, severity: 'warning', field, params })]
}
