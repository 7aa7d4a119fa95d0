import { expect, test } from 'vitest'
import { ExactNumber } from '#core/model/json.ts'
import type { Reference } from '#core/model/reference.ts'
import { noReference } from '#core/model/reference.ts'
import type { Converted } from './converted.ts'
import { referenceConverter, referenceListConverter } from './reference.ts'

const read: Reference = {
  existing: null,
  lists: {
    'billing-cycles': [{ id: '9007199254740993', name: 'Monthly  1st' }, { id: '5', name: '28' }, { id: '6', name: 'Twice' }, { id: '7', name: 'twice' }],
    'commission-agents': [{ id: '1', name: 'Agent', kind: 'INTERNAL' }, { id: '2', name: 'Agent', kind: 'EXTERNAL' }],
    'electronic-summary-templates': [{ id: '11', name: 'By site' }, { id: '12', name: 'By number' }],
  },
}
const show = (result: Converted): unknown => {
  if (result.kind === 'broken') return result.code
  return Array.isArray(result.value) ? result.value.map((item: unknown) => (item instanceof ExactNumber ? item.text : item)) : result.value instanceof ExactNumber ? result.value.text : result.value
}
const cycle = (text: string, reference = read): unknown => show(referenceConverter('billing-cycles', reference)(text))
const summaries = (text: string, reference = read): unknown => show(referenceListConverter('electronic-summary-templates', reference)(text))

test('digits are the id, exact, without leading zeros', () => {
  expect(cycle('9007199254740993', noReference)).toBe('9007199254740993')
  expect(cycle('007', noReference)).toBe('7')
  expect(cycle('12.0', noReference)).toBe('12')
  expect(cycle('0', noReference)).toBe('0')
})

test('a name is looked up without case and extra spaces', () => expect(cycle(' monthly 1ST ')).toBe('9007199254740993'))

test('a name that looks like a number is found when no id is meant', () => {
  expect(cycle('28')).toBe('5')
  expect(cycle('5')).toBe('5')
})

test('digits that the target does not list stay an id: the validation judges them', () => expect(cycle('99')).toBe('99'))

test('a name that is not there, or there twice, is unknown', () => {
  expect(cycle('Weekly')).toBe('unknown-reference')
  expect(referenceConverter('billing-cycles', read)('TWICE')).toEqual({ kind: 'broken', code: 'unknown-reference', params: { reference: 'billing-cycles', count: 2 } })
})

test('without the list a name cannot be looked up', () => expect(cycle('Weekly', noReference)).toBe('not-a-whole-number'))

test('only external agents have names here', () => expect(show(referenceConverter('commission-agents', read)('agent'))).toBe('2'))

test('a list may be parted by commas, semicolons, line breaks and, for ids, spaces; its order stays', () => {
  for (const text of ['12,11', '12; 11', '12 11', '12\n11', '12,,11,']) expect(summaries(text)).toEqual(['12', '11'])
  expect(summaries('By number, by site')).toEqual(['12', '11'])
})

test('one part that cannot be read breaks the whole list, and is named', () => {
  const result = referenceListConverter('electronic-summary-templates', read)('By site, By hand')
  expect(result).toMatchObject({ kind: 'broken', code: 'unknown-reference', params: { other: 'By hand' } })
  expect(summaries('11,x', noReference)).toBe('not-a-whole-number')
  expect(summaries(',')).toBe('not-a-whole-number')
})
