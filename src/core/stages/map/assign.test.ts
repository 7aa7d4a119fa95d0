import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assign } from './assign.ts'

const total = (scores: readonly (readonly number[])[], answer: readonly (number | null)[]): number =>
  answer.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (scores[row]?.[column] ?? 0)), 0)

/** Every way there is. */
function best(scores: readonly (readonly number[])[], row = 0, used: ReadonlySet<number> = new Set()): number {
  if (row === scores.length) return 0
  const without = best(scores, row + 1, used)
  return Math.max(without, ...(scores[row] ?? []).flatMap((score, column) => (used.has(column) ? [] : [score + best(scores, row + 1, new Set([...used, column]))])))
}

test('a greedy choice gives way to the better sum', () => expect(assign([[0.9, 0.8], [0.85, 0]])).toEqual([1, 0]))

test('more rows than columns leave some rows without one', () => expect(assign([[0.5], [0.9], [0.1]])).toEqual([null, 0, null]))

test('what does not fit is not assigned', () => {
  expect(assign([[0, 0], [0.2, 0]])).toEqual([null, 0])
  expect(assign([])).toEqual([])
  expect(assign([[], []])).toEqual([null, null])
})

test('no other assignment has a larger sum, and no column is used twice', () => {
  const matrix = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  fc.assert(fc.property(matrix, (scores) => {
    const answer = assign(scores)
    const used = answer.filter((column) => column !== null)
    expect(new Set(used).size).toBe(used.length)
    expect(total(scores, answer)).toBe(best(scores))
  }), { seed: 7, numRuns: 300 })
})
