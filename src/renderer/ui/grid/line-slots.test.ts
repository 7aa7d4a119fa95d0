import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownLines } from '../row-window.ts'
import { newLineSlots } from './line-slots.ts'

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** Slots whose elements React moves in the page, as its algorithm for keys says. */
function moved(before: readonly number[], now: readonly number[]): readonly number[] {
  let last = -1
  return now.filter((slot) => {
    const place = before.indexOf(slot)
    if (place < 0) return false
    if (place < last) return true
    last = place
    return false
  })
}

test('all lines of a leap take the slots that are there', () => {
  const slots = newLineSlots()
  const first = slots(range(0, 4))
  expect([...slots(range(1000, 1004)).values()]).toEqual([...first.values()])
  // Downwards with the line that the keyboard is in.
  const far = slots([1002, ...range(2000, 2003)])
  expect([far.get(1002), new Set(far.values())]).toEqual([first.get(2), new Set(first.values())])
  expect(slots([1002, ...range(2000, 2003)])).toBe(far)
})

test('wherever the list is scrolled to, a line that stays keeps its slot and is not moved, and no slot stands for two', () => {
  const views = fc.array(fc.record({ first: fc.nat(60), height: fc.integer({ min: 1, max: 12 }) }), { minLength: 2, maxLength: 12 })
  fc.assert(fc.property(views, fc.nat(70), (all, kept) => {
    const slots = newLineSlots()
    let before = slots([])
    for (const { first, height } of all) {
      const lines = shownLines({ first, last: first + height }, { count: 80, overscan: 3, kept })
      const now = slots(lines)
      expect([[...now.keys()], new Set(now.values()).size]).toEqual([lines, lines.length])
      const staying = lines.filter((line) => before.has(line))
      expect(staying.map((line) => now.get(line))).toEqual(staying.map((line) => before.get(line)))
      const away = new Set(moved([...before.values()], [...now.values()]))
      expect(staying.filter((line) => away.has(now.get(line) ?? -1))).toEqual([])
      before = now
    }
  }))
})
