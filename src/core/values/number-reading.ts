// What the values of a column say together about the sign before the decimals of its numbers.
import type { NumberTally } from '#core/model/column-profile.ts'
import type { ColumnMatch, DecimalSign } from '#core/model/mapping.ts'

/** How the numbers of one column are read, decided once for all its cells. */
export interface NumberReading {
  /** Null: not decided; a number that can be read in two ways is an issue then. */
  readonly sign: DecimalSign | null
  /** As of `DateReading`. */
  readonly doubt: 'none' | 'open' | 'mixed' | 'contradicted'
  readonly examples: Readonly<Record<string, string>>
}

/** The reading of a text that has no column around it. */
export const undecidedNumbers: NumberReading = { sign: null, doubt: 'open', examples: {} }

/** What the values alone say. */
export function signFromValues({ point, comma, ambiguous }: NumberTally): { readonly sign: DecimalSign | null; readonly doubt: 'none' | 'open' | 'mixed' } {
  if (point > 0 && comma > 0) return { sign: null, doubt: 'mixed' }
  if (point > 0 || comma > 0) return { sign: point > 0 ? 'point' : 'comma', doubt: 'none' }
  return { sign: null, doubt: ambiguous > 0 ? 'open' : 'none' }
}

/** The reading of a column: what was decided for it, unless its values rule that out; else what the values prove. */
export function readNumbers(match: Pick<ColumnMatch, 'decimalSign' | 'decimalSignProven'> | null, tally: NumberTally): NumberReading {
  const found = signFromValues(tally)
  const chosen = match?.decimalSign !== undefined && match.decimalSignProven !== false ? match.decimalSign : null
  const { pointExample, commaExample } = tally
  if (chosen === null) return { ...found, doubt: found.sign === null && found.doubt === 'none' ? 'open' : found.doubt, examples: { ...(pointExample === null ? {} : { point: pointExample }), ...(commaExample === null ? {} : { comma: commaExample }) } }
  if (found.sign === null || found.sign === chosen) return { sign: chosen, doubt: 'none', examples: {} }
  const example = chosen === 'point' ? commaExample : pointExample
  return { sign: chosen, doubt: 'contradicted', examples: { sign: chosen, ...(example === null ? {} : { example }) } }
}
