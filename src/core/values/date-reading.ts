// What the values of a column say together about the order of their dates.
import type { DateTally } from '#core/model/column-profile.ts'
import type { ColumnMatch, DateOrder } from '#core/model/mapping.ts'

/** How the dates of one column are read, decided once for all its cells. */
export interface DateReading {
  /** Null: not decided; a date that can be read in two ways is an issue then. */
  readonly order: DateOrder | null
  /**
   * `open`: nothing proves an order. `mixed`: some values prove one and some the other. `contradicted`: the order that was chosen
   * is one that the values rule out, as when a saved mapping meets another kind of file.
   */
  readonly doubt: 'none' | 'open' | 'mixed' | 'contradicted'
  /**
   * Numbers such as 45321 are days, as the column holds no other dates: the days to add for the date system of the file, 0 for that of
   * 1900. Null: such numbers are no dates here.
   */
  readonly serials: number | null
  /** What to name beside a value in doubt. */
  readonly examples: Readonly<Record<string, string>>
}

/** The reading of a text that has no column around it, or whose column was decided. */
export function inOrder(order: DateOrder): DateReading {
  return { order, doubt: 'none', serials: null, examples: {} }
}

/** What the values alone say: the order that they prove, or why they prove none. */
export function orderFromValues(tally: DateTally): { readonly order: DateOrder | null; readonly doubt: 'none' | 'open' | 'mixed' } {
  const { dayFirst, monthFirst, yearFirst, ambiguous, certain } = tally
  const proofs = [dayFirst, monthFirst, yearFirst].filter((count) => count > 0).length
  if (yearFirst > 0) return tally.longYears > 0 || monthFirst > 0 ? { order: null, doubt: 'mixed' } : { order: 'ymd', doubt: 'none' }
  if (proofs > 1) return { order: null, doubt: 'mixed' }
  if (dayFirst > 0) return lastMayBeDay(tally) ? { order: null, doubt: 'open' } : { order: 'dmy', doubt: 'none' }
  if (monthFirst > 0) return { order: 'mdy', doubt: 'none' }
  if (ambiguous > 0) return { order: null, doubt: 'open' }
  return { order: certain > 0 ? 'ymd' : null, doubt: 'none' }
}

/**
 * `24-03-15` may be the 24th of March or the 15th. In a column of dates the days vary and the years hardly do: where the last
 * number takes at least as many values as the first, the year may stand first.
 */
function lastMayBeDay({ longYears, shortFirsts, shortLasts }: DateTally): boolean {
  return longYears === 0 && shortLasts !== 0 && bitCount(shortLasts) >= bitCount(shortFirsts)
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** The reading of a column: what was decided for it, unless its values rule that out; else what the values prove. */
export function readDates(match: Pick<ColumnMatch, 'dateOrder' | 'dateOrderProven'> | null, tally: DateTally): DateReading {
  const found = orderFromValues(tally)
  const others = tally.dayFirst + tally.monthFirst + tally.yearFirst + tally.ambiguous + tally.certain
  const serials = tally.serials > 0 && others === 0 ? 0 : null
  const chosen = match?.dateOrder !== undefined && match.dateOrderProven !== false && hasEffect(match.dateOrder, tally) ? match.dateOrder : null
  if (chosen === null) {
    const order = found.order !== null && hasEffect(found.order, tally) ? found.order : null
    return { order, doubt: order === null && found.doubt === 'none' ? 'open' : found.doubt, serials, examples: mixedExamples(tally) }
  }
  const against = found.order !== null && found.order !== chosen ? counterExample(tally, chosen) : null
  if (against !== null) return { order: chosen, doubt: 'contradicted', serials, examples: { order: chosen, example: against } }
  return { order: chosen, doubt: 'none', serials, examples: {} }
}

/** "Year first" says nothing of a date whose year of four digits stands last, as an edited cell may have it. */
function hasEffect(order: DateOrder, { yearFirst, shortLasts }: DateTally): boolean {
  return order !== 'ymd' || yearFirst > 0 || shortLasts !== 0
}

function mixedExamples({ dayFirstExample, monthFirstExample, yearFirstExample }: DateTally): Readonly<Record<string, string>> {
  const [dayFirst, monthFirst] = [dayFirstExample ?? yearFirstExample, monthFirstExample]
  return { ...(dayFirst === null ? {} : { dayFirst }), ...(monthFirst === null ? {} : { monthFirst }) }
}

/** A value that the chosen order cannot read; null when every date of the column has a plain order. */
function counterExample({ dayFirstExample, monthFirstExample, yearFirstExample }: DateTally, chosen: DateOrder): string | null {
  if (chosen === 'dmy') return monthFirstExample ?? yearFirstExample
  return chosen === 'mdy' ? (dayFirstExample ?? yearFirstExample) : (monthFirstExample ?? dayFirstExample)
}
