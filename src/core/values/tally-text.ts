// What one text adds to what a column says of its dates and numbers. It runs over millions of cells: character codes first,
// regular expressions only for what is a date or a number by the look of it.
import type { DateTally, NumberTally } from '#core/model/column-profile.ts'
import { ownCopy } from '#core/model/own-copy.ts'
import { dayExists } from './calendar.ts'
import { readDateShape } from './date-shape.ts'
import { daySerial } from './date.ts'
import { readNumberText, signEvidence } from './number-shape.ts'

export type Writable<T> = { -readonly [K in keyof T]: T[K] }

export interface Tallies {
  readonly dates: Writable<DateTally>
  readonly numbers: Writable<NumberTally>
}

export const noDates: DateTally = {
  dayFirst: 0, monthFirst: 0, ambiguous: 0, certain: 0, yearFirst: 0, longYears: 0, shortFirsts: 0, shortLasts: 0, serials: 0,
  example: null, dayFirstExample: null, monthFirstExample: null, yearFirstExample: null, serialExample: null,
}
export const noNumbers: NumberTally = { point: 0, comma: 0, ambiguous: 0, example: null, pointExample: null, commaExample: null }

const longestValue = 40
const slash = 1
const dash = 2
const point = 4
const comma = 8
const space = 16
const other = 32

/** Adds a trimmed text that `times` cells hold; false when it says nothing of dates or numbers. */
export function tallyText(tallies: Tallies, text: string, times: number): boolean {
  if (text.length > longestValue) return false
  const first = text.charCodeAt(0)
  if (first >= 48 && first <= 57) return tallyDigits(tallies, text, times)
  if ((first >= 65 && first <= 90) || (first >= 97 && first <= 122)) return tallyWord(tallies, text, times)
  return (first < 65 || first === 163 || first === 8364 || first === 8722) && tallyNumber(tallies.numbers, text, times)
}

function markOf(code: number): number {
  switch (code) {
    case 47: return slash
    case 45: return dash
    case 46: return point
    case 44: return comma
    case 32: case 160: case 8201: case 8239: case 39: case 8217: return space
    default: return other
  }
}

function tallyDigits(tallies: Tallies, text: string, times: number): boolean {
  let marks = 0
  let separators = 0
  let lastSeparator = 0
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) continue
    marks |= markOf(code)
    separators += 1
    lastSeparator = at
  }
  const { length } = text
  if (separators === 0) return length === 5 ? tallySerial(tallies.dates, text, times) : length === 8 && tallyDate(tallies.dates, text, times)
  const isSerial = marks === point && separators === 1 && lastSeparator === 5 && tallySerial(tallies.dates, text, times)
  const isNumber = (marks & (slash | other)) === 0 && (marks & (point | comma)) !== 0
  if (separators === 1 && isNumber && length - lastSeparator !== 4) {
    if (length - lastSeparator > 1) addSign(tallies.numbers, marks === point ? 'point' : 'comma', { text, times })
    return length - lastSeparator > 1
  }
  const hasSign = isNumber && tallyNumber(tallies.numbers, text, times)
  // Two separators or more make a date of digits; letters stand before its last digits, or in the mark of its time zone.
  const last = text.charCodeAt(length - 1)
  const mayBeDate = (marks & other) === 0 ? separators > 1 : isDateEnd(last)
  if (mayBeDate) return tallyDate(tallies.dates, text, times) || hasSign || isSerial
  return ((marks & other) !== 0 && tallyNumber(tallies.numbers, text, times)) || hasSign || isSerial
}

/** A digit, or the last letter of AM, PM or Z. */
const isDateEnd = (code: number): boolean => (code >= 48 && code <= 57) || code === 122 || code === 90 || code === 109 || code === 77

const codeOf = (word: string): number => (word.charCodeAt(0) << 16) | (word.charCodeAt(1) << 8) | word.charCodeAt(2)
/** How months, weekdays and the articles before dates begin. */
const dateWords = new Set(
  'jan feb mar apr may jun jul aug sep oct nov dec ene fev mae mrz avr abr mai maj mei mag maa gen giu gio lug ago aou set okt out ott dic dez des sty lut kwi cze lip sie wrz paz lis gru mon tue wed thu fri sat sun lun mer jeu ven sam dim mie jue vie sab dom din woe don vri zat zon die mit son den'
    .split(' ').map(codeOf),
)
const currencyWords = new Set(['gbp', 'eur', 'usd', 'us$'].map(codeOf))

/** Most cells begin with a letter and are no date: the last character and the first three decide quickly. */
function tallyWord(tallies: Tallies, text: string, times: number): boolean {
  const last = text.charCodeAt(text.length - 1)
  if (text.length < 6 || (last !== 41 && !isDateEnd(last))) return false
  const second = text.charCodeAt(1)
  const third = text.charCodeAt(2)
  const start = ((text.charCodeAt(0) | 32) << 16) | ((second | 32) << 8) | (third | 32)
  if (second > 127 || third > 127 || dateWords.has(start) || third === 32) return tallyDate(tallies.dates, text, times)
  return currencyWords.has(start) && tallyNumber(tallies.numbers, text, times)
}

function tallySerial(dates: Writable<DateTally>, text: string, times: number): boolean {
  if (daySerial(text) === null) return false
  dates.serials += times
  dates.serialExample ??= ownCopy(text)
  return true
}

function tallyDate(dates: Writable<DateTally>, text: string, times: number): boolean {
  const shape = readDateShape(text)
  if (shape === null) return false
  if (shape.kind === 'certain') {
    if (!dayExists(shape.year, shape.month, shape.day)) return false
    dates.certain += times
    return true
  }
  const { first, second, short } = shape
  switch (orderKind(first, second, short)) {
    case 'dayFirst':
      dates.dayFirst += times
      dates.dayFirstExample ??= ownCopy(text)
      break
    case 'monthFirst':
      dates.monthFirst += times
      dates.monthFirstExample ??= ownCopy(text)
      break
    case 'yearFirst':
      dates.yearFirst += times
      dates.yearFirstExample ??= ownCopy(text)
      break
    case 'ambiguous':
      dates.ambiguous += times
      dates.example ??= ownCopy(text)
      break
    case 'certain':
      dates.certain += times
      break
    case null:
      return false
  }
  if (short === null) dates.longYears += times
  else if (second <= 12 && first >= 1 && first <= 31 && short >= 1 && short <= 31) {
    dates.shortFirsts |= 1 << (first - 1)
    dates.shortLasts |= 1 << (short - 1)
  }
  return true
}

/** What a date of numbers proves; null when it is a day in no order. */
function orderKind(first: number, second: number, short: number | null): 'dayFirst' | 'monthFirst' | 'yearFirst' | 'ambiguous' | 'certain' | null {
  if (first === 0 && short === null) return null
  const mayBeDay = first >= 1 && first <= 31 && second >= 1 && second <= 12
  const mayBeMonth = first >= 1 && first <= 12 && second >= 1 && second <= 31
  if (mayBeDay && mayBeMonth) return first === second && short === null ? 'certain' : 'ambiguous'
  if (mayBeDay) return 'dayFirst'
  if (mayBeMonth) return 'monthFirst'
  return short !== null && short >= 1 && short <= 31 && second >= 1 && second <= 12 ? 'yearFirst' : null
}

function tallyNumber(numbers: Writable<NumberTally>, text: string, times: number): boolean {
  if (!text.includes('.') && !text.includes(',')) return false
  const number = readNumberText(text)
  const evidence = number === null ? null : signEvidence(number)
  if (evidence === null || evidence === 'plain') return false
  addSign(numbers, evidence, { text, times })
  return true
}

function addSign(numbers: Writable<NumberTally>, sign: 'point' | 'comma' | 'either', { text, times }: { readonly text: string; readonly times: number }): void {
  if (sign === 'either') {
    numbers.ambiguous += times
    numbers.example ??= ownCopy(text)
    return
  }
  numbers[sign] += times
  if (sign === 'point') numbers.pointExample ??= ownCopy(text)
  else numbers.commaExample ??= ownCopy(text)
}
