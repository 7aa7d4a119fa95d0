// Exact decimal text in, exact decimal text out: nothing goes through floating point.
import { ExactNumber } from '#core/model/json.ts'
import { broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'

const currency = /^(?:£|€|\$|gbp|eur|usd)\s*|\s*(?:£|€|\$|gbp|eur|usd)$/gi
const grouped = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:[ \u00a0\u202f]\d{3})+$/

/**
 * Sign, digits and decimals of a number as the United Kingdom writes it, without needless zeros; null when the text is none.
 * Commas and spaces may only part thousands: "1,50" and "1.234,50" could be two numbers each and are refused.
 */
function readDecimal(text: string): string | null {
  const shape = /^([-+−]?)([\d,\s]*)(?:\.(\d+))?$/.exec(text)
  if (shape === null) return null
  const [, sign = '', whole = '', decimals = ''] = shape
  if (whole === '' && decimals === '') return null
  if (!/^\d*$/.test(whole) && !grouped.test(whole)) return null
  const integer = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
  const fraction = decimals.replace(/0+$/, '')
  const digits = fraction === '' ? integer : `${integer}.${fraction}`
  return (sign === '-' || sign === '−') && digits !== '0' ? `-${digits}` : digits
}

/** A decimal number; a currency sign before or after it is allowed. */
export function convertDecimal(text: string): Converted {
  const bare = text.trim().replace(/^([-−])\s*([£€$])/, '$2$1').replace(currency, '')
  const number = readDecimal(bare.trim())
  return number === null ? broken('not-a-number') : converted(new ExactNumber(number))
}

/** A whole number; "12.0" is one, "12.5" is not. */
export function convertInteger(text: string): Converted {
  const number = readDecimal(text.trim())
  return number === null || number.includes('.') ? broken('not-a-whole-number') : converted(new ExactNumber(number))
}
