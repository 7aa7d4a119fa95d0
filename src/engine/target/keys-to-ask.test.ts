import { expect, test } from 'vitest'
import { changed, clean, prepareRows } from '../../../test/pipeline/kit.ts'
import { keysToAsk } from './keys-to-ask.ts'

const account = 'customer.customerAccountNumber'
const owner = 'customer.contractOwnerId'

test('ready and held customers are asked about, those without number or owner are not', () => {
  const prepared = prepareRows([
    clean, changed(clean, { [account]: 'HELD', 'customer.customerName': '' }), changed(clean, { [account]: '' }), changed(clean, { [account]: 'NO-OWNER', [owner]: '' }),
  ])
  expect(keysToAsk(prepared.customers, {})).toEqual([{ customer: 'ACC1', contractOwnerId: '1' }, { customer: 'HELD', contractOwnerId: '1' }])
})

test('a contract owner that the target does not list is not asked by', () => {
  const prepared = prepareRows([clean, changed(clean, { [account]: 'ACC2', [owner]: '99' })])
  const lists = { 'contract-owners': [{ id: '1', name: 'One' }] }
  expect(keysToAsk(prepared.customers, lists).map(({ customer }) => customer)).toEqual(['ACC1'])
})

test('a customer that was left out is not asked about', () => {
  expect(keysToAsk(prepareRows([clean], { excluded: new Set(['0:2']) }).customers, {})).toEqual([])
})
