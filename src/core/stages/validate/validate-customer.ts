import type { CustomerDraft } from '#core/model/draft.ts'
import type { Issue } from '#core/model/issue.ts'
import { describeSubject, found } from './rule.ts'
import type { RuleContext } from './rule.ts'
import { rules } from './rules/index.ts'

/** Judges one customer. What a single row or cell has wrong before that is said by reading, mapping and assembling. */
export function validateCustomer(draft: CustomerDraft, context: RuleContext): readonly Issue[] {
  const subject = describeSubject(draft)
  if (isStray(draft)) return [found(subject.customer, context, { code: 'required-missing', severity: 'error', field: 'customer.customerAccountNumber' })]
  const issues: Issue[] = []
  for (const rule of rules) {
    // Most rules have nothing to say about most customers.
    const said = rule.check(subject, context)
    if (said.length > 0) issues.push(...said)
  }
  return issues
}

/** A row with neither an account number nor anything else of a customer, such as a total: all that can be said is that the number is missing. */
function isStray(draft: CustomerDraft): boolean {
  return draft.key === '' && draft.broken.size === 0 && [...draft.fields.values()].every((value) => value.place === null)
}
