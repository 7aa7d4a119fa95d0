import { expect, test } from 'vitest'
import { builtInFormat, padNumber, readFormatCode } from './number-format.ts'

const kind = (code: string) => readFormatCode(code).kind

test('date and time formats are known by their letters', () => {
  for (const code of ['dd/mm/yyyy', 'yyyy-mm-dd', '[$-809]d mmmm yyyy', 'mmm-yy', 'm/d/yy h:mm', '[Red]dd.mm.yy', 'dd/mm/yyyy;@']) {
    expect(readFormatCode(code)).toEqual({ kind: 'date', timeOnly: false, elapsed: false })
  }
  expect(readFormatCode('h:mm AM/PM')).toEqual({ kind: 'date', timeOnly: true, elapsed: false })
  expect(readFormatCode('[h]:mm:ss')).toEqual({ kind: 'date', timeOnly: true, elapsed: true })
})

test('letters between quotes, after a backslash or in brackets make no date', () => {
  for (const code of ['General', '0.00', '#,##0', '0.00E+00', '0 "days"', '0\\d', '[Red]0.0', '0%', '@', '_-* #,##0.00_-', '[$USD] 0.00']) expect(kind(code)).toBe('plain')
})

test('zeros and fixed marks alone are a mask', () => {
  expect(readFormatCode('00000')).toEqual({ kind: 'padded', mask: '00000' })
  expect(readFormatCode('00\\-00\\-00')).toEqual({ kind: 'padded', mask: '00-00-00' })
  expect(readFormatCode('00"-"00')).toEqual({ kind: 'padded', mask: '00-00' })
  expect(kind('0')).toBe('plain')
  expect(kind('00.00')).toBe('plain')
})

test('a mask is filled from its end', () => {
  expect(padNumber('123', '00000')).toBe('00123')
  expect(padNumber('123456', '00-00-00')).toBe('12-34-56')
  expect(padNumber('1234567', '00-00')).toBe('12345-67')
})

test('built-in formats: 14 to 17 and 22 dates, 18 to 21 and 45 to 47 times, others plain', () => {
  expect([14, 17, 22].map((id) => builtInFormat(id).kind)).toEqual(['date', 'date', 'date'])
  expect([0, 1, 9, 11, 13, 23, 37, 44, 48, 49].map((id) => builtInFormat(id).kind)).toEqual(Array.from({ length: 10 }, () => 'plain'))
  expect(builtInFormat(20)).toMatchObject({ timeOnly: true })
  expect(builtInFormat(46)).toMatchObject({ elapsed: true })
})
