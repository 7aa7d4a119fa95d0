// Rules that need more than one customer, or none.
import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import type { FixedField } from '#core/model/mapped-row.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { Reference } from '#core/model/reference.ts'
import { checkValue } from './check-value.ts'
import type { RuleContext } from './rule.ts'
import { findSimilar } from './similar-keys.ts'

const field = 'customer.customerAccountNumber'

/** Account numbers that look the same: an error for each of them, until the operator says whether they are one customer. */
export function findSimilarKeys<Customer extends { readonly key: string }>(
  customers: readonly Customer[], firstRow: (customer: Customer) => RowPlace, context: Pick<RuleContext, 'columnOf'>,
): readonly { readonly customer: Customer; readonly issue: Issue }[] {
  const placeOf = (customer: Customer): RowPlace & { column?: number } => {
    const { table, row } = firstRow(customer)
    const column = context.columnOf(table, field)
    return column === undefined ? { table, row } : { table, row, column }
  }
  return findSimilar(customers, (customer) => customer.key).map(({ item: customer, other }) => ({
    customer,
    issue: issue({
      code: 'similar-key', severity: 'error', place: placeOf(customer), field, value: customer.key, customer: customer.key,
      params: { other: other.key, otherRow: placeOf(other).row }, related: [placeOf(other)],
    }),
  }))
}

/** The rules of single values for fixed values, said once for the whole file. */
export function validateFixed(fixed: readonly FixedField[], reference: Reference): readonly Issue[] {
  return fixed.flatMap(({ target, entry, raw, value }) => {
    const findings = entry === null || value === undefined ? [] : checkValue(entry, value, reference)
    return findings.map((finding) => issue({ ...finding, field: target.field, value: raw }))
  })
}
