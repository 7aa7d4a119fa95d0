import { expect, test } from 'vitest'
import { issue } from '#core/model/issue.ts'
import type { Source } from '#core/model/source.ts'
import { describeIssue } from './describe-issue.ts'

const source: Source = {
  file: 'book.xlsx', sizeBytes: 1, sha256: '', files: [], questions: [], issues: [],
  tables: [{ file: 'book.xlsx', sheet: 'Sites', headerRow: 1, headers: ['A/C', ' '], rows: [] }],
}

test('a cell is named by sheet, row, header and letters', () => {
  const record = describeIssue(issue({ code: 'bad-country', severity: 'error', place: { table: 0, row: 7, column: 0 }, field: 'site.siteAddress.country', value: 'Utopia', customer: 'A1', site: 'S1', related: [{ table: 0, row: 9, column: 1 }, { table: 0, row: 10 }] }), source)
  expect(record).toMatchObject({
    code: 'bad-country', severity: 'error', file: 'book.xlsx', sheet: 'Sites', row: 7, column: 'A/C', cell: 'A7', field: 'site.siteAddress.country', value: 'Utopia', customer: 'A1', site: 'S1',
    related: [{ row: 9, cell: 'B9' }, { row: 10, cell: null }],
  })
  expect(record.message).toContain('"Utopia"')
})

test('a column without a header is named by its letters', () => {
  expect(describeIssue(issue({ code: 'cell-error', severity: 'error', place: { table: 0, row: 2, column: 1 } }), source).column).toBe('B')
})

test('a whole row has no column and no cell', () => {
  expect(describeIssue(issue({ code: 'no-site', severity: 'error', place: { table: 0, row: 2 } }), source)).toMatchObject({ row: 2, column: null, cell: null })
})

test('an issue of no row still names the file', () => {
  expect(describeIssue(issue({ code: 'not-a-date', severity: 'error', value: 'soon' }), source)).toMatchObject({ file: 'book.xlsx', sheet: null, row: null, column: null, cell: null })
})
