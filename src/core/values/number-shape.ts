// How a text writes its number, before anything is known of its column.

/** Sign, the digits before the decimals with their separators, and the decimals, once currency and brackets are away. */
export interface NumberText {
  readonly negative: boolean
  /** Digits, points, commas, spaces and apostrophes. */
  readonly body: string
  /** What stood with it, as written; '' for none. */
  readonly currency: string
}

/** Which sign can stand before the decimals of this text. `either`: both readings are numbers, and different ones. */
export type SignEvidence = 'plain' | 'point' | 'comma' | 'either'

const codes = 'gbp|eur|usd'
const outer = new RegExp(`^(?:(us\\$|[£€$]|${codes})\\s*)?([-+−–(]?)\\s*(?:(us\\$|[£€$]|${codes})\\s*)?([\\d.,'’\\s]*\\d)\\s*(?:([£€$]|${codes})\\s*)?([-−–)]?)\\s*(?:([£€$]|${codes}))?$`, 'i')

/** Null when the text is no number at all. A percentage is none: no field means one. */
export function readNumberText(text: string): NumberText | null {
  const parts = outer.exec(text.trim())
  if (parts === null) return null
  const [, before = '', open = '', between = '', body = '', inside = '', close = '', after = ''] = parts
  const currencies = [before, between, inside, after].filter((found) => found !== '')
  const opens = open === '('
  const closes = close === ')'
  if (currencies.length > 1 || opens !== closes || (open !== '' && close !== '' && !opens)) return null
  return { negative: opens || close === '-' || isMinus(open) || isMinus(close), body, currency: currencies[0] ?? '' }
}

const isMinus = (sign: string): boolean => sign === '-' || sign === '−' || sign === '–'

const spaces = `[ \\u00a0\\u2007\\u2009\\u202f]`
const groupedBy = (separator: string): string => `\\d{1,3}(?:${separator}\\d{3})+`
const whole = (thousands: string): string => `(\\d+|${groupedBy(thousands)}|${groupedBy(spaces)}|${groupedBy("['’]")})`
/** With a point before the decimals, and with a comma there; the other sign may part thousands. */
const byPoint = new RegExp(`^${whole(',')}?(?:\\.(\\d+))?$`)
const byComma = new RegExp(`^${whole('\\.')}?(?:,(\\d+))?$`)

/** The decimal text of the digits with that decimal sign, without needless zeros; null when they are no number then. */
export function readBody(body: string, sign: 'point' | 'comma'): string | null {
  const shape = (sign === 'point' ? byPoint : byComma).exec(body)
  if (shape === null) return null
  const [, digits = '', decimals = ''] = shape
  if (digits === '' && decimals === '') return null
  const integer = digits.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
  const fraction = decimals.replace(/0+$/, '')
  return fraction === '' ? integer : `${integer}.${fraction}`
}

/** Null when the text is no number under either sign. */
export function signEvidence({ body, currency }: NumberText): SignEvidence | null {
  if (!/[.,]/.test(body)) return readBody(body, 'point') === null ? null : 'plain'
  const [point, comma] = [readBody(body, 'point'), readBody(body, 'comma')]
  if (point === null) return comma === null ? null : 'comma'
  if (comma === null) return 'point'
  // In a group of thousands the first digit is no zero, and beside a pound sign a comma stands before no decimals.
  if (body.startsWith('0')) return body.includes('.') ? 'point' : 'comma'
  if (/^(?:£|gbp)$/i.test(currency) && body.includes(',')) return 'point'
  return point === comma ? 'plain' : 'either'
}
