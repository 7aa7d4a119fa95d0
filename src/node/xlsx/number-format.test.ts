import { expect, test } from 'vitest'
import { builtInFormat, readFormatCode, showNumber } from './number-format.ts'

const kind = (code: string) => readFormatCode(code).kind
/** What the sheet shows for whole numbers with this format; null when it is no mask. */
function shown(code: string, ...numbers: string[]) {
  const format = readFormatCode(code)
  return format.kind === 'masked' ? numbers.map((number) => showNumber(number, format)) : null
}
const shows = (code: string) => {
  const format = readFormatCode(code)
  return format.kind === 'plain' ? format.shows : 'is not plain'
}

test('date and time formats are known by their letters', () => {
  for (const code of ['dd/mm/yyyy', 'yyyy-mm-dd', '[$-809]d mmmm yyyy', 'mmm-yy', 'm/d/yy h:mm', '[Red]dd.mm.yy', 'dd/mm/yyyy;@', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy']) {
    expect(readFormatCode(code)).toEqual({ kind: 'date', timeOnly: false, elapsed: false })
  }
  expect(readFormatCode('h:mm AM/PM')).toEqual({ kind: 'date', timeOnly: true, elapsed: false })
  expect(readFormatCode('[h]:mm:ss')).toEqual({ kind: 'date', timeOnly: true, elapsed: true })
})

test('letters between quotes, after a backslash or in brackets make no date', () => {
  for (const code of ['General', '0.00', '#,##0', '0.00E+00', '0 "days"', '0\\d', '[Red]0.0', '0%', '@', '_-* #,##0.00_-', '[$USD] 0.00', '"d;m"0.0;[Red]"y"']) expect(kind(code)).toBe('plain')
})

test('a mask of zeros and fixed marks is filled from its end', () => {
  expect(shown('00000', '123', '0', '1234567')).toEqual(['00123', '00000', '1234567'])
  expect(shown('00\\-00\\-00', '10203', '123456')).toEqual(['01-02-03', '12-34-56'])
  expect(shown('00"-"00', '1234567')).toEqual(['12345-67'])
  expect(shown('0000-0000', '12345678', '1')).toEqual(['1234-5678', '0000-0001'])
  expect(shown('"SC"000', '7', '12345')).toEqual(['SC007', 'SC12345'])
  expect(shown('00000 000000', '2079460000')).toEqual(['02079 460000'])
  expect(shown('+00 000', '44123')).toEqual(['+44 123'])
  expect(shown('[Red]00000', '5')).toEqual(['00005'])
  expect(shown('[$-409]00000_)', '5')).toEqual(['00005'])
  expect(shown('00000;-00000', '5')).toEqual(['00005'])
  expect(shown('00000;@', '5')).toEqual(['00005'])
})

test('a telephone mask chooses by size, and leaves places without a digit out', () => {
  expect(shown('[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '5551234', '9999999', '2125551234')).toEqual(['555-1234', '999-9999', '(212) 555-1234'])
  expect(shown('[<10000000]000-0000;000-000-0000', '9999999', '10000000')).toEqual(['999-9999', '001-000-0000'])
  expect(shown('###-####', '1234')).toEqual(['-1234'])
})

test('what amounts and counts are shown with is no mask', () => {
  for (const code of ['0', '#', '00.00', '#,##0', '0,000', '# ##0', '£0', '"£"0', '0" kg"', '0%', '000%', '# ?/?', '# #/#', '00E+00', '[>=5]000;00', 'General']) expect(shown(code)).toBeNull()
})

test('a mask says nothing of numbers below zero and of fractions', () => {
  expect(shown('00000', '-12', '1.5')).toEqual(['-12', '1.5'])
})

test('a number that is shown as another one, or with words beside it, is noted', () => {
  expect(['0%', '0.00%', '0,', '#,##0,,', '0" days"', '"INV-"0', '0\\d'].map(shows)).toEqual(['percent', 'percent', 'thousands', 'thousands', 'words', 'words', 'words'])
  expect(['General', '0.00', '#,##0', '"£"#,##0.00', '[$£-809]#,##0.00', '_-* #,##0_-', '@', '"none"'].map(shows)).toEqual(Array.from({ length: 8 }, () => null))
})

test('built-in formats: 14 to 17 and 22 dates, 18 to 21 and 45 to 47 times, others plain', () => {
  expect([14, 17, 22].map((id) => builtInFormat(id).kind)).toEqual(['date', 'date', 'date'])
  expect([0, 1, 9, 11, 13, 23, 37, 44, 48, 49].map((id) => builtInFormat(id).kind)).toEqual(Array.from({ length: 10 }, () => 'plain'))
  expect([0, 1, 9, 10, 11].map((id) => builtInFormat(id))).toMatchObject([{ shows: null }, { shows: null }, { shows: 'percent' }, { shows: 'percent' }, { shows: null }])
  expect(builtInFormat(20)).toMatchObject({ timeOnly: true })
  expect(builtInFormat(46)).toMatchObject({ elapsed: true })
})
