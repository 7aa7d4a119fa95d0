import { expect, test } from 'vitest'
import { nextPace, percentDone, stillLeft } from './run-share.ts'

const none = { total: 200, created: 0, existing: 0, rejected: 0, incomplete: 0, unknown: 0, duplicate: 0 }

test('every known outcome counts as done', () => {
  expect(percentDone(none)).toBe(0)
  expect(percentDone({ ...none, created: 50, existing: 20, rejected: 10, incomplete: 5, unknown: 10, duplicate: 5 })).toBe(50)
})

test('it is a hundred when all are done and not before', () => {
  expect(percentDone({ ...none, created: 199 })).toBe(99)
  expect(percentDone({ ...none, total: 100_000, created: 99_999 })).toBe(99)
  expect(percentDone({ ...none, created: 200 })).toBe(100)
})

test('paces go up and down a ladder and stop at its ends', () => {
  expect(nextPace(10, 'faster')).toBe(20)
  expect(nextPace(10, 'slower')).toBe(5)
  expect(nextPace(7, 'faster')).toBe(10)
  expect(nextPace(200, 'faster')).toBe(200)
  expect(nextPace(0.5, 'slower')).toBe(0.5)
})

test('a customer that is being checked is not counted as left as well', () => {
  expect([stillLeft({ left: 925, checking: 6 }), stillLeft({ left: 2, checking: 2 })]).toEqual([919, 0])
})
