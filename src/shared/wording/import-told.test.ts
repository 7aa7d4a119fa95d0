import { expect, test } from 'vitest'
import { importEnded } from './import-told.ts'

const counts = { total: 25, created: 20, existing: 3 }

test('an end is told with its numbers, a stop with what to do', () => {
  expect(importEnded({ state: 'finished' }, counts)).toEqual({ title: 'The import has ended', body: '23 of 25 customers are in Elevate. The report says what became of each row.' })
  expect(importEnded({ state: 'stopped' }, null)).toEqual({ title: 'The import has stopped before its end', body: 'Nothing is lost: open the window to read why, and resume it.' })
})

test('what the operator did himself is not told', () => {
  expect(importEnded({ state: 'cancelled' }, counts)).toBe(null)
  expect(importEnded({ state: 'closed' }, counts)).toBe(null)
})
