// Calendar days by plain arithmetic: no instant, no time zone, no locale.

/** The last year that a date may have, and the first: a spreadsheet knows no earlier one. */
const firstYear = 1900
const lastYear = 9999

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function dayExists(year: number, month: number, day: number): boolean {
  const length = month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0)
  return year >= firstYear && year <= lastYear && day >= 1 && day <= length
}

/** yyyy-MM-dd. */
export function isoDay(year: number, month: number, day: number): string {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/**
 * The day that many days after 1899-12-30, yyyy-MM-dd, reckoned in years that begin in March. It is what Excel for Windows counts from
 * 61 on: there day 60 is the 29 February 1900 that never was, and what is before it lies one day further on.
 */
export function dayOfSerial(serial: number): string {
  // Days since 0000-03-01, so that the leap day is the last of its year.
  const days = serial + 693_899
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return isoDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A yyyy-MM-dd for people: "1 February 2026". */
export function dayInWords(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${monthNames[Number(iso.slice(5, 7)) - 1] ?? ''} ${iso.slice(0, 4)}`
}

/** `2026-03-01` gives `2026-02-28`. */
export function dayBefore(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  if (day > 1) return isoDay(year, month, day - 1)
  if (month === 1) return isoDay(year - 1, 12, 31)
  const last = [31, 30, 29, 28].find((each) => dayExists(year, month - 1, each)) ?? 28
  return isoDay(year, month - 1, last)
}
