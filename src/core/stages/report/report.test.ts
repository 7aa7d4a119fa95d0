import { expect, test } from 'vitest'
import Papa from 'papaparse'
import { describeFinalLook, isCleanLook } from '#core/model/final-look.ts'
import type { LedgerRow } from '#core/model/prepared.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import type { Report, ReportInput, ReportIssue, ReportRow, ReportTable } from '#core/model/report.ts'
import { buildReport, renderReportCsv, renderReportJson, type ReportDocument } from './index.ts'

const run = {
  runId: 'run-1', startedAt: '2026-01-05T09:00:00Z', finishedAt: '2026-01-05T09:01:00Z', operator: null,
  target: { name: 'Practice', baseUrl: 'http://127.0.0.1:4010' }, file: { name: 'a.csv', sha256: 'ab' }, planHash: 'cd', customerLink: null,
}
const issueBase: ReportIssue = {
  code: 'bad-email', severity: 'error', file: 'a.csv', sheet: null, row: 2, field: null, value: null, message: 'Bad.', customer: null, site: null, cell: null, allowed: null,
}
const receiptBase: UnitReceipt = { customer: 'A', outcome: 'created', customerId: '10', siteIds: { S1: '20', S2: '21' }, reason: null, attempts: 1 }

interface Line { readonly cells: readonly string[]; readonly bucket: LedgerRow['bucket']; readonly customer: string | null }
const ready = (customer: string, ...cells: readonly string[]): Line => ({ cells: [customer, ...cells], bucket: 'ready', customer })

const tableBase: ReportTable = {
  file: 'a.csv', sheet: null, headers: ['Account', 'Site', 'Bank'], headerRow: 1, preamble: [], footer: [],
  fields: ['customer.customerAccountNumber', 'site.siteReference', 'site.siteInvoiceDetails.accountNumber'],
}

/** A file with account number, site reference and bank account number; lines from row 2 on. */
function input(lines: readonly Line[], rest: Partial<ReportInput> = {}): ReportInput {
  return { run, issues: [], receipts: [], tables: [tableBase], lines: lines.map((line, index) => ({ table: 0, row: index + 2, ...line })), ...rest }
}
const rowsOf = (report: Report): readonly ReportRow[] => [...report.rows]
const documentOf = (report: Report): ReportDocument => JSON.parse([...renderReportJson(report)].join('')) as ReportDocument

test('every outcome of a customer is the bucket of its rows, and the sums agree', () => {
  const outcomes = ['created', 'existing', 'rejected', 'incomplete', 'unknown', 'not-sent'] as const
  const receipts = outcomes.map((outcome, index): UnitReceipt => ({ ...receiptBase, customer: outcome, outcome, attempts: index }))
  const others = (['held', 'existing', 'excluded', 'blank'] as const).map((bucket): Line => ({
    cells: [''], bucket, customer: bucket === 'blank' ? null : `${bucket} before` }))
  const report = buildReport(input([...outcomes.flatMap((outcome) => [ready(outcome), ready(outcome)]), ...others], { receipts }))
  expect(rowsOf(report).map((row) => row.bucket)).toEqual([...outcomes.flatMap((outcome) => [outcome, outcome]), 'held', 'existing', 'excluded', 'blank'])
  expect(report.summary).toMatchObject({
    rows: 16, customers: 9, attempts: 15, sumsAgree: true,
    rowsByBucket: { created: 2, existing: 3, rejected: 2, incomplete: 2, unknown: 2, duplicate: 0, 'not-sent': 2, held: 1, excluded: 1, blank: 1 },
    customersByBucket: { created: 1, existing: 2, rejected: 1, incomplete: 1, unknown: 1, duplicate: 0, 'not-sent': 1, held: 1, excluded: 1, blank: 0 },
  })
})

test('a ready customer without a receipt was not sent', () => {
  const [row] = rowsOf(buildReport(input([ready('A')])))
  expect(row).toMatchObject({ bucket: 'not-sent', customerId: null, attempts: 0, reason: expect.stringContaining('Resume') })
})

test('a row gets the ids of the sites it names, all of them when it names none that we know, none when its site cell is empty', () => {
  const rows = rowsOf(buildReport(input([ready('A', ' S2 '), ready('A', 's2'), ready('A', '')], { receipts: [receiptBase] })))
  expect(rows.map((row) => row.siteIds)).toEqual([{ S2: '21' }, { S1: '20', S2: '21' }, {}])
  expect(rows.map((row) => row.customerId)).toEqual(['10', '10', '10'])
})

test('a held row says its own errors; one without any says those of its customer with their rows; warnings hold nothing', () => {
  const held = (customer: string | null): Line => ({ cells: [], bucket: 'held', customer })
  const issues = [
    { ...issueBase, row: 2, customer: 'A', message: 'First.' }, { ...issueBase, row: 2, customer: 'A', message: 'Second.' },
    { ...issueBase, row: 3, customer: 'A', severity: 'warning' as const, message: 'Odd.' },
    { ...issueBase, row: 4, customer: null, message: 'No account number.' },
  ]
  const report = buildReport(input([held('A'), held('A'), held(null), held('B')], { issues }))
  expect(rowsOf(report).map((row) => row.reason)).toEqual([
    'First. Second.', 'Held back with its customer. Row 2: First. Row 2: Second.', 'No account number.',
    'The customer has errors in its data, so none of its rows was sent.',
  ])
  expect(report.summary).toMatchObject({ errors: 3, warnings: 1, infos: 0 })
})

test('an error of the whole file explains rows that have none of their own', () => {
  const issues = [{ ...issueBase, row: null, message: 'The fixed country is none.' }]
  const [row] = rowsOf(buildReport(input([{ cells: [], bucket: 'held', customer: 'A' }], { issues })))
  expect(row?.reason).toBe('The fixed country is none.')
})

test('five sentences stand in a cell, a sixth is counted', () => {
  const reasonOf = (count: number): string | null | undefined => {
    const issues = Array.from({ length: count }, (_, index) => ({ ...issueBase, message: `E${index + 1}.` }))
    return rowsOf(buildReport(input([{ cells: [], bucket: 'held', customer: 'A' }], { issues })))[0]?.reason
  }
  expect(reasonOf(5)).toBe('E1. E2. E3. E4. E5.')
  expect(reasonOf(6)).toBe('E1. E2. E3. E4. E5. And 1 more: see the list of issues.')
})

test('a customer skipped by choice says what the issue says', () => {
  const issues = [{ ...issueBase, code: 'customer-exists', severity: 'info' as const, customer: 'A', message: 'The server has A.' }]
  const skipped = (customer: string): Line => ({ cells: [], bucket: 'existing', customer })
  const rows = rowsOf(buildReport(input([skipped('A'), skipped('B')], { issues })))
  expect(rows.map((row) => row.reason)).toEqual(['The server has A.', 'Elevate had this customer before the run. It was not touched.'])
})

test('the same row number on two sheets is told apart', () => {
  const table = (sheet: string): ReportTable => ({ ...tableBase, file: 'a.xlsx', sheet })
  const report = buildReport({
    run, receipts: [], tables: [table('One'), table('Two')],
    issues: [{ ...issueBase, file: 'a.xlsx', sheet: 'Two', message: 'On two.' }],
    lines: [{ table: 0, row: 2, cells: ['A'], bucket: 'held', customer: 'A' }, { table: 1, row: 2, cells: ['B'], bucket: 'held', customer: 'B' }],
  })
  expect(rowsOf(report).map((row) => row.reason)).toEqual(['The customer has errors in its data, so none of its rows was sent.', 'On two.'])
})

test('a customer with a row left out counts where the rest of it went', () => {
  const left: Line = { cells: ['A'], bucket: 'excluded', customer: 'A' }
  const report = buildReport(input([left, ready('A'), left], { receipts: [receiptBase] }))
  expect(report.summary.customersByBucket).toMatchObject({ created: 1, excluded: 0 })
  expect(report.summary.rowsByBucket).toMatchObject({ created: 1, excluded: 2 })
})

test('what does not add up is a bug: a receipt without rows, twice, or for a customer that was not sent', () => {
  const good = input([ready('A')], { receipts: [receiptBase] })
  expect(() => buildReport(good)).not.toThrow()
  expect(() => buildReport({ ...good, receipts: [receiptBase, { ...receiptBase, customer: 'Z' }] })).toThrow('no rows')
  expect(() => buildReport({ ...good, receipts: [receiptBase, receiptBase] })).toThrow('Two receipts')
  expect(() => buildReport({ ...good, lines: [{ table: 0, row: 2, cells: [], bucket: 'held', customer: 'A' }] })).toThrow('no rows')
})

test('bank account numbers are masked in JSON and in issues; the operator\'s own rows come back as they were', () => {
  const issues = [
    { ...issueBase, field: 'site.siteInvoiceDetails.accountNumber', value: '12AB5678', message: '"12AB5678" is odd, and 87654321 differs.' },
    { ...issueBase, field: 'customer.customerAccountNumber', value: '55556666', message: '55556666 is taken.' },
  ]
  const given = input([ready('A', 'S1', '55556666'), ready('A', 'S1', '6666')], { issues })
  const report = buildReport(given)
  expect(documentOf(report).customers[0]?.rows.map((row) => row.cells)).toEqual([['A', 'S1', '****6666'], ['A', 'S1', '****']])
  expect(report.issues.map(({ value, message }) => [value, message])).toEqual([
    ['****5678', '"****5678" is odd, and ****4321 differs.'], ['55556666', '55556666 is taken.'],
  ])
  expect(rowsOf(report)[0]?.cells).toEqual(['A', 'S1', '55556666'])
  expect([...renderReportCsv(report)].join('')).toContain('"55556666"')
})

test('the JSON form has a document for each customer, with its rows wherever they stand, and the rows of no customer', () => {
  const receipts = [receiptBase, { ...receiptBase, customer: 'B', outcome: 'rejected' as const, customerId: null, siteIds: {}, reason: 'No.', attempts: 2 }]
  const lines: readonly Line[] = [ready('A', 'S1'), ready('B', 'S1'), { cells: [''], bucket: 'blank', customer: null }, { cells: ['A'], bucket: 'excluded', customer: 'A' }, ready('A', 'S2')]
  const report = buildReport(input(lines, { receipts, issues: [issueBase], run: { ...run, customerLink: 'https://look.example/{id}?x' } }))
  const { customers, otherRows, issues, ...head } = documentOf(report)
  expect(customers.map(({ rows, ...customer }) => ({ ...customer, rows: rows.map(({ row, state }) => [row, state]) }))).toEqual([
    { customer: 'B', state: 'rejected', reason: 'No.', customerId: null, siteIds: {}, attempts: 2, link: null, rows: [[3, 'rejected']] },
    { customer: 'A', state: 'created', reason: null, customerId: '10', siteIds: { S1: '20', S2: '21' }, attempts: 1, link: 'https://look.example/10?x', rows: [[2, 'created'], [5, 'excluded'], [6, 'created']] },
  ])
  expect(otherRows).toEqual([{ table: 0, row: 4, state: 'blank', reason: 'The row is empty.', siteIds: {}, cells: [''] }])
  expect(issues).toEqual([issueBase])
  const { rows: _rows, issues: _issues, ...rest } = report
  expect(head).toEqual(rest)
})

test('an empty report is JSON too', () => {
  expect(documentOf(buildReport(input([])))).toMatchObject({ customers: [], otherRows: [], issues: [], summary: { rows: 0 } })
})

test('the CSV form has every line where it stood, quotes every cell, guards formulas and lists the guarded columns', () => {
  const tables = [{ ...tableBase, headerRow: 2, preamble: [{ row: 1, cells: ['=Our list'] }], footer: [{ row: 5, cells: ['Total', '2'] }] }]
  const lines = [ready('=1+1', 'a"b,\nc', '-5'), ready("'x", '＠x', 'x=1')].map((line, index) => ({ table: 0, row: index + 3, ...line }))
  const text = [...renderReportCsv(buildReport(input([], { tables, lines })))].join('')
  const records = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data
  expect(text.startsWith('\u{FEFF}"\'=Our list"')).toBe(true)
  const outcome = ['Import outcome', 'Import reason', 'Elevate customer id', 'Elevate site ids', 'Import contacts', 'Requests sent', 'Import run']
  expect(records[1]).toEqual(['Account', 'Site', 'Bank', ...outcome, 'Columns with an added apostrophe'])
  expect(records.map((record) => [...record.slice(0, 4), record.at(-1)])).toEqual([
    ["'=Our list", '', '', '', '1'], ['Account', 'Site', 'Bank', 'Import outcome', 'Columns with an added apostrophe'],
    ["'=1+1", 'a"b,\nc', "'-5", 'Not sent', '1 3'], ["'x", "'＠x", 'x=1', 'Not sent', '2'], ['Total', '2', '', '', ''],
  ])
  expect(new Set(records.map((record) => record.length))).toEqual(new Set([11]))
})

test('each start of a formula is guarded in CSV, and nothing else is', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    expect([...renderReportCsv(buildReport(input([ready(`${start}x`)])))][2]).toContain(`"'${start}x"`)
  }
  for (const start of ['a', ' =', "'", '"', '0', '(']) {
    expect(Papa.parse<string[]>([...renderReportCsv(buildReport(input([ready(`${start}x`)])))][2] ?? '').data[0]?.[0]).toBe(`${start}x`)
  }
})

test('tables with different columns share one list as CSV: a column with the same header stands once, a doubled one twice', () => {
  const report = buildReport({
    run, receipts: [], issues: [],
    tables: [
      { ...tableBase, file: 'a.xlsx', sheet: 'One', headers: ['Account', 'Name', 'Name'], fields: [null, null, null] },
      { ...tableBase, file: 'b.csv', sheet: null, headers: ['Name', '__proto__', 'Account'], fields: [null, null, null] },
    ],
    lines: [{ table: 0, row: 2, cells: ['A', 'n1', 'n2'], bucket: 'ready', customer: 'A' }, { table: 1, row: 2, cells: ['n3', 'p', 'A'], bucket: 'ready', customer: 'A' }],
  })
  const records = Papa.parse<string[]>([...renderReportCsv(report)].join('').slice(1), { skipEmptyLines: true }).data
  expect(records.map((record) => record.slice(0, 7))).toEqual([
    ['Source sheet', 'Source row', 'Account', 'Name', 'Name', '__proto__', 'Import outcome'],
    ['One', '2', 'A', 'n1', 'n2', '', 'Not sent'], ['b.csv', '2', 'A', 'n3', '', 'p', 'Not sent'],
  ])
})

test('the final look says what was looked at, and names what is there twice', () => {
  const audit = { customers: 2, missing: 0, listUnread: null }
  const look = (rest: Partial<ReportInput>): readonly string[] => {
    const { finalLook } = buildReport(input([ready('A')], { audit, ...rest }))
    return finalLook === null ? [] : describeFinalLook(finalLook)
  }
  expect(look({ receipts: [receiptBase] })).toEqual(['2 customers were counted on the server once more, and the list of what was created there since the start was read.', 'None is there more than once.'])
  expect(look({ receipts: [{ ...receiptBase, outcome: 'duplicate', reason: 'Twice.' }] })[1]).toBe('There more than once: A. Look at both there, and end-date the one that is too much.')
  expect(look({ audit: { customers: 1, missing: 1, listUnread: 'No list.' } })).toEqual(['1 customer was counted on the server once more. No list.', 'None is there more than once.', expect.stringMatching(/^1 customer had been confirmed/)])
  expect(look({ audit: { customers: 0, missing: 0, listUnread: null } })).toEqual(['Nothing was sent, so there was nothing to count on the server.'])
  expect([look({ audit: null }), buildReport(input([ready('A')])).finalLook]).toEqual([[], null])
})

test('only a look that saw everything and found nothing is clean', () => {
  const clean = { customers: 3, doubles: [], missing: 0, listUnread: null }
  expect([clean, { ...clean, doubles: ['A'] }, { ...clean, missing: 1 }, { ...clean, listUnread: 'No list.' }].map(isCleanLook)).toEqual([true, false, false, false])
})
