// All rules of a customer across fields. elevate-api.md section 4.1.
import type { ReferenceData } from '../seed/reference.ts'
import { invalid, type Problem } from '../problem.ts'
import type { CustomerFields } from '../records.ts'
import { contactProblems } from './contacts.ts'
import { customerReferenceProblems, customFieldProblems } from './references.ts'
import { blankProblems } from './required-text.ts'

/** Each is "required together with" the other. */
function contractTermProblems({ contractTerm, contractTermStartDate }: CustomerFields): readonly Problem[] {
  if ((contractTerm === undefined) === (contractTermStartDate === undefined)) return []
  return contractTerm === undefined
    ? [invalid('contractTerm', 'is required with contractTermStartDate')]
    : [invalid('contractTermStartDate', 'is required with contractTerm')]
}

export const customerProblems = (customer: CustomerFields, reference: ReferenceData): readonly Problem[] => [
  ...blankProblems({ customerName: customer.customerName, customerAccountNumber: customer.customerAccountNumber }),
  ...contractTermProblems(customer),
  ...customerReferenceProblems(customer, reference),
  ...contactProblems(customer.customerContacts ?? [], 'customerContacts'),
  ...customFieldProblems({ fields: customer.assignedCustomFields, level: 'CUSTOMER', path: 'assignedCustomFields' }, reference),
]
