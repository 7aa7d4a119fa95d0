import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { SourceRow } from '#core/model/source.ts'
import { newStagingTable, openStagedRows } from './staged-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-staging-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newTable = () => newStagingTable(join(folder, `t${files++}`))

const text = fc.oneof(fc.constant(''), fc.string(), fc.constantFrom('é', 'é€😀', '\x1e', '\x1f', '\n', '\ud800', '00123'))
const anyRow = fc.record({ cells: fc.array(text, { maxLength: 6 }), marks: fc.option(fc.constant({ 1: 'number' as const }), { nil: undefined }) })

function numbered(found: readonly { cells: string[]; marks: { 1: 'number' } | undefined }[]): readonly SourceRow[] {
  return found.map(({ cells, marks }, index) => (marks === undefined ? { row: index * 2 + 5, cells } : { row: index * 2 + 5, cells, marks }))
}

test('rows come back as they were, in any order, while they are staged and from another handle', () => {
  fc.assert(fc.property(fc.array(anyRow, { maxLength: 600 }), fc.array(fc.nat(700), { maxLength: 40 }), (found, order) => {
    const rows = numbered(found)
    const table = newTable()
    for (const row of rows) table.add(row)
    for (const index of order) expect(table.rows.at(index)).toEqual(rows[index])
    const { rows: staged } = table.finish()
    const opened = openStagedRows(table.describe())
    expect([...staged]).toEqual(rows)
    expect([...opened.rows]).toEqual(rows)
    for (const index of order) expect(opened.rows.at(index)).toEqual(rows[index])
    opened.close()
    table.close()
  }), { numRuns: 40 })
})

test('the file is its owner\'s alone, and profiles come with the rows', () => {
  const table = newTable()
  table.add({ row: 2, cells: ['a', '13/02/2026'] })
  const { columns, rows } = table.finish()
  expect(columns.map(({ filled, dates }) => [filled, dates.dayFirst])).toEqual([[1, 0], [1, 1]])
  expect([rows.length, rows.at(1)]).toEqual([1, undefined])
  expect(statSync(table.describe().path).mode & 0o777).toBe(0o600)
  table.close()
})
