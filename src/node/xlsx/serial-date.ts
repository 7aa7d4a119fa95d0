import { dayOfSerial } from '#core/values/calendar.ts'

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
  const date = date1904 ? dayOfSerial(days + 1462) : date1900(days)
  return time === 0 ? date : `${date}T${clock(time)}`
}

function date1900(days: number): string {
  if (days === 0) return '1900-01-00'
  if (days === 60) return '1900-02-29'
  return dayOfSerial(days < 60 ? days + 1 : days)
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':')
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
