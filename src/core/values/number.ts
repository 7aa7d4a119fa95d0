// Exact decimal text in, exact decimal text out: nothing goes through floating point.
import { ExactNumber } from '#core/model/json.ts'
import type { DecimalSign } from '#core/model/mapping.ts'
import { broken, converted } from './converted.ts'
import type { Converted } from './converted.ts'
import { undecidedNumbers } from './number-reading.ts'
import type { NumberReading } from './number-reading.ts'
import { readBody, readNumberText, signEvidence } from './number-shape.ts'
import type { NumberText } from './number-shape.ts'

const signed = ({ negative }: NumberText, digits: string): string => (negative && digits !== '0' ? `-${digits}` : digits)

/** A decimal number; a currency sign, accounting brackets and thousands separators are allowed, a percentage is not. */
export function convertDecimal(text: string, reading: NumberReading = undecidedNumbers): Converted {
  const number = readNumberText(text)
  return number === null ? notANumber('not-a-number', reading) : decide(number, reading, 'not-a-number')
}

/** A whole number; "12.0" is one, "12.5" and "£12" are not. */
export function convertInteger(text: string, reading: NumberReading = undecidedNumbers): Converted {
  const number = readNumberText(text)
  return number === null || number.currency !== '' ? notANumber('not-a-whole-number', reading) : decide(number, reading, 'not-a-whole-number')
}

type NotNumber = 'not-a-number' | 'not-a-whole-number'

const notANumber = (code: NotNumber, { sign }: NumberReading): Converted => broken(code, sign === null ? {} : { sign })

/** The one number that the text can be here, or why there is none or more than one. */
function decide(number: NumberText, reading: NumberReading, code: NotNumber): Converted {
  const { sign, doubt, examples } = reading
  const evidence = signEvidence(number)
  if (evidence === null) return notANumber(code, reading)
  if (evidence !== 'plain' && (doubt === 'mixed' || doubt === 'contradicted')) return broken('decimal-sign-mixed', examples)
  const signs: readonly DecimalSign[] = evidence === 'plain' ? ['point'] : sign !== null ? [sign] : evidence === 'either' ? ['point', 'comma'] : [evidence]
  const all = signs.flatMap((one) => readBody(number.body, one) ?? [])
  // "1,200" is a whole number in one reading only; "1.200" may as well be a part that the field does not take.
  const isWhole = code === 'not-a-whole-number' && !(all.length > 1 && number.body.includes('.'))
  const fitting = isWhole ? all.filter((digits) => !digits.includes('.')) : all
  const [only, other] = fitting.map((digits) => signed(number, digits))
  if (only === undefined) return notANumber(code, reading)
  return other === undefined || other === only ? converted(new ExactNumber(only)) : broken('decimal-sign-open', { first: only, second: other })
}
