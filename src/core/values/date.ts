// Dates are text from end to end: yyyy-MM-dd in, calendar arithmetic by hand, never an instant.
import type { DateOrder } from '#core/model/mapping.ts'
import { broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'

type Day = { readonly year: number; readonly month: number; readonly day: number }

/** How a text writes its date. `numeric` has two first numbers whose order only the column can tell. */
export type DateShape =
  | ({ readonly kind: 'certain' } & Day)
  | { readonly kind: 'numeric'; readonly first: number; readonly second: number; readonly year: number }

const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

const separator = String.raw`\s*[-/.\s]\s*`
const yearFirst = new RegExp(`^(\\d{4})${separator}(\\d{1,2})${separator}(\\d{1,2})$`)
const compact = /^(\d{4})(\d{2})(\d{2})$/
const yearLast = new RegExp(`^(\\d{1,2})${separator}(\\d{1,2})${separator}(\\d{4}|\\d{2})$`)
const dayMonthName = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[-/.,\s]*([a-z]{3,9})[-/.,\s]*(\d{4}|\d{2})$/
const monthNameDay = /^(?:[a-z]+,?\s+)?([a-z]{3,9})[-/.,\s]*(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(\d{4}|\d{2})$/
const yearMonthName = /^(\d{4})[-/.,\s]*([a-z]{3,9})[-/.,\s]*(\d{1,2})$/
/** A clock time behind the date. Midnight, or a time without a zone, does not change the day; another time in a zone might. */
const clock = /[t\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]m)?\s*(z|[+-]\d{2}:?\d{2})?$/

/** Two digits are a year of 1970 to 2069. */
function fullYear(text: string): number {
  const number = Number(text)
  if (text.length === 4) return number
  return number < 70 ? 2000 + number : 1900 + number
}

/** Month number of "Sep", "Sept", "September"; 0 when the word is no month. */
function monthOf(word: string): number {
  return monthNames.findIndex((name) => name === word || name.slice(0, 3) === word || (word === 'sept' && name === 'september')) + 1
}

function withoutClock(text: string): string | null {
  const time = clock.exec(text)
  if (time === null) return text
  const [, hours, minutes, seconds = '0', , zone] = time
  const midnight = Number(hours) === 0 && Number(minutes) === 0 && Number(seconds) === 0
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  return zone === undefined || midnight ? text.slice(0, time.index) : null
}

/** Reads the shape of a date; null when the text is none. Whether the day exists is not checked here. */
export function readDateShape(text: string): DateShape | null {
  const plain = withoutClock(text.trim().toLowerCase())
  if (plain === null) return null
  const certain = (year: string | undefined, month: number, day: string | undefined): DateShape | null =>
    month === 0 ? null : { kind: 'certain', year: fullYear(year ?? ''), month, day: Number(day) }
  const iso = yearFirst.exec(plain) ?? compact.exec(plain)
  if (iso !== null) return certain(iso[1], Number(iso[2]), iso[3])
  const numeric = yearLast.exec(plain)
  if (numeric !== null) return { kind: 'numeric', first: Number(numeric[1]), second: Number(numeric[2]), year: fullYear(numeric[3] ?? '') }
  const named = dayMonthName.exec(plain)
  if (named !== null) return certain(named[3], monthOf(named[2] ?? ''), named[1])
  const american = monthNameDay.exec(plain)
  if (american !== null) return certain(american[3], monthOf(american[1] ?? ''), american[2])
  const technical = yearMonthName.exec(plain)
  return technical === null ? null : certain(technical[1], monthOf(technical[2] ?? ''), technical[3])
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function exists({ year, month, day }: Day): boolean {
  const lengths = [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return year >= 1900 && year <= 9999 && day >= 1 && day <= (lengths[month - 1] ?? 0)
}

/** The day as yyyy-MM-dd; a day that the calendar does not have, or a year before 1900, is no date. */
export function convertDate(text: string, order: DateOrder): Converted {
  const shape = readDateShape(text)
  if (shape === null) return broken('not-a-date', { order })
  const day = shape.kind === 'certain' ? shape : readNumeric(shape, order)
  if (!exists(day)) return broken('not-a-date', { order })
  const two = (number: number): string => String(number).padStart(2, '0')
  return converted(`${day.year}-${two(day.month)}-${two(day.day)}`)
}

function readNumeric({ first, second, year }: { first: number; second: number; year: number }, order: DateOrder): Day {
  return order === 'mdy' ? { year, month: first, day: second } : { year, month: second, day: first }
}
