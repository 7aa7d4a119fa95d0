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

/** Asks about sites that get their invoices themselves. One with both routes has its own issue; its stray cells are not judged as details. */
function ofReceiving({ sites }: Subject, check: (scope: Scope) => readonly Issue[]): readonly Issue[] {
  return ofEach(sites, (scope) => (scope.hasDetails && !scope.pointsElsewhere ? check(scope) : nothing))
}

/** Required inside invoice details (elevate-api.md 5.3). */
export const invoiceTemplate: Rule = {
  codes: ['invoice-template-missing'],
  check: (subject, context) => ofReceiving(subject, (scope) =>
    isGiven(scope.entity, template) ? nothing : [found(scope, context, { code: 'invoice-template-missing', severity: 'error', field: template })]),
}

/** Payment terms or a payment day: one must be given, and the wording is either/or (elevate-api.md 5.3). */
export const paymentTiming: Rule = {
  codes: ['payment-timing-missing', 'payment-timing-both'],
  check: (subject, context) => ofReceiving(subject, (scope) => {
    const hasTerms = isGiven(scope.entity, terms)
    if (hasTerms !== isGiven(scope.entity, day)) return nothing
    if (!hasTerms) return [found(scope, context, { code: 'payment-timing-missing', severity: 'error', field: terms, params: { field2: day } })]
    const related = relatedTo(scope.entity, scope.entity.fields.get(terms))
    return [found(scope, context, { code: 'payment-timing-both', severity: 'error', field: day, params: { field2: terms }, related })]
  }),
}

interface MethodNeed {
  readonly code: Issue['code']
  readonly methods: ReadonlySet<string>
  readonly fields: readonly string[]
}

const needs: readonly MethodNeed[] = [
  { code: 'mandate-reference-missing', methods: new Set(['GO_CARDLESS', 'FINASTRA', 'STRIPE', 'STRIPE_CARD', 'STRIPE_DD']), fields: [mandate] },
  { code: 'third-party-reference-missing', methods: new Set(['STRIPE', 'STRIPE_CARD', 'STRIPE_DD']), fields: [thirdParty] },
  { code: 'bank-details-incomplete', methods: new Set(['DIRECT_DEBIT']), fields: bankDetails },
]

/** What the payment API says of mandates and bank details, taken over to sites by inference: warnings (elevate-api.md 5.3). */
export const paymentMethod: Rule = {
  codes: ['mandate-reference-missing', 'third-party-reference-missing', 'bank-details-incomplete'],
  check: (subject, context) => ofReceiving(subject, (scope) => {
    const method = textOf(scope.entity, methodPath)
    return ofEach(needs, (need) => (method !== undefined && need.methods.has(method) ? lacking(scope, context, need) : nothing))
  }),
}

/** One issue, about the first of the fields that is empty. */
function lacking(scope: Scope, context: RuleContext, need: MethodNeed): readonly Issue[] {
  if (need.fields.every((path) => isGiven(scope.entity, path))) return nothing
  const [field = '', field2] = need.fields.filter((path) => !isGiven(scope.entity, path))
  const params = { other: textOf(scope.entity, methodPath) ?? '', ...(field2 === undefined ? {} : { field2 }) }
  return [found(scope, context, { code: need.code, severity: 'warning', field, params })]
}
