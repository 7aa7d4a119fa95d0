import { expect, test } from 'vitest'
import Papa from 'papaparse'
import { describeFinalLook, isCleanLook } from '#core/model/final-look.ts'
import type { LedgerRow } from '#core/model/prepared.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import type { ReportInput, ReportIssue } from '#core/model/report.ts'
import { buildReport, renderReportCsv, renderReportJson, reportColumns } from './index.ts'

const run = {
  runId: 'run-1', startedAt: '2026-01-05T09:00:00Z', finishedAt: '2026-01-05T09:01:00Z', operator: null,
  target: { name: 'Practice', baseUrl: 'http://127.0.0.1:4010' }, file: { name: 'a.csv', sha256: 'ab' }, planHash: 'cd',
}
const issueBase: ReportIssue = {
  code: 'bad-email', severity: 'error', file: 'a.csv', sheet: null, row: 2, field: null, value: null, message: 'Bad.', customer: null, site: null,
}
const receiptBase: UnitReceipt = { customer: 'A', outcome: 'created', customerId: '10', siteIds: { S1: '20', S2: '21' }, reason: null, attempts: 1 }

interface Line { readonly cells: readonly string[]; readonly bucket: LedgerRow['bucket']; readonly customer: string | null }
const ready = (customer: string, ...cells: readonly string[]): Line => ({ cells: [customer, ...cells], bucket: 'ready', customer })

/** A file with account number, site reference and bank account number; lines from row 2 on. */
function input(lines: readonly Line[], rest: Partial<ReportInput> = {}): ReportInput {
  return {
    run, issues: [], receipts: [],
    tables: [{
      file: 'a.csv', sheet: null, headers: ['Account', 'Site', 'Bank'],
      fields: ['customer.customerAccountNumber', 'site.siteReference', 'site.siteInvoiceDetails.accountNumber'],
      rows: lines.map(({ cells }, index) => ({ row: index + 2, cells })),
    }],
    ledger: lines.map(({ bucket, customer }, index) => ({ table: 0, row: index + 2, bucket, customer })),
    ...rest,
  }
}

test('every outcome of a customer is the bucket of its rows, and the sums agree', () => {
  const outcomes = ['created', 'existing', 'rejected', 'incomplete', 'unknown', 'not-sent'] as const
  const receipts = outcomes.map((outcome, index): UnitReceipt => ({ ...receiptBase, customer: outcome, outcome, attempts: index }))
  const others = (['held', 'existing', 'excluded', 'blank'] as const).map((bucket): Line => ({
    cells: [''], bucket, customer: bucket === 'blank' ? null : `${bucket} before` }))
  const report = buildReport(input([...outcomes.flatMap((outcome) => [ready(outcome), ready(outcome)]), ...others], { receipts }))
  expect(report.rows.map((row) => row.bucket)).toEqual([...outcomes.flatMap((outcome) => [outcome, outcome]), 'held', 'existing', 'excluded', 'blank'])
  expect(report.summary).toMatchObject({
    rows: 16, customers: 9, attempts: 15, sumsAgree: true,
    rowsByBucket: { created: 2, existing: 3, rejected: 2, incomplete: 2, unknown: 2, duplicate: 0, 'not-sent': 2, held: 1, excluded: 1, blank: 1 },
    customersByBucket: { created: 1, existing: 2, rejected: 1, incomplete: 1, unknown: 1, duplicate: 0, 'not-sent': 1, held: 1, excluded: 1, blank: 0 },
  })
})

test('a ready customer without a receipt was not sent', () => {
  const [row] = buildReport(input([ready('A')])).rows
  expect(row).toMatchObject({ bucket: 'not-sent', customerId: null, attempts: 0, reason: expect.stringContaining('Resume') })
})

test('a row gets the ids of the sites it names, all of them when it names none that we know, none when its site cell is empty', () => {
  const { rows } = buildReport(input([ready('A', ' S2 '), ready('A', 's2'), ready('A', '')], { receipts: [receiptBase] }))
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
  const { rows, summary } = buildReport(input([held('A'), held('A'), held(null), held('B')], { issues }))
  expect(rows.map((row) => row.reason)).toEqual([
    'First. Second.', 'Held back with its customer. Row 2: First. Row 2: Second.', 'No account number.',
    'The customer has errors in its data, so none of its rows was sent.',
  ])
  expect(summary).toMatchObject({ errors: 3, warnings: 1, infos: 0 })
})

test('an error of the whole file explains rows that have none of their own', () => {
  const issues = [{ ...issueBase, row: null, message: 'The fixed country is none.' }]
  const [row] = buildReport(input([{ cells: [], bucket: 'held', customer: 'A' }], { issues })).rows
  expect(row?.reason).toBe('The fixed country is none.')
})

test('five sentences stand in a cell, a sixth is counted', () => {
  const reasonOf = (count: number): string | null | undefined => {
    const issues = Array.from({ length: count }, (_, index) => ({ ...issueBase, message: `E${index + 1}.` }))
    return buildReport(input([{ cells: [], bucket: 'held', customer: 'A' }], { issues })).rows[0]?.reason
  }
  expect(reasonOf(5)).toBe('E1. E2. E3. E4. E5.')
  expect(reasonOf(6)).toBe('E1. E2. E3. E4. E5. And 1 more: see the list of issues.')
})

test('a customer skipped by choice says what the issue says', () => {
  const issues = [{ ...issueBase, code: 'customer-exists', severity: 'info' as const, customer: 'A', message: 'The server has A.' }]
  const skipped = (customer: string): Line => ({ cells: [], bucket: 'existing', customer })
  const { rows } = buildReport(input([skipped('A'), skipped('B')], { issues }))
  expect(rows.map((row) => row.reason)).toEqual(['The server has A.', 'Elevate had this customer before the run. It was not touched.'])
})

test('the same row number on two sheets is told apart', () => {
  const table = (sheet: string, row: number) => ({ file: 'a.xlsx', sheet, headers: ['Account'], fields: [null], rows: [{ row, cells: [sheet] }] })
  const report = buildReport({
    run, receipts: [], tables: [table('One', 2), table('Two', 2)],
    issues: [{ ...issueBase, file: 'a.xlsx', sheet: 'Two', message: 'On two.' }],
    ledger: [{ table: 0, row: 2, bucket: 'held', customer: 'A' }, { table: 1, row: 2, bucket: 'held', customer: 'B' }],
  })
  expect(report.rows.map((row) => row.reason)).toEqual(['The customer has errors in its data, so none of its rows was sent.', 'On two.'])
})

test('a customer with a row left out counts where the rest of it went', () => {
  const left: Line = { cells: ['A'], bucket: 'excluded', customer: 'A' }
  const report = buildReport(input([left, ready('A'), left], { receipts: [receiptBase] }))
  expect(report.summary.customersByBucket).toMatchObject({ created: 1, excluded: 0 })
  expect(report.summary.rowsByBucket).toMatchObject({ created: 1, excluded: 2 })
})

test('what does not add up is a bug: a row without ledger, a ledger line without row, a receipt without rows or twice', () => {
  const good = input([ready('A')], { receipts: [receiptBase] })
  expect(() => buildReport(good)).not.toThrow()
  expect(() => buildReport({ ...good, ledger: [] })).toThrow('missing from the ledger')
  expect(() => buildReport({ ...good, ledger: [...good.ledger, { table: 0, row: 9, bucket: 'blank', customer: null }] })).toThrow('does not have')
  expect(() => buildReport({ ...good, receipts: [receiptBase, { ...receiptBase, customer: 'Z' }] })).toThrow('no rows')
  expect(() => buildReport({ ...good, receipts: [receiptBase, receiptBase] })).toThrow('Two receipts')
  expect(() => buildReport({ ...good, ledger: [{ table: 0, row: 2, bucket: 'held', customer: 'A' }] })).toThrow('no rows')
})

test('bank account numbers are masked in cells and in issues unless asked for', () => {
  const issues = [
    { ...issueBase, field: 'site.siteInvoiceDetails.accountNumber', value: '12AB5678', message: '"12AB5678" is odd, and 87654321 differs.' },
    { ...issueBase, field: 'customer.customerAccountNumber', value: '55556666', message: '55556666 is taken.' },
  ]
  const given = input([ready('A', 'S1', '55556666'), ready('A', 'S1', '6666')], { issues })
  const hidden = buildReport(given)
  expect(hidden.rows.map((row) => row.cells)).toEqual([['A', 'S1', '****6666'], ['A', 'S1', '****']])
  expect(hidden.issues.map(({ value, message }) => [value, message])).toEqual([
    ['****5678', '"****5678" is odd, and ****4321 differs.'], ['55556666', '55556666 is taken.'],
  ])
  const shown = buildReport({ ...given, showBankAccounts: true })
  expect(shown.rows[0]?.cells).toEqual(['A', 'S1', '55556666'])
  expect(shown.issues[0]?.value).toBe('12AB5678')
})

test('the JSON form reads back as the report, empty or not', () => {
  for (const report of [buildReport(input([])), buildReport(input([ready('A'), ready('A')], { receipts: [receiptBase], issues: [issueBase] }))]) {
    expect(JSON.parse([...renderReportJson(report)].join(''))).toEqual(report)
  }
})

test('the CSV form quotes every cell, guards formulas and lists the guarded columns', () => {
  const report = buildReport(input([ready('=1+1', 'a"b,\nc', '-5'), ready("'x", '＠x', 'x=1')], { showBankAccounts: true }))
  const text = [...renderReportCsv(report)].join('')
  expect(text.startsWith('\u{FEFF}"Source row","Import outcome"')).toBe(true)
  const [header = [], ...records] = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data
  expect(header.slice(6)).toEqual(['Account', 'Site', 'Bank', 'Columns with an added apostrophe'])
  expect(records.map((record) => record.slice(6))).toEqual([["'=1+1", 'a"b,\nc', "'-5", '7 9'], ["'x", "'＠x", 'x=1', '8']])
})

test('each start of a formula is guarded in CSV, and nothing else is', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    expect([...renderReportCsv(buildReport(input([ready(`${start}x`)])))][1]).toContain(`"'${start}x"`)
  }
  for (const start of ['a', ' =', "'", '"', '0', '(']) {
    expect(Papa.parse<string[]>([...renderReportCsv(buildReport(input([ready(`${start}x`)])))][1] ?? '').data[0]?.[6]).toBe(`${start}x`)
  }
})

test('tables with different columns share one list: a column with the same header stands once, a doubled one twice', () => {
  const report = buildReport({
    run, receipts: [], issues: [],
    tables: [
      { file: 'a.xlsx', sheet: 'One', headers: ['Account', 'Name', 'Name'], fields: [null, null, null], rows: [{ row: 2, cells: ['A', 'n1', 'n2', 'beyond'] }] },
      { file: 'a.xlsx', sheet: 'Two', headers: ['Name', '__proto__', 'Account'], fields: [null, null, null], rows: [{ row: 2, cells: ['n3', 'p', 'A'] }] },
    ],
    ledger: [{ table: 0, row: 2, bucket: 'ready', customer: 'A' }, { table: 1, row: 2, bucket: 'ready', customer: 'A' }],
  })
  const columns = reportColumns(report)
  expect(columns.own).toEqual(['Account', 'Name', 'Name', '', '__proto__'])
  expect(report.rows.map((row) => columns.readOwn(row))).toEqual([['A', 'n1', 'n2', 'beyond', undefined], ['A', 'n3', undefined, undefined, 'p']])
  expect(report.rows.map((row) => columns.outcome[0]?.read(row))).toEqual(['One', 'Two'])
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
