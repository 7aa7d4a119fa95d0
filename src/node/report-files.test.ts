import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LedgerRow } from '#core/model/prepared.ts'
import type { Report, ReportInput, ReportIssue, ReportTable } from '#core/model/report.ts'
import { buildReport, renderReportJson } from '#core/stages/report/index.ts'
import { explainWriteError, replaceFile } from './replace-file.ts'
import { readSource } from './read-source.ts'
import { writeFix, writeReport } from './report-files.ts'
import { cleanCell } from './workbook-sheet.ts'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'onboarder-report-')) })
afterAll(async () => { await rm(folder, { recursive: true }) })

function reportOf(lines: readonly { cells: readonly string[]; bucket: LedgerRow['bucket'] }[], rest: Partial<ReportInput> = {}): Report {
  return buildReport({
    run: {
      runId: 'run-1', startedAt: '2026-01-05T09:00:00Z', finishedAt: '2026-01-05T09:01:00Z', operator: 'Pat',
      target: { name: 'Practice', baseUrl: 'http://127.0.0.1:4010' }, file: { name: 'a.csv', sha256: 'ab' }, planHash: 'cd', customerLink: null,
    },
    tables: [{ file: 'a.csv', sheet: null, headers: ['Account', 'Note'], fields: ['customer.customerAccountNumber', null], headerRow: 1, preamble: [], footer: [] }],
    lines: lines.map(({ bucket, cells }, index) => ({ table: 0, row: index + 2, cells, bucket, customer: bucket === 'blank' ? null : cells[0] ?? null })),
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

const issue: ReportIssue = { code: 'bad-email', severity: 'error', file: 'a.csv', sheet: null, row: 3, field: null, value: null, message: 'Mend it.', customer: 'B', site: null, cell: 'B3', allowed: null }
const lines = [{ cells: ['0012', 'a'], bucket: 'ready' }, { cells: ['B', 'b'], bucket: 'held' }, { cells: ['', ''], bucket: 'blank' }] as const
const mixed = (): Report => reportOf(lines, {
  receipts: [{ customer: '0012', outcome: 'created', customerId: '9007199254740993', siteIds: { S: '7' }, reason: null, attempts: 1 }], issues: [issue],
})

test('a workbook holds the rows as they stood with their outcome, and a sheet each for the sum and the issues', async () => {
  const path = join(folder, 'a.xlsx')
  expect(await writeReport(mixed(), path)).toEqual({ ok: true, value: { path } })
  const workbook = await readBack(path)
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['a', 'Import summary', 'Import issues'])
  const all = workbook.getWorksheet('a')!
  expect((all.getRow(1).values as string[]).slice(1)).toEqual(['Account', 'Note', 'Import outcome', 'Import reason', 'Elevate customer id', 'Elevate site ids', 'Import contacts', 'Requests sent', 'Import run'])
  expect((all.getRow(2).values as string[]).slice(1)).toEqual(['0012', 'a', 'Created', undefined, '9007199254740993', 'S: 7', undefined, 1, 'run-1'])
  expect([all.getCell('D3').value, all.getCell('C3').fill, all.rowCount]).toEqual(['Mend it.', expect.objectContaining({ fgColor: { argb: 'FFFBE5D6' } }), 4])
  expect(all.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
  expect(workbook.getWorksheet('Import issues')!.getCell('H2').value).toBe('Mend it.')
  const summary = workbook.getWorksheet('Import summary')!.getSheetValues() as unknown[][]
  expect(summary.find((row) => row?.[1] === 'Total')?.slice(2, 4)).toEqual([3, 2])
})

test('a workbook of what is left to mend has the row, what to do, and a coloured cell with a note', async () => {
  const path = join(folder, 'fix.xlsx')
  expect(await writeFix(mixed(), path)).toEqual({ ok: true, value: { path } })
  const sheet = (await readBack(path)).worksheets[0]!
  expect((sheet.getRow(1).values as string[]).slice(1)).toEqual(['Account', 'Note', 'What to do', 'Source row', 'Import run'])
  expect((sheet.getRow(2).values as unknown[]).slice(1)).toEqual(['B', 'b', 'Mend it.', 3, 'run-1'])
  const bad = sheet.getCell('B2')
  expect([JSON.stringify(bad.note), bad.fill, bad.numFmt, sheet.getCell('A2').note, sheet.rowCount]).toEqual([expect.stringContaining('Mend it.'), expect.objectContaining({ fgColor: { argb: 'FFFFC7CE' } }), '@', undefined, 2])
})

test('nothing is written when nothing is left to mend, nor under another ending', async () => {
  expect(await writeFix(reportOf([{ cells: ['A'], bucket: 'excluded' }]), join(folder, 'none.xlsx'))).toEqual({ ok: true, value: null })
  expect(await writeFix(mixed(), join(folder, 'none.csv'))).toMatchObject({ ok: false, failure: { code: 'bad-usage' } })
  expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([])
})

test('a line stands in the row it stood in, however far down', async () => {
  const path = join(folder, 'far.xlsx')
  await writeReport(reportOf([], { lines: [{ table: 0, row: 5000, cells: ['A'], bucket: 'excluded', customer: 'A' }] }), path)
  const sheet = (await readBack(path)).getWorksheet('a')!
  expect([sheet.getCell('A1').value, sheet.getCell('A5000').value, sheet.actualRowCount]).toEqual(['Account', 'A', 2])
})

test('a workbook of several sheets comes back without a question, and without the sheets about the whole', async () => {
  const table = (sheet: string): ReportTable => ({ file: 'a.xlsx', sheet, headers: ['Account', 'Town'], fields: ['customer.customerAccountNumber', null], headerRow: 1, preamble: [], footer: [] })
  const held = (index: number, row: number) => ({ table: index, row, cells: [`C${row}`, '=1+1'], bucket: 'held' as const, customer: `C${row}` })
  const report = reportOf([], { tables: [table('One'), table('Two')], lines: [held(0, 2), held(0, 3), held(1, 2), held(1, 3)], issues: [issue] })
  for (const [name, write] of [['several.xlsx', writeReport], ['several-fix.xlsx', writeFix]] as const) {
    await write(report, join(folder, name))
    const source = await readSource(join(folder, name))
    if (!source.ok) throw new Error(source.failure.message)
    expect([source.value.questions, source.value.tables.map(({ sheet, rows, headers }) => [sheet, rows.length, headers[0], rows.at(0)?.cells[1]])]).toEqual([[], [['One', 2, 'Account', '=1+1'], ['Two', 2, 'Account', '=1+1']]])
  }
})

test('no cell of a workbook is a formula, whatever it starts with, and every text comes back as it was', async () => {
  const path = join(folder, 'formulas.xlsx')
  const report = reportOf(formulas.map((text) => ({ cells: [text, text], bucket: 'excluded' as const })))
  expect((await writeReport(report, path)).ok).toBe(true)
  const workbook = await readBack(path)
  const all = workbook.getWorksheet('a')!
  expect(formulas.map((_, index) => all.getRow(index + 2).getCell(1).value)).toEqual(formulas)
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => expect([Excel.ValueType.String, Excel.ValueType.Number]).toContain(cell.type)))
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
  const read = JSON.parse(await readFile(join(folder, 'large.json'), 'utf8')) as { customers: { customer: string }[] }
  expect(read.customers.map(({ customer }) => customer)).toEqual(Array.from({ length: 5000 }, (_, index) => `A${index}`))
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
