// What only the operator can say of a column: which of two readings its dates or its numbers have.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { ColumnMatch, DateOrder, DecimalSign } from '#core/model/mapping.ts'
import { dayInWords } from './calendar.ts'
import { dayInOrder, readDateShape } from './date.ts'
import { readDates } from './date-reading.ts'
import { readNumbers } from './number-reading.ts'
import { readBody, readNumberText } from './number-shape.ts'

export interface ColumnQuestion {
  readonly about: 'dateOrder' | 'decimalSign'
  /** One plain sentence with the evidence. */
  readonly text: string
  /** Of the command line. */
  readonly option: '--date-order' | '--decimal-sign'
  /** The likelier first. `value` is what the property of `ColumnMatch` named by `about` takes. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** Null when the column decides by itself, when it was decided, or when there is nothing to decide. */
export function columnQuestion(entry: FieldEntry | null, match: ColumnMatch, profile: ColumnProfile): ColumnQuestion | null {
  const kind = entry?.type.kind
  if (kind === 'date') return dateQuestion(match, profile)
  return kind === 'integer' || kind === 'decimal' ? numberQuestion(match, profile) : null
}

const orderNames: Readonly<Record<DateOrder, string>> = { dmy: 'Day first', mdy: 'Month first', ymd: 'Year first' }

function dateQuestion(match: ColumnMatch, { dates }: ColumnProfile): ColumnQuestion | null {
  const { doubt, order } = readDates(match, dates)
  if (doubt === 'none') return null
  const { dayFirst, monthFirst, yearFirst, ambiguous, example, dayFirstExample, monthFirstExample, yearFirstExample } = dates
  if (doubt === 'open' && ambiguous + dayFirst === 0) return null
  const one = example ?? dayFirstExample
  const hasShort = dates.shortLasts !== 0 || yearFirst > 0
  const choices = (['dmy', 'mdy', 'ymd'] as const).filter((choice) => choice !== 'ymd' || hasShort).map((value) => ({ value, label: labelOf(value, one) }))
  const mixed = [said(dayFirst, dayFirstExample, 'the day first'), said(monthFirst, monthFirstExample, 'the month first'), said(yearFirst, yearFirstExample, 'the year first')].filter((text) => text !== '').join(', ')
  const text = doubt === 'mixed'
    ? `The dates of this column stand in two orders: ${mixed}.`
    : doubt === 'contradicted'
      ? `The column is to be read ${orderNames[order ?? 'dmy'].toLowerCase()}, but its dates say otherwise: ${mixed}.`
      : `Nothing in this column says whether the day or the month stands first: ${quoted(ambiguous + dayFirst, one)} can be read in two ways.`
  return { about: 'dateOrder', text, option: '--date-order', choices: doubt === 'contradicted' ? choices.toSorted((left, right) => Number(left.value === order) - Number(right.value === order)) : choices }
}

function labelOf(order: DateOrder, example: string | null): string {
  const shape = example === null ? null : readDateShape(example)
  const day = shape?.kind === 'numeric' ? dayInOrder(shape, order) : null
  return day === null ? orderNames[order] : `${orderNames[order]}: ${example ?? ''} is ${dayInWords(day)}`
}

const said = (count: number, example: string | null, what: string): string => (count === 0 ? '' : `${count} with ${what}${example === null ? '' : `, such as "${example}"`}`)
const quoted = (count: number, example: string | null): string => (example === null ? 'some' : count === 1 ? `"${example}"` : `"${example}" and ${count - 1} more`)

const signNames: Readonly<Record<DecimalSign, string>> = { point: 'A point before the decimals', comma: 'A comma before the decimals' }

function numberQuestion(match: ColumnMatch, { numbers }: ColumnProfile): ColumnQuestion | null {
  const { doubt, sign } = readNumbers(match, numbers)
  const { point, comma, ambiguous, example, pointExample, commaExample } = numbers
  if (doubt === 'none' || (doubt === 'open' && ambiguous === 0)) return null
  const choices = (['point', 'comma'] as const).map((value) => ({ value, label: signLabel(value, example) }))
  const mixed = [said(point, pointExample, 'a point before the decimals'), said(comma, commaExample, 'a comma there')].filter((text) => text !== '').join(', ')
  const text = doubt === 'mixed'
    ? `The numbers of this column are written in two ways: ${mixed}.`
    : doubt === 'contradicted'
      ? `The column is to be read with a ${sign ?? 'point'} before the decimals, but its numbers say otherwise: ${mixed}.`
      : `Nothing in this column says whether a point or a comma stands before the decimals: ${quoted(ambiguous, example)} can be read in two ways.`
  return { about: 'decimalSign', text, option: '--decimal-sign', choices: doubt === 'contradicted' && sign === 'point' ? choices.toReversed() : choices }
}

function signLabel(sign: DecimalSign, example: string | null): string {
  const number = example === null ? null : readNumberText(example)
  const digits = number === null ? null : readBody(number.body, sign)
  return digits === null ? signNames[sign] : `${signNames[sign]}: ${example ?? ''} is ${number?.negative === true ? '-' : ''}${digits}`
}
