import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LedgerRow } from '#core/model/prepared.ts'
import { type Report, type ReportInput, bucketWords, reportBuckets } from '#core/model/report.ts'
import { buildReport, renderReportJson } from '#core/stages/report/index.ts'
import { explainWriteError, replaceFile } from './replace-file.ts'
import { writeReport } from './report-files.ts'
import { cleanCell } from './workbook-sheet.ts'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'onboarder-report-')) })
afterAll(async () => { await rm(folder, { recursive: true }) })

function reportOf(lines: readonly { cells: readonly string[]; bucket: LedgerRow['bucket'] }[], rest: Partial<ReportInput> = {}): Report {
  return buildReport({
    run: {
      runId: 'run-1', startedAt: '2026-01-05T09:00:00Z', finishedAt: '2026-01-05T09:01:00Z', operator: 'Pat',
      target: { name: 'Practice', baseUrl: 'http://127.0.0.1:4010' }, file: { name: 'a.csv', sha256: 'ab' }, planHash: 'cd',
    },
    tables: [{ file: 'a.csv', sheet: null, headers: ['Account', 'Note'], fields: ['customer.customerAccountNumber', null], rows: lines.map(({ cells }, index) => ({ row: index + 2, cells })) }],
    ledger: lines.map(({ bucket, cells }, index) => ({ table: 0, row: index + 2, bucket, customer: bucket === 'blank' ? null : cells[0] ?? null })),
    issues: [], receipts: [],
    ...rest,
  })
}

async function readBack(path: string): Promise<Excel.Workbook> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.readFile(path)
  return workbook
}

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\n=1', '＝1', "'x", '=HYPERLINK("http://x.example")']

test('a workbook holds the summary, all rows, a sheet for each bucket with rows, and the issues', async () => {
  const path = join(folder, 'a.xlsx')
  const report = reportOf([{ cells: ['0012', 'a'], bucket: 'ready' }, { cells: ['B', 'b'], bucket: 'held' }, { cells: ['', ''], bucket: 'blank' }], {
    receipts: [{ customer: '0012', outcome: 'created', customerId: '9007199254740993', siteIds: { S: '7' }, reason: null, attempts: 1 }],
    issues: [{ code: 'bad-email', severity: 'error', file: 'a.csv', sheet: null, row: 3, field: null, value: null, message: 'Mend it.', customer: 'B', site: null }],
  })
  expect(await writeReport(report, path)).toEqual({ ok: true, value: { path } })
  const workbook = await readBack(path)
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Summary', 'All rows', 'Created', 'Held back', 'Blank', 'Issues'])
  const all = workbook.getWorksheet('All rows')!
  expect((all.getRow(1).values as string[]).slice(1)).toEqual(['Source row', 'Import outcome', 'Import reason', 'Elevate customer id', 'Elevate site ids', 'Requests sent', 'Account', 'Note'])
  expect((all.getRow(2).values as string[]).slice(1)).toEqual([2, 'Created', undefined, '9007199254740993', 'S: 7', 1, '0012', 'a'])
  expect(all.getCell('C3').value).toBe('Mend it.')
  expect(all.rowCount).toBe(4)
  expect(all.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
  expect(workbook.getWorksheet('Issues')!.getCell('H2').value).toBe('Mend it.')
  const summary = workbook.getWorksheet('Summary')!.getSheetValues() as unknown[][]
  expect(summary.find((row) => row?.[1] === 'Total')?.slice(2, 4)).toEqual([3, 2])
})

test('no cell of a workbook is a formula, whatever it starts with, and every text comes back as it was', async () => {
  const path = join(folder, 'formulas.xlsx')
  const report = reportOf(formulas.map((text) => ({ cells: [text, text], bucket: 'excluded' as const })))
  expect((await writeReport(report, path)).ok).toBe(true)
  const workbook = await readBack(path)
  const all = workbook.getWorksheet('All rows')!
  expect(formulas.map((_, index) => all.getRow(index + 2).getCell(7).value)).toEqual(formulas)
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => expect([Excel.ValueType.String, Excel.ValueType.Number]).toContain(cell.type)))
})

test('a bucket title is a sheet name that Excel accepts', () => {
  for (const bucket of reportBuckets) expect(bucketWords[bucket].title).toMatch(/^[\w ]{1,25}$/)
})

test('text that a workbook cannot hold as it is goes escaped, replaced or shortened with a note', () => {
  expect(cleanCell('_x0041_')).toBe('_x005F_x0041_')
  expect(cleanCell('_x004_')).toBe('_x004_')
  expect(cleanCell('a\r\nb\0\u{85}')).toBe('a_x000D_\nb\u{FFFD}\u{85}')
  expect(cleanCell('\u{D800}x😀')).toBe('\u{FFFD}x😀')
  expect(cleanCell('x'.repeat(32_767))).toBe('x'.repeat(32_767))
  expect(String(cleanCell('x'.repeat(32_768)))).toHaveLength(32_767)
  expect(String(cleanCell('x'.repeat(32_768)))).toContain('too long for a cell')
})

test('CSV and JSON are written as rendered, the ending in any case; another ending is bad usage', async () => {
  const report = reportOf([{ cells: ['é', 'x'], bucket: 'excluded' }])
  await writeReport(report, join(folder, 'a.JSON'))
  expect(await readFile(join(folder, 'a.JSON'), 'utf8')).toBe([...renderReportJson(report)].join(''))
  await writeReport(report, join(folder, 'a.csv'))
  expect([...(await readFile(join(folder, 'a.csv'))).subarray(0, 4)]).toEqual([0xEF, 0xBB, 0xBF, 0x22])
  expect(await writeReport(report, join(folder, 'a.pdf'))).toMatchObject({ ok: false, failure: { code: 'bad-usage' } })
})

test('a report larger than the buffer is whole', async () => {
  const report = reportOf(Array.from({ length: 5000 }, (_, index) => ({ cells: [`A${index}`, 'n'.repeat(100)], bucket: 'excluded' as const })))
  await writeReport(report, join(folder, 'large.json'))
  expect(JSON.parse(await readFile(join(folder, 'large.json'), 'utf8'))).toEqual(report)
})

test('a failed write says so, keeps the old file and leaves nothing half written', async () => {
  const inside = join(folder, 'keep')
  await mkdir(inside)
  await writeFile(join(inside, 'old.csv'), 'old')
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
  const result = await replaceFile(join(inside, 'old.csv'), async (temporary) => { await writeFile(temporary, 'half'); throw full })
  expect(result).toMatchObject({ ok: false, failure: { code: 'disk-full', message: expect.stringContaining('old.csv') } })
  expect(await readdir(inside)).toEqual(['old.csv'])
  expect(await readFile(join(inside, 'old.csv'), 'utf8')).toBe('old')
})

test('a folder that does not exist is named for each form', async () => {
  for (const ending of ['xlsx', 'csv', 'json']) {
    const result = await writeReport(reportOf([]), join(folder, 'nowhere', `a.${ending}`))
    expect(result).toMatchObject({ ok: false, failure: { code: 'cannot-write', message: expect.stringContaining('folder does not exist') } })
  }
})

test('a folder of that name is an answer; an error the system did not make is a bug', async () => {
  await mkdir(join(folder, 'taken.csv'))
  expect(await writeReport(reportOf([]), join(folder, 'taken.csv'))).toMatchObject({ ok: false, failure: { code: 'cannot-write' } })
  expect(explainWriteError(Object.assign(new Error('x'), { code: 'EBUSY' }), 'a').message).toContain('Close it')
  expect(explainWriteError(Object.assign(new Error('x'), { code: 'EIO' }), 'a').message).toContain('EIO')
  expect(() => explainWriteError(new TypeError('bug'), 'a')).toThrow('bug')
  expect(() => explainWriteError(Object.assign(new TypeError('bug'), { code: 'ERR_INVALID_ARG_TYPE' }), 'a')).toThrow('bug')
})
