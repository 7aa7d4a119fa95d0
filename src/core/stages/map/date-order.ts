import type { DateTally } from '#core/model/column-profile.ts'
import type { DateOrder } from '#core/model/mapping.ts'

export interface DateOrderFinding {
  readonly order: DateOrder
  /** Every value reads one way only: a number above 12 says which is the day, or the year or month is plain. */
  readonly proven: boolean
}

/**
 * Decides day first or month first from all values of a column. A column that proves neither, or both, is read in the
 * assumed order and says so: nothing is guessed silently.
 */
export function findDateOrder({ dayFirst, monthFirst, ambiguous, certain }: DateTally, assumed: DateOrder): DateOrderFinding {
  if (dayFirst > 0 !== monthFirst > 0) return { order: dayFirst > 0 ? 'dmy' : 'mdy', proven: true }
  if (dayFirst === 0 && ambiguous === 0 && certain > 0) return { order: 'ymd', proven: true }
  return { order: assumed, proven: false }
}
