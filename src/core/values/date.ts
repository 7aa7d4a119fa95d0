// Dates are text from end to end: yyyy-MM-dd in, calendar arithmetic by hand, never an instant.
import type { DateOrder } from '#core/model/mapping.ts'
import { dayExists, dayInWords, dayOfSerial, isoDay } from './calendar.ts'
import { broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'
import type { DateReading } from './date-reading.ts'
import { readDateShape } from './date-shape.ts'
import type { DateShape } from './date-shape.ts'

export { readDateShape } from './date-shape.ts'

type NumericShape = Extract<DateShape, { kind: 'numeric' }>

/** The day as yyyy-MM-dd; a day that the calendar does not have, or a year before 1900, is no date. */
export function convertDate(text: string, reading: DateReading): Converted {
  const shape = readDateShape(text)
  if (shape === null) return convertSerial(text, reading)
  const day = shape.kind === 'certain' ? existing(shape.year, shape.month, shape.day) : null
  if (day !== null) return converted(day)
  return shape.kind === 'certain' ? notADate(reading) : convertNumeric(shape, reading)
}

function notADate({ order }: DateReading, more: Readonly<Record<string, string>> = {}): Converted {
  return broken('not-a-date', { ...(order === null ? {} : { order }), ...more })
}

function existing(year: number, month: number, day: number): string | null {
  return dayExists(year, month, day) ? isoDay(year, month, day) : null
}

/** The day that the numbers mean in that order; null when there is none. */
export function dayInOrder({ first, second, year, short }: NumericShape, order: DateOrder): string | null {
  if (order === 'dmy') return existing(year, second, first)
  if (order === 'mdy') return existing(year, first, second)
  // The year stands last with all its digits: no date of a column that puts it first, unless day and month are alike.
  if (short === null) return first === second ? existing(year, first, second) : null
  return existing(first < 70 ? 2000 + first : 1900 + first, second, short)
}

function convertNumeric(shape: NumericShape, reading: DateReading): Converted {
  const { order, doubt, examples } = reading
  const own = order === null ? null : dayInOrder(shape, order)
  if (order !== null && doubt === 'none') return own === null ? notADate(reading) : converted(own)
  const days = daysOf(shape)
  const [only, other] = days
  if (only === undefined) return notADate(reading)
  if (doubt === 'contradicted' || doubt === 'mixed') return other === undefined && shape.first === shape.second ? converted(only) : broken('date-order-mixed', examples)
  return other === undefined ? converted(only) : broken('date-order-open', { first: dayInWords(only), second: dayInWords(other) })
}

/** Each different day that the numbers may mean, the British reading first. */
function daysOf(shape: NumericShape): readonly string[] {
  const days = (['dmy', 'mdy', 'ymd'] as const).flatMap((order) => dayInOrder(shape, order) ?? [])
  return [...new Set(days)]
}

/** From 1940 to 2100: other numbers of five digits are unlikely to be days. */
const serialShape = /^\s*(\d{5})(?:\.\d+)?\s*$/
const firstSerial = 14_611
const lastSerial = 73_415

/**
 * The day that a number counts to as Excel does, in the system of 1900 or that many days later; a part of a day is its time and falls
 * away. Null when it is none.
 */
export function daySerial(text: string, shift = 0): string | null {
  const serial = Number(serialShape.exec(text)?.[1] ?? Number.NaN) + shift
  return serial >= firstSerial && serial <= lastSerial ? dayOfSerial(serial) : null
}

function convertSerial(text: string, reading: DateReading): Converted {
  const day = daySerial(text, reading.serials ?? 0)
  if (day === null) return notADate(reading)
  return reading.serials !== null ? converted(day) : notADate(reading, { serial: dayInWords(day) })
}
