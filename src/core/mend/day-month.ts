import { dayExists } from '../values/calendar.ts'

const numeric = /^(\s*)(\d{1,4})([-/. ])(\d{1,2})([-/. ])(\d{1,4})(\s.*)?$/s

/** The text with day and month in each other's place, all else as it stood; null when that makes no day that exists. */
export function swapDayMonth(text: string, order: string): string | null {
  const parts = numeric.exec(text)
  if (parts === null) return null
  const [, before = '', first = '', one = '', second = '', other = '', third = '', rest = ''] = parts
  if (first.length === 4) return dayExists(Number(first), Number(third), Number(second)) ? `${before}${first}${one}${third}${other}${second}${rest}` : null
  const year = third.length === 4 ? Number(third) : 2000 + Number(third)
  const [month, day] = order === 'mdy' ? [second, first] : [first, second]
  return dayExists(year, Number(month), Number(day)) ? `${before}${second}${one}${first}${other}${third}${rest}` : null
}
