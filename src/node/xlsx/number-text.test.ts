import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from './number-text.ts'

test('whole numbers keep the digits of the file, however many', () => {
  for (const text of ['0', '7', '-12', '123456789012345', '12345678901234567890']) expect(readNumber(text)?.text).toBe(text)
  expect(readNumber('00123')?.text).toBe('123')
})

test('the file often holds more digits of a fraction than were typed: the shortest text for the same number is the typed one', () => {
  expect(readNumber('4.0999999999999996')).toEqual({ text: '4.1', imprecise: false })
  expect(readNumber('0.10000000000000001')?.text).toBe('0.1')
  expect(readNumber('123.0')?.text).toBe('123')
})

test('exponents are written out', () => {
  expect(readNumber('1.23E+15')).toEqual({ text: '1230000000000000', imprecise: true })
  expect(readNumber('1.23E+14')).toEqual({ text: '123000000000000', imprecise: false })
  expect(readNumber('1e-7')?.text).toBe('0.0000001')
  expect(readNumber('-2.5E-10')?.text).toBe('-0.00000000025')
  expect(readNumber('1.5e+21')?.text).toBe('1500000000000000000000')
  expect(readNumber('-0.0')?.text).toBe('0')
})

test('beyond 15 digits a number counts as imprecise', () => {
  expect(readNumber('123456789012345')?.imprecise).toBe(false)
  expect(readNumber('1234567890123450')?.imprecise).toBe(true)
  expect(readNumber('0.123456789012345')?.imprecise).toBe(false)
  expect(readNumber('0.1234567890123456')?.imprecise).toBe(true)
})

test('what is no number is none', () => {
  for (const text of ['', 'abc', '1,5', '0x10', 'Infinity', '1e999', '1.2.3']) expect(readNumber(text)).toBeNull()
})

test('the text is the same double as the file, and has no exponent', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
    const text = readNumber(String(value))?.text ?? ''
    expect(text).not.toContain('e')
    expect(Number(text)).toBe(value === 0 ? 0 : value)
  }), { numRuns: 1000 })
})
