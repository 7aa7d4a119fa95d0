import { expect, test } from 'vitest'
import { newDrawnLines } from './drawn-lines.ts'

test('the first lines are drawn as they are, read or not', () => {
  expect(newDrawnLines()({ first: 0, last: 9 }, false)).toEqual({ first: 0, last: 9 })
})

test('the lines of before stay until those on the screen are read, however often there are others', () => {
  const drawnOf = newDrawnLines()
  const before = drawnOf({ first: 0, last: 9 }, true)
  expect([drawnOf({ first: 100, last: 109 }, false), drawnOf({ first: 200, last: 209 }, false)]).toEqual([before, before])
  expect(drawnOf({ first: 200, last: 209 }, true)).toEqual({ first: 200, last: 209 })
})
