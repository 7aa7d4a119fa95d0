import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortPositions } from './sort-positions.ts'

test('numbers come before texts, what is empty comes last either way, and equal keys keep their order', async () => {
  const keys = ['b', null, 10, 'a', 9, null, 'b']
  expect([...await sortPositions(keys, false)]).toEqual([4, 2, 3, 0, 6, 1, 5])
  expect([...await sortPositions(keys, true)]).toEqual([0, 6, 3, 2, 4, 1, 5])
})

test('many are sorted as few are', async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 1, max: 50_000 }), fc.boolean(), async (length, kinds, descending) => {
    const keys = Array.from({ length }, (_, at) => (at * 7919) % kinds)
    const sign = descending ? -1 : 1
    const expected = Int32Array.from(keys.keys()).sort((a, b) => sign * ((keys[a] ?? 0) - (keys[b] ?? 0)) || a - b)
    expect(Buffer.from((await sortPositions(keys, descending)).buffer).equals(Buffer.from(expected.buffer))).toBe(true)
  }), { numRuns: 15 })
})
