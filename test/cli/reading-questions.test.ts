// What a file leaves open stops every command but `inspect` with exit 2 and names the option that settles it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildXlsx, textRow } from '../support/xlsx-builder.ts'
import { inspect } from './support/inspect.ts'
import { runCli, temporaryFolder } from './support/run-cli.ts'

const folder = temporaryFolder()

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const rows = (...lines: readonly (readonly string[])[]): string => lines.map((cells, index) => textRow(index + 1, cells)).join('')
const sheetXml = (data: string, more: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData>${more}</worksheet>`
const customers = rows(['Account number', 'Customer name', 'Town'], ['A1', 'Jo Ltd', 'Leeds'], ['A2', 'Flo Ltd', 'York'])

interface Open { readonly option: string; readonly value: string; readonly name: string; readonly content: string | Buffer }
const open: readonly Open[] = [
  { option: '--delimiter', value: 'semicolon', name: 'delimiter.csv', content: 'Name;Town,x\nJo;Leeds,y\nFlo;York,z\n' },
  { option: '--encoding', value: 'macintosh', name: 'encoding.csv', content: Buffer.from('Account number,Price\nA1,\xa4\nA2,x\n', 'latin1') },
  { option: '--header-row', value: '2', name: 'header.csv', content: 'North,South,East\nRed,Green,Blue\nLeeds,York,Hull\nCow,Dog,Cat\n' },
  { option: '--sheet', value: 'Old', name: 'sheets.xlsx', content: buildXlsx({ sheets: [{ name: 'New', xml: customers }, { name: 'Old', xml: customers.replace('Leeds', 'Hull') }] }) },
  { option: '--merged-cells', value: 'fill', name: 'merged.xlsx', content: buildXlsx({ sheets: [{ name: 'S', xml: sheetXml(rows(['Account number', 'Customer name', 'Town'], ['A1', 'Jo Ltd', 'Leeds'], ['', 'Flo Ltd', 'York']), '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>') }] }) },
  { option: '--hidden-rows', value: 'skip', name: 'rows.xlsx', content: buildXlsx({ sheets: [{ name: 'S', xml: customers.replace('<row r="3">', '<row r="3" hidden="1">') }] }) },
  { option: '--hidden-columns', value: 'include', name: 'columns.xlsx', content: buildXlsx({ sheets: [{ name: 'S', xml: `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="3" max="3" hidden="1"/></cols><sheetData>${customers}</sheetData></worksheet>` }] }) },
]

test.each(open)('$option is named, and settles what is open', async ({ option, value, name, content }) => {
  const path = file(name, content)
  const { code, stdout, stderr } = await runCli(['validate', path, '--json'])
  expect(code).toBe(2)
  expect(stderr).toContain(option)
  const { failure, exitCode } = JSON.parse(stdout) as { failure: { code: string; questions: { option: string; choices: { preview: string[][] }[] }[] }; exitCode: number }
  expect([failure.code, exitCode]).toEqual(['reading-undecided', 2])
  const question = failure.questions.find((each) => each.option === option)
  // Readings that all show the same would be no choice.
  expect(new Set(question?.choices.map(({ preview }) => JSON.stringify(preview))).size).toBeGreaterThan(1)
  const settled = await inspect(path, option, value)
  expect(settled.questions.filter((each) => each.option === option)).toEqual([])
})

test('inspect shows the likeliest reading with the question below, and ends with 2', async () => {
  const path = file('shown.csv', 'Name;Town,x\nJo;Leeds,y\nFlo;York,z\n')
  const { code, stdout, stderr } = await runCli(['inspect', path])
  expect(code).toBe(2)
  expect(stderr).toMatch(/leaves open how it is meant to be read\. Decide with --delimiter/)
  expect(stdout).toMatch(/Table: header in row 1/)
  // Side by side: both options stand on one line.
  expect(stdout).toMatch(/--delimiter \S+ +\| --delimiter \S+/)
  expect((await inspect(path)).decided).toBe(false)
})

test('an option with a file\'s name before its value is for that file alone', async () => {
  const amber = file('amber.csv', 'Name;Town,x\nJo;Leeds,y\nFlo;York,z\n')
  const blue = file('blue.csv', 'Account number,Site reference\nA1,HQ\nA2,HQ\n')
  expect((await runCli(['validate', amber, blue])).stderr).toContain('"amber.csv=;"')
  const { code, tables } = await inspect(amber, blue, '--delimiter', 'amber.csv=semicolon')
  expect(tables.map(({ headers }) => headers)).toEqual([['Name', 'Town,x'], ['Account number', 'Site reference']])
  expect(code).toBe(0)
})

test.each([['--delimiter', 'colon'], ['--date-order', 'ddmm'], ['--decimal-sign', 'dot'], ['--fill-down', 'maybe']])('%s %s is bad usage and says what the option takes', async (option, value) => {
  const { code, stdout, stderr } = await runCli(['validate', 'examples/clean.csv', `${option}=${value}`])
  expect(stderr).toMatch(new RegExp(`${option} takes`))
  expect(stdout).toBe('')
  expect(code).toBe(2)
})

test('an order of dates and a decimal sign are settled for all open columns or for one', async () => {
  const path = file('formats.csv', 'Account number,Customer start date,Credit threshold\nA1,02/03/2024,"1,234"\nA2,04/05/2024,"5,678"\n')
  const column = async (...args: readonly string[]): Promise<readonly unknown[]> => {
    const { tables } = JSON.parse((await runCli(['map', path, '--json', ...args])).stdout) as { tables: { columns: { dateOrder: unknown; decimalSign: unknown; question: unknown }[] }[] }
    return (tables[0]?.columns ?? []).slice(1).map(({ dateOrder, decimalSign, question }) => [dateOrder ?? decimalSign, question === null])
  }
  expect((await column()).map((each) => (each as readonly unknown[])[1])).toEqual([false, false])
  expect(await column('--date-order', 'mdy', '--decimal-sign', 'Credit threshold=comma')).toEqual([['mdy', true], ['comma', true]])
})
