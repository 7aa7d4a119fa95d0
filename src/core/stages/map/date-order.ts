import type { DateOrder } from '#core/model/mapping.ts'
import { readDateShape } from './convert/date.ts'

export interface DateOrderFinding {
  readonly order: DateOrder
  /** Every value reads one way only: a number above 12 says which is the day, or the year or month is plain. */
  readonly proven: boolean
  /** How many values would be another day in the other order. */
  readonly ambiguous: number
  /** The first of them, as it stands. */
  readonly example: string | null
}

/**
 * Decides day first or month first from all values of a column. A column that proves neither, or both, is read in the
 * assumed order and says so: nothing is guessed silently.
 */
export function findDateOrder(values: Iterable<string>, assumed: DateOrder): DateOrderFinding {
  let dayFirst = 0
  let monthFirst = 0
  let ambiguous = 0
  let certain = 0
  let example: string | null = null
  for (const text of values) {
    const shape = readDateShape(text)
    if (shape === null) continue
    if (shape.kind === 'certain') certain += 1
    else if (shape.first > 12) dayFirst += 1
    else if (shape.second > 12) monthFirst += 1
    else if (shape.first !== shape.second) {
      ambiguous += 1
      example ??= text.trim()
    }
  }
  if (dayFirst > 0 !== monthFirst > 0) return { order: dayFirst > 0 ? 'dmy' : 'mdy', proven: true, ambiguous, example }
  if (dayFirst === 0 && ambiguous === 0 && certain > 0) return { order: 'ymd', proven: true, ambiguous, example }
  return { order: assumed, proven: false, ambiguous, example }
}
