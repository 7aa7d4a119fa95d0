import { expect, test } from 'vitest'
import { changed, clean, issuesOf, lines, prepareRows } from '../../../../test/pipeline/kit.ts'

const field = 'customer.customerAccountNumber'
const second = (key: string): readonly string[] =>
  issuesOf([clean, changed(clean, { [field]: key, 'customer.customerName': 'Another Ltd' })]).filter((line) => !line.includes('odd-character'))

test('account numbers that only look the same are an error on both', () => {
  for (const key of ['acc1', 'A CC1', 'АСС1', 'ＡＣＣ１', 'ACC1\u200b', 'ACCl', 'ACCI', 'accI']) expect(second(key)).toEqual([`error similar-key row 2 ${field}`, `error similar-key row 3 ${field}`])
})

test('account numbers that differ in a letter or digit are two customers', () => {
  for (const key of ['ACC2', 'AC-C1', 'ÁCC1', 'ACCi', 'ACCL']) expect(second(key)).toEqual([])
  expect(issuesOf([changed(clean, { [field]: 'A0' }), changed(clean, { [field]: 'AQ' })])).toEqual([])
})

test('O and zero look the same, and each key names another one', () => {
  const issues = prepareRows(['A0', 'AO', 'ao', 'HILL', 'hill'].map((key) => changed(clean, { [field]: key }))).issues
  expect(issues.map(({ customer, params }) => [customer, params['other']])).toEqual([['A0', 'AO'], ['AO', 'ao'], ['ao', 'AO'], ['HILL', 'hill'], ['hill', 'HILL']])
})

test('white space around an account number never counts', () => {
  expect(prepareRows([clean, changed(clean, { [field]: ' ACC1\t', 'site.siteReference': 'S2' })]).customers).toMatchObject([{ key: 'ACC1', sites: 2, bucket: 'ready' }])
})

test('leaving one of two look-alikes out decides', () => {
  const prepared = prepareRows([clean, changed(clean, { [field]: 'acc1' })], { excluded: new Set(['0:3']) })
  expect(lines(prepared)).toEqual([])
  expect(prepared.counts.rowsByBucket).toMatchObject({ ready: 1, excluded: 1 })
})
