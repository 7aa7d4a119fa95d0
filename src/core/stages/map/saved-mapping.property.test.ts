// What holds of every saved mapping, whatever the headers are called and in which order they stand.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldEntries } from '#core/catalogue/index.ts'
import type { ColumnMatch, Mapping } from '#core/model/mapping.ts'
import { formatTarget } from '#core/model/mapping.ts'
import { noReference } from '#core/model/reference.ts'
import type { SavedMapping } from '#core/model/saved-mapping.ts'
import type { SourceTable } from '#core/model/source.ts'
import { textKey } from '#core/model/text-key.ts'
import { applySaved } from './apply-saved.ts'
import { headerKey } from './header-key.ts'
import { keepMapping } from './keep-mapping.ts'
import { parseMapping, serialiseMapping } from './mapping-file.ts'

const paths = fieldEntries.map(({ path }) => path)
const header = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('Name', 'Email', '__proto__', 'constructor', 'A', 'B', 'Ä b', 'é', 'e\u0301'))
// An empty header is told by its neighbour alone, so it is a question in another order: see apply-saved.test.ts.
const columns = fc.uniqueArray(header.filter((text) => textKey(text) !== ''), { minLength: 1, maxLength: 12, selector: textKey }).chain((headers) =>
  fc.record({ headers: fc.constant(headers), order: fc.shuffledSubarray(headers, { minLength: headers.length }), fields: fc.shuffledSubarray(paths, { minLength: headers.length, maxLength: headers.length }), out: fc.array(fc.constantFrom('field', 'left-out', 'open'), { minLength: headers.length, maxLength: headers.length }) }))

function mappingOf(headers: readonly string[], fields: readonly string[], out: readonly string[]): Mapping {
  const matches = headers.map((text, column): ColumnMatch => {
    const isField = out[column] === 'field'
    return { column, header: text, target: isField ? { field: fields[column] ?? '' } : null, confidence: out[column] === 'open' ? 0 : 1, accepted: isField, reason: 'x' }
  })
  return { version: 1, tables: [{ sheet: null, columns: matches }], fixed: {} }
}

const tableOf = (headers: readonly string[]): SourceTable => ({ file: 'x.csv', sheet: null, headerRow: 1, headers, rows: [] })
const nothing = (headers: readonly string[]): Mapping => mappingOf(headers, [], headers.map(() => 'open'))
const apply = (saved: SavedMapping, headers: readonly string[]) => applySaved(saved, { tables: [tableOf(headers)], proposal: nothing(headers), reference: noReference })
const meaning = (mapping: Mapping): Readonly<Record<string, string>> => Object.fromEntries(mapping.tables.flatMap((table) =>
  table.columns.map(({ header: text, target, accepted, confidence }) => [`_${textKey(text)}`, `${accepted} ${confidence} ${target === null ? '' : formatTarget(target)}`])))

test('saved, written, read and applied to the same headers in any order, every column means what it did', () => {
  fc.assert(fc.property(columns, ({ headers, order, fields, out }) => {
    const mapping = mappingOf(headers, fields, out)
    const read = parseMapping(JSON.parse(serialiseMapping(keepMapping(mapping, { name: null, reference: noReference }), null)))
    if (!read.ok) throw new Error(read.failure.message)
    const applied = apply(read.value, order)
    expect(meaning(applied.mapping)).toEqual(meaning(mapping))
    expect(applied.drift).toEqual([])
    expect(headerKey([tableOf(order)])).toBe(headerKey([tableOf(headers)]))
    // Saving what was applied changes nothing.
    expect(meaning(apply(keepMapping(applied.mapping, { name: null, reference: noReference }), headers).mapping)).toEqual(meaning(mapping))
  }), { numRuns: 150, seed: 3 })
})

test('in another file no column takes a field that the saved mapping does not give to its header', () => {
  fc.assert(fc.property(columns, fc.array(header, { maxLength: 12 }), ({ headers, fields, out }, others) => {
    const mapping = mappingOf(headers, fields, out)
    const given = meaning(mapping)
    const applied = apply(keepMapping(mapping, { name: null, reference: noReference }), [...headers.slice(2), ...others])
    const taken = (applied.mapping.tables[0]?.columns ?? []).filter(({ accepted }) => accepted)
    for (const match of taken) expect(`true 1 ${match.target === null ? '' : formatTarget(match.target)}`).toBe(given[`_${textKey(match.header)}`])
    const targets = taken.map(({ target }) => (target === null ? '' : formatTarget(target)))
    expect(new Set(targets).size).toBe(targets.length)
  }), { numRuns: 150, seed: 5 })
})
