import { expect, test } from 'vitest'
import { offsetFor, seenLines, shownLines } from './row-window.ts'

const view = { offset: 305, height: 100, lineHeight: 30 }

test('a line is seen when a part of it is on the screen', () => {
  expect(seenLines(view)).toEqual({ first: 10, last: 13 })
  expect(seenLines({ ...view, offset: 300, height: 90 })).toEqual({ first: 10, last: 12 })
  expect(seenLines({ ...view, offset: 0, height: 0 })).toEqual({ first: 0, last: 0 })
})

test('some more are drawn above and below, none that is not there, and the kept one wherever it is', () => {
  expect(shownLines({ first: 1, last: 3 }, { count: 100, overscan: 2, kept: -1 })).toEqual([0, 1, 2, 3, 4, 5])
  expect(shownLines({ first: 7, last: 9 }, { count: 10, overscan: 2, kept: 0 })).toEqual([0, 5, 6, 7, 8, 9])
  expect(shownLines({ first: 1, last: 1 }, { count: 100, overscan: 0, kept: 50 })).toEqual([1, 50])
  expect(shownLines({ first: 1, last: 1 }, { count: 2, overscan: 1, kept: 5 })).toEqual([0, 1])
  expect(shownLines({ first: 0, last: 0 }, { count: 0, overscan: 6, kept: 0 })).toEqual([])
})

test('a line comes into view by the shortest way, or into the middle', () => {
  expect(offsetFor(2, 'auto', view)).toBe(60)
  expect(offsetFor(11, 'auto', view)).toBe(305)
  expect(offsetFor(20, 'auto', view)).toBe(530)
  expect(offsetFor(20, 'center', view)).toBe(565)
  expect(offsetFor(0, 'center', view)).toBe(0)
})
