import { expect, test } from 'vitest'
import { ExactNumber } from '#core/model/json.ts'
import type { Converted } from './converted.ts'
import type { NumberReading } from './number-reading.ts'
import { convertDecimal, convertInteger } from './number.ts'

const show = (result: Converted): unknown => (result.kind === 'broken' ? result.code : result.value instanceof ExactNumber ? result.value.text : result.value)

test.each([
  ['1234.5', '1234.5'], ['1,234.50', '1234.5'], ['£1,234.50', '1234.5'], ['1234.50 GBP', '1234.5'], ['€ 5', '5'], ['-£5.10', '-5.1'], ['£-5', '-5'], ['+7', '7'], ['.5', '0.5'], ['007.10', '7.1'], ['0.00', '0'],
  ['-0', '0'], ['1 234 567', '1234567'], ['1,50', '1.5'], ['1.234,50', '1234.5'], ['1,2345', '1.2345'], ['(5)', '-5'], ['(£1,234.50)', '-1234.5'], ['£(5)', '-5'], ['5-', '-5'], ['5.00-', '-5'], ['−5', '-5'], ['(0)', '0'], ["1'234'567.5", '1234567.5'], ['1’234,5', '1234.5'], ['1\u00a0234,5', '1234.5'], ['1\u202f234.5', '1234.5'], ['1\u2009234', '1234'], ['US$ 1,234.50', '1234.5'], ['EUR 1.234,50', '1234.5'], ['£1,234', '1234'], ['0,125', '0.125'], ['0.125', '0.125'], ['1,234,567', '1234567'], ['1.234.567', '1234567'], ['100000000000000000', '100000000000000000'], ['99999999999999999.99', '99999999999999999.99'], [' 12 ', '12'],
])('%s is the number %s', (text, number) => expect(show(convertDecimal(text))).toBe(number))

test.each(['', '-', '£', '.', '5.', '12,34,567', '1.2.3', '1E+05', '(5', '5)', '-(5)', '-5-', '5%', '£5 €', '1,234.567,8', "1'23", 'NaN', 'ten', '1 50', '0x10', '--5'])('"%s" is no number', (text) => expect(show(convertDecimal(text))).toBe('not-a-number'))

test.each([['12', '12'], ['12.0', '12'], ['1,200', '1200'], ['1,234', '1234'], ['12,0', '12'], ['012', '12'], ['-3', '-3'], ['9223372036854775807', '9223372036854775807']])('%s is the whole number %s', (text, number) =>
  expect(show(convertInteger(text))).toBe(number))

test.each(['12.5', '30 days', '£12', '', '1,2', '12%', 'twelve', '1e3'])('"%s" is no whole number', (text) => expect(show(convertInteger(text))).toBe('not-a-whole-number'))

const signed = (sign: 'point' | 'comma'): NumberReading => ({ sign, doubt: 'none', examples: {} })

test('one group of three digits behind a sign can be thousands or decimals: the column decides, or nobody', () => {
  expect(['1,234', '1.234', '€1.234', '12.000'].map((text) => show(convertDecimal(text)))).toEqual(Array(4).fill('decimal-sign-open'))
  expect(convertDecimal('1,234')).toEqual({ kind: 'broken', code: 'decimal-sign-open', params: { first: '1234', second: '1.234' } })
  expect(['1,234', '1.234'].map((text) => show(convertDecimal(text, signed('point'))))).toEqual(['1234', '1.234'])
  expect(['1,234', '1.234'].map((text) => show(convertDecimal(text, signed('comma'))))).toEqual(['1.234', '1234'])
})

test('a whole number takes its one reading as a whole number, and asks where both are whole', () => {
  expect(['1,234', '1,000', '12,000', '1.200', '1.000'].map((text) => show(convertInteger(text)))).toEqual(['1234', 'decimal-sign-open', 'decimal-sign-open', 'decimal-sign-open', 'decimal-sign-open'])
  expect(['1,000', '12.000', '12.5', '1.200'].map((text) => show(convertInteger(text, signed('point'))))).toEqual(['1000', '12', 'not-a-whole-number', 'not-a-whole-number'])
  expect(show(convertInteger('1.000', signed('comma')))).toBe('1000')
})

test('a number that the sign of its column rules out is none, and says how it was read', () => {
  expect(convertDecimal('1,5', signed('point'))).toEqual({ kind: 'broken', code: 'not-a-number', params: { sign: 'point' } })
  expect(show(convertDecimal('1.234,5', signed('point')))).toBe('not-a-number')
  expect(show(convertDecimal('1234.5', signed('comma')))).toBe('not-a-number')
})

test('a column with both signs, or with another than was chosen, is held at every number that has one', () => {
  const mixed: NumberReading = { sign: null, doubt: 'mixed', examples: { point: '1.5', comma: '1,5' } }
  expect(['1.5', '1,5', '1,234', '7'].map((text) => show(convertDecimal(text, mixed)))).toEqual(['decimal-sign-mixed', 'decimal-sign-mixed', 'decimal-sign-mixed', '7'])
})
