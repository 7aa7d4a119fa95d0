import type { CustomerDraft } from '#core/model/draft.ts'
import type { Issue } from '#core/model/issue.ts'
import { describeSubject, found } from './rule.ts'
import type { RuleContext } from './rule.ts'
import { rules } from './rules/index.ts'

/** Judges one customer. What a single row or cell has wrong before that is said by reading, mapping and assembling. */
export function validateCustomer(draft: CustomerDraft, context: RuleContext): readonly Issue[] {
  const subject = describeSubject(draft)
  return isStray(draft)
    ? [found(subject.customer, context, { code: 'required-missing', severity: 'error', field: 'customer.customerAccountNumber' })]
    : rules.flatMap((rule) => rule.check(subject, context))
}

/** A row with neither an account number nor anything else of a customer, such as a total: all that can be said is that the number is missing. */
function isStray(draft: CustomerDraft): boolean {
  return draft.key === '' && draft.broken.size === 0 && [...draft.fields.values()].every((value) => value.place === null)
}
