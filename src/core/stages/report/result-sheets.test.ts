import { expect, test } from 'vitest'
import { addedHeadings } from '#core/model/added-columns.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import type { ReportInput, ReportIssue, ReportLine, ReportTable } from '#core/model/report.ts'
import { buildReport, fixSheets, resultSheets } from './index.ts'

const run = {
  runId: 'run-1', startedAt: '2026-01-05T09:00:00Z', finishedAt: '2026-01-05T09:01:00Z', operator: null,
  target: { name: 'Practice', baseUrl: 'http://127.0.0.1:4010' }, file: { name: 'a.xlsx', sha256: 'ab' }, planHash: 'cd', customerLink: null,
}
const table: ReportTable = {
  file: 'a.xlsx', sheet: 'Customers', headers: ['Account', 'Email', 'Type'], headerRow: 3, preamble: [{ row: 1, cells: ['Our customers'] }], footer: [{ row: 9, cells: ['Total 3'] }],
  fields: ['customer.customerAccountNumber', 'siteContact[1].contactEmailAddress', 'customer.customerType'],
}
const created: UnitReceipt = { customer: 'A', outcome: 'created', customerId: '10', siteIds: { S1: '20' }, reason: null, attempts: 1 }
const lines: readonly ReportLine[] = [
  { table: 0, row: 4, cells: ['A', 'a@x.example', 'BUSINESS'], bucket: 'ready', customer: 'A' },
  { table: 0, row: 5, cells: ['', '', ''], bucket: 'blank', customer: null },
  { table: 0, row: 6, cells: ['B', 'b at x', ''], bucket: 'held', customer: 'B', edits: { 2: 'RESIDENTIAL' } },
  { table: 0, row: 7, cells: ['B', '', ''], bucket: 'excluded', customer: 'B' },
  { table: 0, row: 8, cells: ['C', 'c@x.example', 'BUSINESS'], bucket: 'ready', customer: 'C' },
]
const refused: UnitReceipt = { customer: 'C', outcome: 'rejected', customerId: null, siteIds: {}, reason: 'The server says no.', attempts: 1 }
const issue: ReportIssue = {
  code: 'bad-email', severity: 'error', file: 'a.xlsx', sheet: 'Customers', row: 6, field: 'siteContact.contactEmailAddress', value: 'b at x', message: '"b at x" is not an email address.',
  customer: 'B', site: null, cell: 'B6', allowed: null,
}
const input = (rest: Partial<ReportInput> = {}): ReportInput => ({ run, tables: [table], lines, issues: [issue], receipts: [created, refused], ...rest })

test('the workbook comes back with every line where it stood, what was read in it, and the outcome to the right', () => {
  const [sheet] = resultSheets(buildReport(input()), [])
  expect([sheet?.name, sheet?.headerRow, sheet?.ownWidth]).toEqual(['Customers', 3, 3])
  const shown = [...sheet?.lines() ?? []].map(({ row, look, cells }) => [row, look, ...cells])
  expect(shown).toEqual([
    [1, 'loose', 'Our customers', '', ''],
    [3, 'header', 'Account', 'Email', 'Type', 'Import outcome', 'Import reason', 'Elevate customer id', 'Elevate site ids', 'Import contacts', 'Requests sent', 'Import run'],
    [4, 'row', 'A', 'a@x.example', 'BUSINESS', 'Created', '', '10', 'S1: 20', 'Created with its customer or site', 1, 'run-1'],
    [5, 'row', '', '', '', 'Blank', 'The row is empty.', '', '', '', 0, 'run-1'],
    [6, 'row', 'B', 'b at x', '', 'Held back', '"b at x" is not an email address.', '', '', '', 0, 'run-1'],
    [7, 'row', 'B', '', '', 'Left out', 'You left this row out.', '', '', '', 0, 'run-1'],
    [8, 'row', 'C', 'c@x.example', 'BUSINESS', 'Rejected', 'The server says no.', '', '', '', 1, 'run-1'],
    [9, 'loose', 'Total 3', '', ''],
  ])
})

test('a header that was repeated among the rows stands where it stood, with our headings, so that it is known as one again', () => {
  const repeated = [{ ...table, preamble: [], headerRow: 1, repeats: [2, 3, 7, 9, 11], footer: [{ row: 10, cells: ['Total 3'] }] }]
  const [sheet] = resultSheets(buildReport(input({ tables: repeated, lines: lines.filter(({ row }) => row !== 7) })), [])
  const shown = [...sheet?.lines() ?? []]
  expect(shown.map(({ row, look }) => `${row} ${look}`)).toEqual(['1 header', '2 loose', '3 loose', '4 row', '5 row', '6 row', '7 loose', '8 row', '9 loose', '10 loose', '11 loose'])
  expect(shown[6]?.cells).toEqual(shown[0]?.cells)
})

test('a link stands beside a customer only where somebody said where customers are looked at', () => {
  const [sheet] = resultSheets(buildReport(input({ run: { ...run, customerLink: 'https://look.example/{id}' } })), [])
  const [, header, first, , held] = [...sheet?.lines() ?? []]
  const at = header?.cells.indexOf('Elevate link') ?? -1
  expect([first?.cells[at], held?.cells[at]]).toEqual(['https://look.example/10', ''])
})

test('what is left to mend: rows of customers that are not finished, as they stand now, with a note at each bad cell', () => {
  const [sheet] = fixSheets(buildReport(input()))
  expect([...sheet?.lines() ?? []].map(({ row, cells, notes }) => [row, cells, [...notes ?? []]])).toEqual([
    [1, ['Account', 'Email', 'Type', 'What to do', 'Source row', 'Import run'], []],
    [2, ['B', 'b at x', 'RESIDENTIAL', '"b at x" is not an email address.', 6, 'run-1'], [[1, '"b at x" is not an email address.']]],
    [3, ['C', 'c@x.example', 'BUSINESS', 'The server says no. Elevate refused the customer. Nothing was created; correct it and import it again.', 8, 'run-1'], []],
  ])
})

test('a note says what may stand there, all sentences of a cell, and is at the cell of the field where none is named', () => {
  const missing: ReportIssue = { ...issue, code: 'required-missing', field: 'customer.customerType', cell: null, message: 'Type is missing.', allowed: 'BUSINESS, RESIDENTIAL' }
  const warning: ReportIssue = { ...issue, severity: 'warning', cell: 'A6', message: 'Odd.' }
  const twice: ReportIssue = { ...issue, message: 'It is too long as well.' }
  const [sheet] = fixSheets(buildReport(input({ issues: [issue, missing, warning, twice] })))
  expect([...[...sheet?.lines() ?? []][1]?.notes ?? []]).toEqual([[1, '"b at x" is not an email address.\nIt is too long as well.'], [2, 'Type is missing. Possible: BUSINESS, RESIDENTIAL.']])
})

test('a row that could not be read for sure says so, in a column that holds it until somebody has looked', () => {
  const stray: ReportIssue = { ...issue, code: 'stray-quote', cell: null, field: null, message: 'A quote too many.' }
  const [sheet] = fixSheets(buildReport(input({ issues: [stray] })))
  expect([...sheet?.lines() ?? []].map(({ cells }) => cells[4])).toEqual(['Check first', 'Look at this row, then clear this cell', ''])
  const whole = [...resultSheets(buildReport(input({ issues: [stray] })), [])[0]?.lines() ?? []]
  expect(whole.map(({ cells }) => cells[5])).toEqual([undefined, 'Check first', '', '', 'Look at this row, then clear this cell', '', '', undefined])
})

test('nothing is left to mend when every customer is finished', () => {
  expect(fixSheets(buildReport(input({ lines: lines.slice(0, 2), receipts: [created], issues: [] })))).toEqual([])
})

test('a workbook that was given back before loses its old outcome and gets the new one', () => {
  const headers = ['Account', addedHeadings.whatToDo, 'Email', addedHeadings.run, addedHeadings.state]
  const again = { ...table, headers, fields: [null, null, null, null, null], preamble: [], footer: [], headerRow: 1 }
  const report = buildReport(input({ tables: [again], issues: [], receipts: [created], lines: [{ table: 0, row: 2, cells: ['A', 'Mend it.', 'a@x.example', 'run-0', 'Held back'], bucket: 'ready', customer: 'A' }] }))
  const [header, row] = [...resultSheets(report, [])[0]?.lines() ?? []]
  expect(header?.cells.slice(0, 3)).toEqual(['Account', 'Email', 'Import outcome'])
  expect(row?.cells).toEqual(['A', 'a@x.example', 'Created', '', '10', 'S1: 20', '', 1, 'run-1'])
})

test('sheets are named as they were, or after their file, each once and as a workbook allows', () => {
  const named = (...given: readonly (readonly [string, string | null])[]): readonly string[] =>
    resultSheets(buildReport(input({ tables: given.map(([file, sheet]) => ({ ...table, file, sheet })), lines: [], issues: [], receipts: [] })), ['Import summary']).map(({ name }) => name)
  expect(named(['a.csv', null], ['b.xlsx', 'A'], ['c.xlsx', 'a'], ['import summary.csv', null])).toEqual(['a', 'A (2)', 'a (3)', 'import summary (2)'])
  expect(named([`${'x'.repeat(40)}.csv`, null], ['a[1]:b?.csv', null], ['.csv', null])).toEqual(['x'.repeat(31), 'a 1  b', 'Rows'])
})
