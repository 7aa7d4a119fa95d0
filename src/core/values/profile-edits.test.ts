import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noEdits, withEdits } from '#core/model/edits.ts'
import { profileAfterEdits } from './profile-edits.ts'
import { profileOf, profileTable } from './profile-table.ts'

const texts = ['13/02/2026', '02/13/2026', '01/02/2026', '01/02/26', '45000', '1,5', '1.5', '1,234', 'text', '']
const tableOf = (cells: readonly string[]) => ({ file: 'a.csv', sheet: null, headerRow: 1, headers: ['A', 'B'], rows: cells.map((text, at) => ({ row: at + 2, cells: [text, 'x'] })) })

test('after any way through states of the edits a column says what it says when it is asked for the first time', () => {
  const cells = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 12 })
  const change = fc.record({ place: fc.record({ table: fc.constant(0), row: fc.integer({ min: 2, max: 13 }), column: fc.nat(1) }), text: fc.option(fc.constantFrom(...texts)) })
  fc.assert(fc.property(cells, fc.array(fc.array(change, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), fc.array(fc.nat(6)), (file, steps, way) => {
    const states = [noEdits]
    for (const step of steps) states.push(withEdits(states.at(-1) ?? noEdits, step))
    const table = tableOf(file)
    const profiles = profileTable(table)
    for (const at of [...states.keys(), ...way]) {
      const edits = states[at % states.length] ?? noEdits
      const fresh = tableOf(file)
      const column = { table: 0, column: 0, edits }
      expect(profileAfterEdits(profileOf(profiles, 0), table.rows, column)).toEqual(profileAfterEdits(profileOf(profileTable(fresh), 0), fresh.rows, column))
    }
  }))
})
