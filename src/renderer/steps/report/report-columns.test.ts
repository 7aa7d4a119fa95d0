import { expect, test } from 'vitest'
import { reportColumns } from './report-columns.ts'

const none = { created: 0, existing: 0, rejected: 0, incomplete: 0, unknown: 0, duplicate: 0, 'not-sent': 0, held: 5, excluded: 0, blank: 0 }
const keysOf = (...given: Parameters<typeof reportColumns>): string => reportColumns(...given).map(({ key }) => key).join(' ')
const reasonOf = (width: number): number | undefined => reportColumns({ rowsByBucket: { ...none, created: 1 }, sheets: 1 }, { bucket: undefined, width }).find(({ key }) => key === 'reason')?.width

test('columns that could only be empty are left out', () => {
  expect(keysOf({ rowsByBucket: none, sheets: 1 }, { bucket: undefined, width: 1200 })).toBe('outcome customer reason')
  expect(keysOf({ rowsByBucket: { ...none, created: 2 }, sheets: 2 }, { bucket: undefined, width: 1200 })).toBe('outcome customer reason id sites sheet')
  expect(keysOf({ rowsByBucket: { ...none, created: 2 }, sheets: 1 }, { bucket: 'held', width: 1200 })).toBe('outcome customer reason')
  expect(keysOf({ rowsByBucket: { ...none, created: 2 }, sheets: 1 }, { bucket: 'existing', width: 1200 })).toBe('outcome customer reason id sites')
})

test('what was created has its ids first', () => {
  expect(keysOf({ rowsByBucket: { ...none, created: 2 }, sheets: 1 }, { bucket: 'created', width: 860 })).toBe('outcome customer id sites reason')
  expect(keysOf({ rowsByBucket: { ...none, held: 0, created: 2 }, sheets: 1 }, { bucket: undefined, width: 860 })).toBe('outcome customer id sites reason')
  expect(keysOf({ rowsByBucket: { ...none, held: 1, created: 2 }, sheets: 1 }, { bucket: undefined, width: 860 })).toBe('outcome customer reason id sites')
})

test('the reason has the room that is left; where that is too little it has what is seen, and the ids are scrolled to', () => {
  const fixed = 84 + 14 + 110 + 130
  expect([reasonOf(1240), reasonOf(860), reasonOf(500)]).toEqual([1240 - fixed - 340, 860 - fixed, 440])
})
