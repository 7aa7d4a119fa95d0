import { expect, test } from 'vitest'
import { ExactNumber } from '#core/model/json.ts'
import type { Converted } from './converted.ts'
import { convertDecimal, convertInteger } from './number.ts'

const show = (result: Converted): unknown => (result.kind === 'broken' ? result.code : result.value instanceof ExactNumber ? result.value.text : result.value)

test.each([
  ['1234.5', '1234.5'], ['1,234.50', '1234.5'], ['£1,234.50', '1234.5'], ['1234.50 GBP', '1234.5'], ['€ 5', '5'], ['-£5.10', '-5.1'], ['£-5', '-5'], ['+7', '7'], ['.5', '0.5'], ['007.10', '7.1'], ['0.00', '0'],
  ['-0', '0'], ['1 234 567', '1234567'], ['100000000000000000', '100000000000000000'], ['99999999999999999.99', '99999999999999999.99'], [' 12 ', '12'],
])('%s is the number %s', (text, number) => expect(show(convertDecimal(text))).toBe(number))

test.each(['', '-', '£', '.', '5.', '1,50', '1.234,50', '1,2345', '12,34,567', '1.2.3', '1E+05', '(5)', '5%', 'NaN', 'ten', '1 50', '0x10', '--5'])('"%s" is no number', (text) => expect(show(convertDecimal(text))).toBe('not-a-number'))

test.each([['12', '12'], ['12.0', '12'], ['1,200', '1200'], ['012', '12'], ['-3', '-3'], ['9223372036854775807', '9223372036854775807']])('%s is the whole number %s', (text, number) =>
  expect(show(convertInteger(text))).toBe(number))

test.each(['12.5', '30 days', '£12', '', '1,2', 'twelve', '1e3'])('"%s" is no whole number', (text) => expect(show(convertInteger(text))).toBe('not-a-whole-number'))
