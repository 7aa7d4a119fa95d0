import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingRows, editOf, editsOfRow, noEdits, withEdits } from './edits.ts'
import { cellKey, type CellPlace } from './place.ts'

const change = fc.record({
  place: fc.record({ table: fc.nat(1), row: fc.oneof(fc.nat(8), fc.nat(2_000)), column: fc.nat(3) }), text: fc.option(fc.constantFrom('a', 'b', '')),
})

test('states hold what a plain map would hold, and none of them changes when the next one is made', () => {
  fc.assert(fc.property(fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 6 }), (steps) => {
    const plain = new Map<string, string>()
    const places = new Map<string, CellPlace>()
    const seen = [{ edits: noEdits, plain: new Map<string, string>() }]
    for (const step of steps) {
      for (const { place, text } of step) {
        places.set(cellKey(place), place)
        if (text === null) plain.delete(cellKey(place))
        else plain.set(cellKey(place), text)
      }
      seen.push({ edits: withEdits(seen.at(-1)?.edits ?? noEdits, step), plain: new Map(plain) })
    }
    for (const state of seen) {
      expect(state.edits.size).toBe(state.plain.size)
      for (const [key, place] of places) expect(editOf(state.edits, place)).toBe(state.plain.get(key))
    }
    const [first, last] = [seen[0], seen.at(-1)]
    if (first === undefined || last === undefined) return
    const rows = [0, 1].flatMap((table) => [...differingRows(first.edits, last.edits, table)].map(({ row }) => `${table}:${row}`))
    expect(new Set(rows)).toEqual(new Set([...last.plain.keys()].map((key) => key.split(':').slice(0, 2).join(':'))))
  }))
})

test('a change shares all that it does not touch', () => {
  const many = withEdits(noEdits, Array.from({ length: 5_000 }, (_, row) => ({ place: { table: 0, row, column: 1 }, text: 'x' })))
  const more = withEdits(many, [{ place: { table: 0, row: 4_000, column: 2 }, text: 'y' }])
  expect([...differingRows(many, more, 0)]).toEqual([{ row: 4_000, before: new Map([[1, 'x']]), now: new Map([[1, 'x'], [2, 'y']]) }])
  expect(editsOfRow(more, { table: 0, row: 1 })).toBe(editsOfRow(many, { table: 0, row: 1 }))
})
