import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTabText, writeTabText } from './tab-text.ts'

test('tabs part cells, line breaks part rows, and the last break begins no row', () => {
  expect(readTabText('a\tb\r\nc\td\r\n')).toEqual([['a', 'b'], ['c', 'd']])
  expect(readTabText('a\nb\rc')).toEqual([['a'], ['b'], ['c']])
  expect(readTabText('\t')).toEqual([['', '']])
})

test('what Excel puts in quotes is one cell; quotes inside a text are part of it', () => {
  expect(readTabText('"12 High Street\nLeeds"\t5" pipe\t"A" team\t"""quoted"""\r\n')).toEqual([['12 High Street\nLeeds', '5" pipe', '"A" team', '"quoted"']])
  expect(readTabText('"never closed\tb')).toEqual([['"never closed', 'b']])
})

test('text stays text', () => {
  expect(readTabText('00123\t1e5\t=1+1\t 31/12/2025 ')).toEqual([['00123', '1e5', '=1+1', ' 31/12/2025 ']])
})

test('one line has no break at its end, several lines have one each', () => {
  expect(writeTabText([['a', 'b']])).toBe('a\tb')
  expect(writeTabText([['a'], ['b\tc']])).toBe('a\r\n"b\tc"\r\n')
})

test('whatever is written is read again', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'é'), maxLength: 6 })
  const lines = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))
  fc.assert(fc.property(lines, (given) => { expect(readTabText(writeTabText(given))).toEqual(given) }))
})

test('any text at all is read', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r') }), (text) => { expect(readTabText(text).flat().length).toBeGreaterThan(0) }))
})
