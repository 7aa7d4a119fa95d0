// What all values of one column say together, gathered while the rows pass: no later stage reads a large file again for it.

export interface ColumnProfile {
  /** Cells that hold more than white space. */
  readonly filled: number
  /** The first of them, trimmed; at most `sampleLimit`. */
  readonly samples: readonly string[]
  /** Each different value, trimmed, with how often it stands there; null when there are more than `valueLimit`. */
  readonly values: ReadonlyMap<string, number> | null
  readonly dates: DateTally
  readonly numbers: NumberTally
}

export const sampleLimit = 200
export const valueLimit = 60

/** How the dates of a column could be read. Dates with a plain order count as certain. */
export interface DateTally {
  /** A number above 12 stands first: the day does. */
  readonly dayFirst: number
  readonly monthFirst: number
  /** Another day in the other order. */
  readonly ambiguous: number
  /** Year first, a month's name, or day and month alike. */
  readonly certain: number
  /** `99-03-15`: only a year of two digits can stand first. */
  readonly yearFirst: number
  /** Of the numeric dates, those whose year has four digits; in the others the last number may as well be a day. */
  readonly longYears: number
  /** Of the others: which numbers up to 31 stand first, and which last, as bits. Days vary, years hardly do. */
  readonly shortFirsts: number
  readonly shortLasts: number
  /** Numbers such as 45321 that count days as Excel does: dates where the column holds nothing else. Not among `certain`. */
  readonly serials: number
  /** The first ambiguous value, as it stands. */
  readonly example: string | null
  /** The first value of each kind, as it stands: what proves an order, and what speaks against it. */
  readonly dayFirstExample: string | null
  readonly monthFirstExample: string | null
  readonly yearFirstExample: string | null
  readonly serialExample: string | null
}

/** Which sign the numbers of a column have before their decimals. */
export interface NumberTally {
  /** `1,234.50` or `1.5`: only a point can be the decimal sign. */
  readonly point: number
  /** `1.234,50` or `1,5`. */
  readonly comma: number
  /** `1,234` or `1.234`: thousands in one reading, decimals in the other. */
  readonly ambiguous: number
  /** The first ambiguous value, as it stands. */
  readonly example: string | null
  /** The first value of each kind, as it stands. */
  readonly pointExample: string | null
  readonly commaExample: string | null
}
