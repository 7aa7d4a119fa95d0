import { expect, test } from 'vitest'
import { sampleLimit, valueLimit } from '#core/model/column-profile.ts'
import type { ColumnProfile } from '#core/model/column-profile.ts'
import { newTableProfiler } from './profile-table.ts'
import { emptyProfile, finishProfile, newProfile, pushText } from './profile-column.ts'

function profileOfTexts(texts: Iterable<string>): ColumnProfile {
  const profile = newProfile()
  for (const text of texts) pushText(profile, text)
  return finishProfile(profile)
}
/** So many different texts that the column is not counted by value any more. */
const many = (text: (at: number) => string, count = valueLimit + 40): readonly string[] => Array.from({ length: count }, (_, at) => text(at))

test('white space around a text is not part of it, and blank cells are none', () => {
  expect(profileOfTexts([' a ', 'a', '\u00a0a\ufeff', '', '  ', '\u2003', 'b'])).toMatchObject({ filled: 4, samples: ['a', 'a', 'a', 'b'], values: new Map([['a', 3], ['b', 1]]) })
})

test('different texts are counted up to a limit, and the first ones kept', () => {
  expect(profileOfTexts(many((at) => `x${at}`, valueLimit)).values?.size).toBe(valueLimit)
  const over = profileOfTexts(many((at) => `x${at}`, sampleLimit + 50))
  expect([over.values, over.samples.length, over.filled]).toEqual([null, sampleLimit, sampleLimit + 50])
})

test.each([
  ['13/02/2026', 'dayFirst'], ['02/13/2026', 'monthFirst'], ['01/02/2026', 'ambiguous'], ['05/05/2026', 'certain'], ['2026-02-13', 'certain'], ['13 Feb 2026', 'certain'], ['Feb 13, 2026', 'certain'],
  ['Sat 13 Feb 2026', 'certain'], ['20260213', 'certain'], ['2026-02-13T00:00:00Z', 'certain'], ['13/02/2026 2:30 PM', 'dayFirst'], ['31.01.26', 'dayFirst'], ['99-03-15', 'yearFirst'], ['45321', 'serials'], ['45321.5', 'serials'], ['45321.125', 'serials'],
  ['le 13 février 2026', 'certain'], ['13. Februar 2026', 'certain'], ['31 août 2026', 'certain'], ['août 31 2026', 'certain'],
] as const)('%s counts as %s, in a short column and in a long one', (text, kind) => {
  expect(profileOfTexts([text, text]).dates[kind]).toBe(2)
  expect(profileOfTexts([...many((at) => `x${at}`), text]).dates[kind]).toBe(1)
})

test.each(['31/02', '20-30-40', '07700 900123', '2026-02-30', 'LS1 4AB', 'Flat 3', 'Marble Arch 12', '12 High Street', '99999', '1234567', '01632 960958', 'ACC-00012', '00/01/2026', '0/0/2026', 'May', '10.10', '192.168.0.1'])('"%s" is no date', (text) => {
  const { dates } = profileOfTexts([text])
  expect([dates.dayFirst, dates.monthFirst, dates.ambiguous, dates.certain, dates.yearFirst, dates.serials]).toEqual([0, 0, 0, 0, 0, 0])
})

test.each([
  ['1.5', 'point'], ['1234.50', 'point'], ['1,234.50', 'point'], ['£1,234', 'point'], ['1,234,567', 'point'], ['0.125', 'point'], ['(1,234.50)', 'point'], ['-1.5', 'point'], ['1 234.567', 'point'], ['1.5 GBP', 'point'], ['GBP 1.50', 'point'], ["1'234.5", 'point'], ['.5', 'point'],
  ['1,5', 'comma'], ['1.234,50', 'comma'], ['1.234.567', 'comma'], ['0,125', 'comma'], ['€ 1,50', 'comma'], ['12,3456', 'comma'],
  ['1,234', 'ambiguous'], ['1.234', 'ambiguous'], ['€1.234', 'ambiguous'], ['-12,000', 'ambiguous'],
] as const)('the sign before the decimals of %s: %s', (text, kind) => {
  const { numbers } = profileOfTexts([text])
  expect({ ...emptyProfile.numbers, [kind]: 1 }).toMatchObject({ point: numbers.point, comma: numbers.comma, ambiguous: numbers.ambiguous })
})

test.each(['1234', '1 234', '5%', '1E+05', '12.', 'v1.5', '1.2.3', '12,34,567', '020 7946 0000', '13.02.2026', 'Smith, J.'])('"%s" shows no sign before decimals', (text) => {
  const { numbers } = profileOfTexts([text])
  expect([numbers.point, numbers.comma, numbers.ambiguous]).toEqual([0, 0, 0])
})

test('the first example of each kind is kept as it stands', () => {
  const { dates, numbers } = profileOfTexts(['13/02/2026', '14/02/2026', '02/13/2026', '01/02/2026', '03/04/2026', '99-01-01', '45321', '1,000', '1.5', '2,5'])
  expect([dates.dayFirstExample, dates.monthFirstExample, dates.example, dates.yearFirstExample, dates.serialExample]).toEqual(['13/02/2026', '02/13/2026', '01/02/2026', '99-01-01', '45321'])
  expect([numbers.example, numbers.pointExample, numbers.commaExample]).toEqual(['1,000', '1.5', '2,5'])
})

test('counting by value and looking at every cell say the same', () => {
  const texts = ['13/02/2026', '01/02/2026', '1.5', '1,000', '45321', '02.03.24']
  const few = profileOfTexts([...texts, ...texts])
  const lots = profileOfTexts([...many((at) => `x${at}`), ...texts, ...texts])
  expect([lots.dates, lots.numbers]).toEqual([few.dates, few.numbers])
})

test('a long column of names is not looked at for ever: dates behind it count as not decided', () => {
  const late = profileOfTexts([...many((at) => `Name ${at}`, 6_000), '13/02/2026'])
  expect([late.filled, late.dates.dayFirst]).toEqual([6_001, 0])
  expect(profileOfTexts(['13/02/2026', ...many((at) => `Name ${at}`, 6_000), '13/02/2026']).dates.dayFirst).toBe(2)
})

test('a table has a profile for each column of its widest row, and may be asked before its end', () => {
  const profiler = newTableProfiler()
  profiler.push(['a', '', 'c'])
  expect(profiler.finish().map(({ filled }) => filled)).toEqual([1, 0, 1])
  profiler.push(['a', 'b', '', 'd'])
  expect(profiler.finish().map(({ filled }) => filled)).toEqual([2, 1, 1, 1])
})
