export interface NumberText {
  readonly text: string
  /** More digits than the 15 a spreadsheet keeps: what was typed is likely lost. */
  readonly imprecise: boolean
}

/**
 * The plain decimal text of a number as stored in a sheet, or null when it is none. Whole numbers keep the digits in the file;
 * others are the shortest text for the same double (the file's 4.0999999999999996 is the 4.1 that was typed). No exponents.
 */
export function readNumber(stored: string): NumberText | null {
  if (isPlain(stored)) return { text: stored, imprecise: false }
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(stored)) return null
  const whole = /^(-?)0*(\d+)$/.exec(stored)
  if (whole !== null) {
    const [, sign = '', digits = ''] = whole
    return { text: digits === '0' ? '0' : sign + digits, imprecise: digits.length > 15 }
  }
  const value = Number(stored)
  if (!Number.isFinite(value)) return null
  const text = withoutExponent(String(value))
  const [integer = '', fraction = ''] = text.replace('-', '').split('.')
  const significant = (integer + fraction).replace(/^0+/, '')
  return { text, imprecise: integer.length > 15 || significant.length > 15 }
}

/**
 * Whether a number stands there as this function would write it: at most 15 digits, none that says nothing. Nearly every number
 * does; a double keeps 15 digits exactly, so nothing has to be worked out.
 */
function isPlain(stored: string): boolean {
  const { length } = stored
  const start = stored.charCodeAt(0) === minus ? 1 : 0
  const first = stored.charCodeAt(start)
  const second = stored.charCodeAt(start + 1)
  if (length - start > 16 || (first === zero && (second !== point || start === 1) && length > 1)) return false
  let points = 0
  let last = 0
  for (let at = start; at < length; at++) {
    last = stored.charCodeAt(at)
    if (last === point && at > start) points += 1
    else if (last < zero || last > nine) return false
  }
  const digits = length - start - points
  return digits > 0 && digits <= 15 && (points === 0 || (points === 1 && last !== zero && last !== point))
}

const minus = 0x2d
const point = 0x2e
const zero = 0x30
const nine = 0x39

/** `String` of a number to the same digits without an exponent: 1.5e+21 is 1500000000000000000000, 1e-7 is 0.0000001. */
function withoutExponent(text: string): string {
  const [mantissa = '', exponent] = text.split('e')
  if (exponent === undefined) return text === '-0' ? '0' : text
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [integer = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = integer + fraction
  const point = integer.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}
