export interface DateFormat {
  /** The format shows hours or minutes but no day, month or year. */
  readonly timeOnly: boolean
  /** Hours may pass 24, as in [h]:mm. */
  readonly elapsed: boolean
}

const daySeconds = 86_400
/** 31 December 9999, the last day that Excel knows. */
const lastDay = 2_958_465

/**
 * A date serial as text: yyyy-MM-dd, with THH:mm:ss when the time is not midnight; times alone as HH:mm:ss. Counted in whole
 * days from the sheet's own epoch, never through an instant or a time zone. Null outside the years Excel knows. Day 60 of the
 * 1900 system is the 29 February 1900 that never was: it is given as it stands and is no date to anyone.
 */
export function readSerial(serial: number, { timeOnly, elapsed }: DateFormat, date1904: boolean): string | null {
  const seconds = Math.round(serial * daySeconds)
  const days = Math.floor(seconds / daySeconds)
  if (seconds < 0 || days > lastDay - (date1904 ? 1462 : 0)) return null
  const time = seconds - days * daySeconds
  if (timeOnly && (elapsed || days === 0)) return clock(elapsed ? seconds : time)
  const date = date1904 ? civilDate(days + 1462) : date1900(days)
  return time === 0 ? date : `${date}T${clock(time)}`
}

function date1900(days: number): string {
  if (days === 0) return '1900-01-00'
  if (days === 60) return '1900-02-29'
  return civilDate(days < 60 ? days + 1 : days)
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':')
}

/** Days after 30 December 1899 to the Gregorian date, reckoned in years that begin in March, so that the leap day comes last. */
function civilDate(daysFrom1899: number): string {
  const days = daysFrom1899 + 693_899
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
