// What must hold for every value: nothing depends on where the program runs, and what is written in one notation is read from it.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExactNumber } from '#core/model/json.ts'
import { dayExists, dayOfSerial, isoDay } from './calendar.ts'
import type { Converted } from './converted.ts'
import { convertDate } from './date.ts'
import { inOrder } from './date-reading.ts'
import { readDateShape } from './date-shape.ts'
import { convertDecimal } from './number.ts'

const shown = (result: Converted): unknown => (result.kind === 'broken' ? result.code : result.value instanceof ExactNumber ? result.value.text : result.value)
const two = (number: number): string => String(number).padStart(2, '0')
const months = ['January', 'Feb', 'März', 'avril', 'mayo', 'giugno', 'juli', 'August', 'Sept', 'outubro', 'listopada', 'décembre']
const day = fc.record({ year: fc.oneof(fc.integer({ min: 1970, max: 2069 }), fc.integer({ min: 1900, max: 9999 })), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }).filter(({ year, month, day: date }) => dayExists(year, month, date))

test('a day written in any notation is read back', () => {
  fc.assert(fc.property(day, fc.constantFrom('/', '-', '.', ' ', ' / '), ({ year, month, day: date }, separator) => {
    const iso = isoDay(year, month, date)
    expect(shown(convertDate([two(date), two(month), year].join(separator), inOrder('dmy')))).toBe(iso)
    expect(shown(convertDate([month, date, year].join(separator), inOrder('mdy')))).toBe(iso)
    expect(shown(convertDate([year, two(month), two(date)].join(separator), inOrder('mdy')))).toBe(iso)
    expect(shown(convertDate(`${date} ${months[month - 1] ?? ''} ${year}`, inOrder('dmy')))).toBe(iso)
    expect(shown(convertDate(`${year}${two(month)}${two(date)}`, inOrder('dmy')))).toBe(iso)
  }))
})

test('a day of 1970 to 2069 is read back from two digits of its year', () => {
  fc.assert(fc.property(day.filter(({ year }) => year >= 1970 && year <= 2069), ({ year, month, day: date }) => {
    const short = two(year % 100)
    expect(shown(convertDate(`${date}/${month}/${short}`, inOrder('dmy')))).toBe(isoDay(year, month, date))
    expect(shown(convertDate(`${short}-${two(month)}-${two(date)}`, inOrder('ymd')))).toBe(isoDay(year, month, date))
  }), { numRuns: 30 })
})

test('day numbers of Excel count on day by day', () => {
  let [year, month, date] = [1900, 3, 1]
  const wrong: number[] = []
  for (let serial = 61; serial < 90_000; serial++) {
    if (dayOfSerial(serial) !== isoDay(year, month, date)) wrong.push(serial)
    if (dayExists(year, month, date + 1)) date += 1
    else [year, month, date] = month === 12 ? [year + 1, 1, 1] : [year, month + 1, 1]
  }
  expect(wrong).toEqual([])
  expect([dayOfSerial(45_321), dayOfSerial(2_958_465)]).toEqual(['2024-01-30', '9999-12-31'])
})

test('a number written in any notation is read back to the last digit', () => {
  const digits = fc.record({ negative: fc.boolean(), whole: fc.bigInt({ min: 0n, max: 10n ** 17n }), part: fc.stringMatching(/^\d{0,6}$/) })
  const notations = [
    { sign: 'point', mark: '.', thousands: '' }, { sign: 'point', mark: '.', thousands: ',' }, { sign: 'comma', mark: ',', thousands: '.' }, { sign: 'comma', mark: ',', thousands: '\u202f' }, { sign: 'point', mark: '.', thousands: '’' },
  ] as const
  const wraps = [(text: string) => text, (text: string) => `£${text}`, (text: string) => `${text} EUR`, (text: string) => ` $ ${text} `]
  const written = fc.record({ notation: fc.constantFrom(...notations), wrap: fc.constantFrom(...wraps), minus: fc.constantFrom('-', '(', '−', 'after') })
  fc.assert(fc.property(digits, written, ({ negative, whole, part }, { notation: { sign, mark, thousands }, wrap, minus }) => {
    const grouped = whole.toString().replace(/\B(?=(?:\d{3})+$)/g, thousands)
    const body = part === '' ? grouped : `${grouped}${mark}${part}`
    const text = !negative ? wrap(body) : minus === '(' ? `(${wrap(body)})` : minus === 'after' ? `${body}-` : wrap(`${minus}${body}`)
    const decimals = part.replace(/0+$/, '')
    const expected = `${whole}${decimals === '' ? '' : `.${decimals}`}`
    expect(shown(convertDecimal(text.trim(), { sign, doubt: 'none', examples: {} }))).toBe(negative && expected !== '0' ? `-${expected}` : expected)
  }))
})

test('whatever stands in a cell, it is read or it is refused, and never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d\s.,/'()£€-]{0,14}$/)), (text) => {
    const [date, number] = [convertDate(text, inOrder('dmy')), convertDecimal(text)]
    expect(date.kind === 'value' ? date.value : '2026-01-31').toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(['not-a-number', 'decimal-sign-open', 'value']).toContain(number.kind === 'broken' ? number.code : 'value')
    readDateShape(text)
  }))
})

test('without its column a date of digits is never read silently in one of two ways', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom('2026', '26'), (first, second, year) => {
    const result = convertDate(`${first}/${second}/${year}`, { order: null, doubt: 'open', serials: null, examples: {} })
    expect(result.kind === 'value').toBe(first === second && year === '2026')
  }))
})

/** What a zone or a locale changes. With none of it used there is nothing that could differ between two machines. */
const zoned = /\bDate\b(?!Order|Reading|Shape|Tally)|\bIntl\b|toLocale|localeCompare|getTimezone|parseFloat/

test('nothing here knows of time zones or locales', () => {
  const sources = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const used = sources.filter((name) => zoned.test(readFileSync(`${import.meta.dirname}/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^']*'|`[^`]*`/g, '')))
  expect(used).toEqual([])
})
