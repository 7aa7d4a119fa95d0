import type { Issue } from '#core/model/issue.ts'
import { found, isGiven, nothing, ofEach, relatedTo, textOf } from '../rule.ts'
import type { Rule, RuleContext, Scope } from '../rule.ts'

const mark = 'siteContact.contactNameToAppearOnInvoice'
const delivery = 'siteContact.receiveInvoiceBy'

/**
 * At most one contact of a site is marked for the invoice; if none is, the server marks the first (elevate-api.md 5.4). The
 * marked one needs a way of delivery: known for one that the file marks, inferred for one that is marked by default.
 */
export const invoiceContact: Rule = {
  codes: ['two-invoice-contacts', 'invoice-contact-defaulted', 'receive-invoice-by-missing'],
  check: ({ sites }, context) => ofEach(sites, ({ contacts }) => {
    // Most sites have one contact, which is marked: said without lists.
    const [only] = contacts
    if (only !== undefined && contacts.length === 1 && isMarked(only)) return missingDelivery(only, context, 'error')
    const marked = contacts.filter(isMarked)
    const undecided = contacts.some(({ entity }) => entity.broken.has(mark))
    const byDefault = marked.length === 0 && !undecided ? contacts.slice(0, 1) : []
    return [
      ...twoMarked(marked, context),
      ...marked.flatMap((contact) => missingDelivery(contact, context, 'error')),
      ...byDefault.map((contact) => found(contact, context, {
        code: 'invoice-contact-defaulted', severity: 'info', field: mark, params: { other: textOf(contact.entity, 'siteContact.contactName') ?? '' },
      })),
      ...byDefault.flatMap((contact) => missingDelivery(contact, context, 'warning')),
    ]
  }),
}

function isMarked({ entity }: Scope): boolean {
  return entity.fields.get(mark)?.value === true
}

function twoMarked([first, ...others]: readonly Scope[], context: RuleContext): readonly Issue[] {
  if (first === undefined) return []
  const related = relatedTo(first.entity, first.entity.fields.get(mark))
  return others.map((contact) => found(contact, context, {
    code: 'two-invoice-contacts', severity: 'error', field: mark, params: { otherRow: related[0]?.row ?? 0 }, related,
  }))
}

function missingDelivery(contact: Scope, context: RuleContext, severity: 'error' | 'warning'): readonly Issue[] {
  return isGiven(contact.entity, delivery) ? nothing : [found(contact, context, { code: 'receive-invoice-by-missing', severity, field: delivery })]
}
