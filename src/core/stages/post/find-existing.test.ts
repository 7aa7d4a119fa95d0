import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOfKeys } from './find-existing.ts'

const key = (contractOwnerId: string, customer: string) => ({ contractOwnerId, customer })

test('customers of owners in turns are asked many at a time all the same', () => {
  const keys = Array.from({ length: 240 }, (_, at) => key(String(at % 3), `A${at}`))
  const batches = [...batchesOfKeys(keys, true)]
  expect(batches.map(({ length }) => length)).toEqual([50, 50, 50, 30, 30, 30])
  for (const batch of batches) expect(new Set(batch.map(({ contractOwnerId }) => contractOwnerId)).size).toBe(1)
})

test('an account number that looks like filter grammar stands alone, and so does each where the server takes but one', () => {
  expect([...batchesOfKeys([key('1', 'A'), key('1', 'in:A,B'), key('1', 'C')], true)].map((batch) => batch.map(({ customer }) => customer))).toEqual([['in:A,B'], ['A', 'C']])
  expect([...batchesOfKeys([key('1', 'A'), key('1', 'B')], false)]).toHaveLength(2)
})

test('every key is asked once, and no address grows beyond what servers take', () => {
  const keys = fc.array(fc.record({ contractOwnerId: fc.constantFrom('1', '2'), customer: fc.oneof(fc.string({ maxLength: 100 }), fc.string({ minLength: 900, maxLength: 2000 })) }))
  fc.assert(fc.property(keys, (all) => {
    const batches = [...batchesOfKeys(all, true)]
    expect(batches.flat().toSorted((a, b) => all.indexOf(a) - all.indexOf(b))).toEqual(all)
    for (const batch of batches) expect(batch.length === 1 || batch.reduce((sum, { customer }) => sum + customer.length, 0) < 1500).toBe(true)
  }), { numRuns: 50 })
})
