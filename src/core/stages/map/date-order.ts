import type { ColumnProfile, DateTally } from '#core/model/column-profile.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { ColumnMatch, DateOrder } from '#core/model/mapping.ts'
import { orderFromValues } from '#core/values/date-reading.ts'
import { signFromValues } from '#core/values/number-reading.ts'

interface DateOrderFinding {
  readonly order: DateOrder
  /** The values read one way only: a number above 12 says which is the day, or the year or month is plain. */
  readonly proven: boolean
}

/** The order that all values of a column prove, or else the assumed one: which is used for nothing until somebody decides. */
function findDateOrder(tally: DateTally, assumed: DateOrder): DateOrderFinding {
  const { order } = orderFromValues(tally)
  return order === null ? { order: assumed, proven: false } : { order, proven: true }
}

/**
 * What the values of a matched column say of its dates or numbers. Where they prove neither order, the likelier one stands in the
 * match with `dateOrderProven` false: a question (`columnQuestion`), and used for nothing until it is decided. The same for the
 * sign before decimals, which is left out where no number has one.
 */
export function withColumnReading(match: ColumnMatch, entry: FieldEntry | null, { profile, dateOrder }: { readonly profile: ColumnProfile; readonly dateOrder: DateOrder }): ColumnMatch {
  const kind = entry?.type.kind
  if (kind === 'date') {
    const { order, proven } = findDateOrder(profile.dates, dateOrder)
    return { ...match, dateOrder: order, dateOrderProven: proven }
  }
  if (kind !== 'integer' && kind !== 'decimal') return match
  const { sign, doubt } = signFromValues(profile.numbers)
  return sign === null && doubt === 'none' ? match : { ...match, decimalSign: sign ?? 'point', decimalSignProven: sign !== null }
}
