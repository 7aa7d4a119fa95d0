// How a text writes its date, before anything is known of its column. It runs over every cell while a file is read: dates of
// digits are scanned character by character, and only what has letters in it meets a regular expression.
import { monthOf } from './month-names.ts'

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * `numeric` has two first numbers whose order only the column can tell; `short` is the number behind them where it is a year of
 * two digits, which may as well be a day (`24-03-15`).
 */
export type DateShape =
  | ({ readonly kind: 'certain' } & Day)
  | { readonly kind: 'numeric'; readonly first: number; readonly second: number; readonly year: number; readonly short: number | null }

/** Two digits are a year of 1970 to 2069. */
function fullYear(twoDigits: number): number {
  return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits
}

/** Behind the date. Midnight, or a time without a zone, does not change the day; another time in a zone might: no date then. */
const clock = /,?[t\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\s*(z|[+-]\d{2}:?\d{2})?$/i

function isHarmlessClock(time: RegExpExecArray): boolean {
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return false
  return time[5] === undefined || (hours === 0 && minutes === 0 && seconds === 0)
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 160 || code === 8239 || code === 10 || code === 13

/** Reads the shape of a date; null when the text is none. Whether the day exists is not checked here. */
export function readDateShape(text: string): DateShape | null {
  let at = 0
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
  if (at === text.length) return null
  return isDigit(text.charCodeAt(at)) ? scanNumeric(text, at) : readNamed(text)
}

/** Position and value of a run of digits; the length is `end - start`. */
function digitsEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && isDigit(text.charCodeAt(at))) at += 1
  return at
}

function valueOf(text: string, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

/** Behind a separator: one of `- / .` or spaces, with spaces around. -1 when there is none. */
function afterSeparator(text: string, start: number): number {
  let at = start
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
  const code = text.charCodeAt(at)
  if (code !== 45 && code !== 47 && code !== 46) return at > start ? at : -1
  at += 1
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
  return at
}

function scanNumeric(text: string, start: number): DateShape | null {
  const firstEnd = digitsEnd(text, start)
  const length = firstEnd - start
  if (length === 8) return endsWell(text, firstEnd) ? compact(text, start) : null
  if (length === 3 || length > 4) return null
  const secondAt = afterSeparator(text, firstEnd)
  if (secondAt < 0) return readNamed(text)
  const secondEnd = digitsEnd(text, secondAt)
  if (secondEnd === secondAt) return readNamed(text)
  const thirdAt = afterSeparator(text, secondEnd)
  if (secondEnd - secondAt > 2 || thirdAt < 0) return null
  const thirdEnd = digitsEnd(text, thirdAt)
  const thirdLength = thirdEnd - thirdAt
  if (length === 4 ? thirdLength < 1 || thirdLength > 2 : thirdLength !== 2 && thirdLength !== 4) return null
  if (!endsWell(text, thirdEnd)) return null
  const first = valueOf(text, start, firstEnd)
  const second = valueOf(text, secondAt, secondEnd)
  const third = valueOf(text, thirdAt, thirdEnd)
  if (length === 4) return { kind: 'certain', year: first, month: second, day: third }
  return { kind: 'numeric', first, second, year: thirdLength === 4 ? third : fullYear(third), short: thirdLength === 4 ? null : third }
}

const compact = (text: string, at: number): DateShape =>
  ({ kind: 'certain', year: valueOf(text, at, at + 4), month: valueOf(text, at + 4, at + 6), day: valueOf(text, at + 6, at + 8) })

/** Nothing but white space or a harmless time of day stands behind the date. */
function endsWell(text: string, end: number): boolean {
  let at = end
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
  if (at === text.length) return true
  const time = clock.exec(text)
  return time !== null && time.index === end && isHarmlessClock(time)
}

/** A weekday, or the article that some languages put before a date. Any other word before it would mean something. */
const weekday = /^(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mie|jue|vie|sab|dom|gio|maa|din|woe|don|vri|zat|zon|die|mit|son)[a-z]*|den|le|el|il|the)[.,]*\s+/
const dayMonthName = /^(\d{1,2})(?:(?:st|nd|rd|th|er|e|o|a)(?![a-z])|\.)?(?:\s+(?:of|de|di|do)(?![a-z]))?[-/.,\s]*([a-z]{3,12})\.?[-/.,\s]*(?:(?:de|del|of)\s+)?'?(\d{4}|\d{2})$/
const monthNameDay = /^([a-z]{3,12})\.?[-/.,\s]*(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+'?(\d{4}|\d{2})$/
const yearMonthName = /^(\d{4})[-/.,\s]*([a-z]{3,12})\.?[-/.,\s]*(\d{1,2})$/
const anyLetter = /\p{L}{3}/u

function readNamed(text: string): DateShape | null {
  if (text.length > 60 || !anyLetter.test(text)) return null
  const bare = text.trim().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'")
  const time = clock.exec(bare)
  if (time !== null && !isHarmlessClock(time)) return null
  const plain = time === null ? bare : bare.slice(0, time.index)
  return readWords(plain) ?? (weekday.test(plain) ? readWords(plain.replace(weekday, '')) : null)
}

function readWords(plain: string): DateShape | null {
  const named = dayMonthName.exec(plain)
  if (named !== null) return certain(named[3], named[2], named[1])
  const american = monthNameDay.exec(plain)
  if (american !== null) return certain(american[3], american[1], american[2])
  const technical = yearMonthName.exec(plain)
  return technical === null ? null : certain(technical[1], technical[2], technical[3])
}

function certain(year = '', word = '', day = ''): DateShape | null {
  const month = monthOf(word)
  return month === 0 ? null : { kind: 'certain', year: year.length === 4 ? Number(year) : fullYear(Number(year)), month, day: Number(day) }
}
