// Which conversion made a value of a cell's text. Nothing of it is kept with the value: a column has one reading for all its cells,
// so that it can be said again whenever it is asked for.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { Json } from '#core/model/json.ts'
import type { ColumnMatch } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import { aloneReading, readColumn, takesValueTable } from './column-reading.ts'
import type { ColumnReading } from './column-reading.ts'
import { readDateShape } from './date.ts'
import { converterOf } from './index.ts'
import { readNumberText, signEvidence } from './number-shape.ts'

export type ConversionKind =
  | 'as-it-stands' | 'trimmed' | 'date-plain' | 'date-day-first' | 'date-month-first' | 'date-year-first' | 'excel-serial' | 'yes-no' | 'country-name'
  | 'known-spelling' | 'number' | 'number-point' | 'number-comma' | 'digits-only' | 'name-looked-up' | 'value-table'

export interface Conversion {
  readonly kind: ConversionKind
  /** For people: "Date, day first". */
  readonly text: string
  /** What the operator confirmed for the text, and what was then converted; null where the text itself was. */
  readonly replaced: string | null
}

/** Where the text stood: null for a fixed value. */
export interface ConvertedColumn {
  readonly match: ColumnMatch
  readonly profile: ColumnProfile
}

export interface ConversionOf {
  /** Null for a custom field. */
  readonly entry: FieldEntry | null
  readonly column: ConvertedColumn | null
  readonly reference: Reference
}

export interface ConversionInput extends ConversionOf {
  /** As it stands in the cell. */
  readonly raw: string
}

const words: Readonly<Record<ConversionKind, string>> = {
  'as-it-stands': 'As it stands', trimmed: 'Without the white space around it',
  'date-plain': 'Date', 'date-day-first': 'Date, day first', 'date-month-first': 'Date, month first', 'date-year-first': 'Date, year first', 'excel-serial': 'Day number of Excel',
  'yes-no': 'Yes or no', 'country-name': 'Country to its code', 'known-spelling': 'Known spelling', number: 'Number',
  'number-point': 'Number, point before the decimals', 'number-comma': 'Number, comma before the decimals', 'digits-only': 'Digits only',
  'name-looked-up': 'Name looked up in Elevate', 'value-table': 'As confirmed for the column',
}

/** The conversion that a cell's text gets; null where it cannot be converted. */
export function describeConversion({ raw, ...of }: ConversionInput): Conversion | null {
  return describerOf(of)(raw)
}

/** The same for all cells of a column, with the value that each becomes. */
export function describerOf({ entry, column, reference }: ConversionOf): (raw: string) => (Conversion & { readonly value: Json }) | null {
  const confirmed = takesValueTable(entry) ? column?.match.values : undefined
  const reading = column === null ? aloneReading : readColumn(entry, column.match, column.profile)
  const convert = converterOf(entry, { ...reading, reference })
  return (raw) => {
    const replaced = confirmed !== undefined && Object.hasOwn(confirmed, raw.trim()) ? (confirmed[raw.trim()] ?? null) : null
    const result = convert(replaced ?? raw)
    if (result.kind === 'broken') return null
    const kind = replaced === null ? kindOf(entry, { raw, reading, value: result.value }) : 'value-table'
    return { kind, text: words[kind], replaced, value: result.value }
  }
}

function kindOf(entry: FieldEntry | null, { raw, reading, value }: { readonly raw: string; readonly reading: ColumnReading; readonly value: unknown }): ConversionKind {
  if (value === raw) return 'as-it-stands'
  if (value === raw.trim()) return 'trimmed'
  switch (entry?.type.kind ?? 'text') {
    case 'date':
      return dateKind(raw, reading)
    case 'boolean':
      return 'yes-no'
    case 'country':
      return 'country-name'
    case 'enum':
      return 'known-spelling'
    case 'integer':
    case 'decimal':
      return numberKind(raw, reading)
    case 'sort-code':
    case 'bank-account-number':
      return 'digits-only'
    case 'reference':
    case 'reference-list':
      return /^[\d\s,;.]+$/.test(raw) ? 'number' : 'name-looked-up'
    case 'text': case 'email': case 'postcode': case 'phone': case 'site-reference':
      return 'trimmed'
  }
}

function dateKind(raw: string, { dates }: ColumnReading): ConversionKind {
  const shape = readDateShape(raw)
  if (shape === null) return 'excel-serial'
  if (shape.kind === 'certain' || dates.order === null || (shape.first === shape.second && shape.short === null)) return 'date-plain'
  return dates.order === 'dmy' ? 'date-day-first' : dates.order === 'mdy' ? 'date-month-first' : 'date-year-first'
}

/** Undecided columns give a value only where a comma can but part thousands. */
function numberKind(raw: string, { numbers }: ColumnReading): ConversionKind {
  const number = readNumberText(raw)
  const evidence = number === null ? null : signEvidence(number)
  if (evidence === null || evidence === 'plain') return 'number'
  const sign = numbers.sign ?? (evidence === 'comma' ? 'comma' : 'point')
  return sign === 'point' ? 'number-point' : 'number-comma'
}
