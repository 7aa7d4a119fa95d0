// Files as they come, through the built program: each is read right, or what is open is asked and the answer settles it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Delimiter, Encoding } from '#core/model/reading.ts'
import { encode } from './support/encode.ts'
import { inspect, type Inspected } from './support/inspect.ts'
import { runCli, temporaryFolder } from './support/run-cli.ts'

const folder = temporaryFolder()

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'macintosh']
const delimiters: Readonly<Record<string, Delimiter>> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' }
const newlines = { lf: '\n', crlf: '\r\n', cr: '\r' }

interface Made { readonly path: string; readonly encoding: Encoding; readonly delimiter: string; readonly newline: string }

test('six encodings, four delimiters and three line ends are read right or asked about, and never read wrong', async () => {
  mkdirSync(join(folder, 'matrix'))
  const records = [['Account number', 'Customer name', 'Town', 'Note'], ['0001', 'Café Müller', 'Orléans', 'costs 5 €'], ['0002', 'Señor Muñoz', 'Málaga', 'a "word", two; or | three'], ['0003', 'Åse Sørensen', 'Tromsø', 'line one\nline two']]
  const made = encodings.flatMap((encoding) => Object.keys(delimiters).flatMap((delimiter) => Object.keys(newlines).map((newline): Made => {
    const text = records.map((cells) => cells.map((cell) => writeCell(cell, delimiters[delimiter] ?? ',')).join(delimiters[delimiter])).map((line) => `${line}${newlines[newline as keyof typeof newlines]}`).join('')
    // The Norwegian ø stands in all of them; UTF-16 comes with its mark, as programs write it.
    return { path: file(`matrix/${encoding}-${delimiter}-${newline}.csv`, encode(`${encoding.startsWith('utf-16') ? '\ufeff' : ''}${text}`, encoding)), encoding, delimiter, newline }
  })))
  const paths = made.map(({ path }) => path)
  const first = await inspect(...paths)
  const asked = new Set(first.questions.map((question) => question.file))
  expect(new Set(first.questions.map(({ about }) => about))).toEqual(first.questions.length === 0 ? new Set() : new Set(['encoding']))
  for (const { path, ...each } of made) if (!asked.has(nameOf(path))) expectRead(first, { path, ...each }, records)
  // What names its encoding itself, or can be nothing else, is not asked about.
  expect(made.filter(({ path, encoding }) => encoding.startsWith('utf') && asked.has(nameOf(path)))).toEqual([])
  const settled = await inspect(...paths, ...made.flatMap(({ path, encoding }) => ['--encoding', `${nameOf(path)}=${encoding}`]))
  expect(settled.questions).toEqual([])
  for (const each of made) expectRead(settled, each, records)
})

function expectRead(inspected: Inspected, { path, encoding, delimiter, newline }: Made, records: readonly (readonly string[])[]): void {
  const name = nameOf(path)
  const { reading } = inspected.files.find((each) => each.name === name) ?? { reading: null }
  // Where two encodings give the same text, which one is named says nothing.
  expect({ name, ...reading }).toMatchObject({ name, delimiter: delimiters[delimiter], newline: newlines[newline as keyof typeof newlines], ...(encoding.startsWith('utf') ? { encoding } : {}) })
  const table = inspected.tables.find((each) => each.file === name)
  expect({ name, records: [table?.headers, ...(table?.records ?? []).map(({ cells }) => cells)] }).toEqual({ name, records })
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function writeCell(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const data = ['A1,Jo Ltd,Leeds', 'A2,Flo Ltd,York', 'A3,Bo Ltd,Hull', 'A4,Mo Ltd,Ripon']
const header = 'Account number,Customer name,Town'

test('a title above the header and a total below the rows are shown and are no records', async () => {
  const { code, tables } = await inspect(file('title.csv', ['Customers as of 1 March', '', header, ...data, 'Total,4,', ''].join('\r\n')))
  expect(tables).toMatchObject([{
    headerRow: 3, headers: ['Account number', 'Customer name', 'Town'],
    preamble: [{ row: 1, cells: ['Customers as of 1 March'] }, { row: 2 }], footer: [{ row: 8, cells: ['Total', '4', ''] }],
    records: [{ row: 4 }, { row: 5 }, { row: 6 }, { row: 7, cells: ['A4', 'Mo Ltd', 'Ripon'] }],
  }])
  expect(code).toBe(0)
})

test('a header that is repeated on each page is no record, and which rows those are is said', async () => {
  const { code, tables, files } = await inspect(file('pages.csv', [header, ...data.slice(0, 2), header, ...data.slice(2), header, ''].join('\n')))
  expect([code, tables[0]?.repeats, tables[0]?.records.map(({ row }) => row)]).toEqual([0, [4, 7], [2, 3, 5, 6]])
  expect(files[0]?.reading.findings).toContainEqual({ about: 'header', confidence: 1, evidence: 'Rows 4 and 7 repeat the header and are no data.' })
})

test('without a header the first row is data, once the operator says so', async () => {
  const { tables } = await inspect(file('bare.csv', data.join('\n')), '--header-row', 'none')
  expect(tables[0]?.records.map(({ row, cells }) => [row, cells[0]])).toEqual([[1, 'A1'], [2, 'A2'], [3, 'A3'], [4, 'A4']])
  expect(tables[0]?.headers).toHaveLength(3)
})

test('a header of two rows becomes one name for each column', async () => {
  const { tables } = await inspect(file('two.csv', ['Customer,Customer,Site', 'Account number,Name,Town', ...data].join('\n')), '--header-row', '1', '--header-rows', '2')
  expect(tables).toMatchObject([{ headers: ['Customer Account number', 'Customer Name', 'Site Town'], records: [{ row: 3 }, { row: 4 }, { row: 5 }, { row: 6 }] }])
})

test('rows of the end are left out when the operator counts them off', async () => {
  const { tables } = await inspect(file('foot.csv', [header, ...data].join('\n')), '--footer-rows', '1')
  expect(tables).toMatchObject([{ records: [{ row: 2 }, { row: 3 }, { row: 4 }], footer: [{ row: 5, cells: ['A4', 'Mo Ltd', 'Ripon'] }] }])
})

test.each([
  ['carriage returns alone', `${[header, ...data].join('\r')}\r`, '\r'],
  ['mixed line ends', `${header}\r\n${data.slice(0, 2).join('\r\n')}\r\n${data[2]}\n${data[3]}\r\n`, 'mixed'],
])('%s end rows like any other', async (name, text, newline) => {
  const { files, tables } = await inspect(file(`${name}.csv`, text))
  expect(files[0]?.reading).toMatchObject({ newline })
  expect(tables[0]?.records.map(({ cells }) => cells.join(','))).toEqual(data)
})

test('backslashes before quotes are an escape style of their own', async () => {
  const path = file('backslash.csv', [header, 'A1,"Jo \\"The Man\\" Ltd",Leeds', 'A2,"Flo, \\"F\\"",York', 'A3,"C:\\\\",Hull'].join('\n'))
  const { files, tables } = await inspect(path, '--escape', 'backslash')
  expect(files[0]?.reading).toMatchObject({ escape: 'backslash' })
  expect(tables[0]?.records.map(({ cells }) => cells[1])).toEqual(['Jo "The Man" Ltd', 'Flo, "F"', 'C:\\'])
})

test('single quotes hold delimiters when they are the quote character', async () => {
  const { tables } = await inspect(file('single.csv', [header, "A1,'Jo, Flo & Co',Leeds", "A2,'O''Neill, Sons',York"].join('\n')), '--quote', 'single')
  expect(tables[0]?.records.map(({ cells }) => cells[1])).toEqual(['Jo, Flo & Co', "O'Neill, Sons"])
})

test('the delimiter that Excel names in a first line is used, and the line is no row', async () => {
  const { files, tables } = await inspect(file('sep.csv', ['sep=;', header.replaceAll(',', ';'), ...data.map((line) => line.replaceAll(',', ';'))].join('\r\n')))
  expect(files[0]?.reading).toMatchObject({ delimiter: ';' })
  expect(tables[0]?.headers).toEqual(['Account number', 'Customer name', 'Town'])
  expect(tables[0]?.records).toHaveLength(4)
})

test('blank rows keep their number, ragged rows are named', async () => {
  const { code, tables, diagnostics } = await inspect(file('odd.csv', [header, data[0], '', data[1], 'A3,Bo Ltd,Hull,one too many'].join('\n')))
  expect(tables[0]?.records.map(({ row }) => row)).toEqual([2, 3, 4, 5])
  expect(diagnostics).toMatchObject([{ code: 'ragged-row', severity: 'error', row: 5 }])
  expect(code).toBe(1)
})

test('an unclosed quote is an error at the line where it opened', async () => {
  const { code, stdout, stderr } = await runCli(['inspect', file('open.csv', [header, data[0], 'A2,"Flo Ltd,York', ...data.slice(2)].join('\n'))])
  expect(stderr).toMatch(/line 3/)
  expect(stdout).toBe('')
  expect(code).toBe(2)
})

test('inspect says what was decided, why, and what each column holds', async () => {
  const path = file('why.csv', ['Account number,Customer start date,Credit threshold', 'A1,25/01/2024,"1,234.50"', 'A2,02/03/2024,10.00', 'A3,03/04/2024,'].join('\n'))
  const { files, tables } = await inspect(path)
  expect(files[0]?.reading.findings.map(({ about }) => about)).toEqual(expect.arrayContaining(['encoding', 'delimiter', 'newline', 'header']))
  for (const { confidence, evidence } of files[0]?.reading.findings ?? []) {
    expect(confidence).toBeGreaterThan(0)
    expect(evidence).toMatch(/\.$/)
  }
  expect(tables[0]?.perColumn).toMatchObject([
    { letters: 'A', header: 'Account number', filled: 3, distinct: 3, match: { field: 'customer.customerAccountNumber', accepted: true } },
    { letters: 'B', dates: { dayFirst: 1, ambiguous: 2 }, match: { field: 'customer.startDate', dateOrder: 'dmy', dateOrderProven: true } },
    { letters: 'C', filled: 2, numbers: { point: 2 }, match: { field: 'customer.creditThreshold', decimalSign: 'point', decimalSignProven: true } },
  ])
  const { stdout } = await runCli(['inspect', path])
  expect(stdout).toMatch(/delimiter +\d+ %/)
  expect(stdout).toMatch(/B +Customer start date +3 values, 3 different +=.*customer\.startDate/)
  expect(stdout).toMatch(/dates: day first; 1 day first/)
})
