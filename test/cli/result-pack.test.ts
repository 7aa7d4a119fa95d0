// What comes back from an import, mended in a spreadsheet program and imported again: only what was mended is sent.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installSpreadsheetProgram, typeInto } from '../support/spreadsheet-program.ts'
import { runCli, temporaryFolder, type CliResult } from './support/run-cli.ts'
import { startSandbox, type Sandbox } from './support/sandbox.ts'

const formulas = { 'BRK-001': '=2+3', 'BRK-003': '+44 1632', 'BRK-004': '-7', 'BRK-009': '@SUM(A1)' }
const folder = temporaryFolder()
const source = join(folder, 'broken.csv')
const [result, fix, mended] = ['result.xlsx', 'fix.xlsx', 'mended.xlsx'].map((name) => join(folder, name)) as [string, string, string]
let sandbox: Sandbox
let env: Readonly<Record<string, string>>
let first: CliResult
let firstSent: readonly string[]

const accounts = async (): Promise<readonly string[]> => (await sandbox.ledger()).customers.map(({ customerAccountNumber }) => customerAccountNumber).toSorted()

beforeAll(async () => {
  installSpreadsheetProgram()
  // A second address line that looks like a formula, in customers that are held back for another reason.
  const text = readFileSync('examples/broken.csv', 'utf8')
  writeFileSync(source, Object.entries(formulas).reduce((all, [account, formula]) => all.replace(new RegExp(`^(${account},.*? Chapel Lane),,`, 'm'), `$1,${formula},`), text))
  sandbox = await startSandbox()
  env = { ...sandbox.login, ONBOARDER_HOME: folder, ONBOARDER_CUSTOMER_LINK: 'https://look.example/customers/{id}' }
  first = await runCli(['import', source, '--yes', '--rate', '200', '--report', result, '--fix', fix], env)
  firstSent = await accounts()
}, 400_000)
afterAll(() => sandbox.stop())

interface Read {
  readonly headers: readonly string[]
  readonly cells: (row: number, header: string) => Excel.Cell
  readonly rowOf: (account: string) => number
  readonly sheet: Excel.Worksheet
}

async function read(path: string): Promise<Read> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0] as Excel.Worksheet
  const headers = (sheet.getRow(1).values as string[]).slice(1)
  return { sheet, headers, cells: (row, header) => sheet.getCell(row, headers.indexOf(header) + 1), rowOf: (account) => (sheet.getColumn(1).values as string[]).indexOf(account) }
}

test('the workbook has every row of the file where it stood, and beside it what became of it', async () => {
  expect([first.code, first.stderr]).toEqual([1, expect.stringContaining('What is left to mend is in')])
  const { sheet, headers, cells, rowOf } = await read(result)
  const lines = readFileSync(source, 'utf8').trimEnd().split('\r\n')
  expect(sheet.rowCount).toBe(lines.length)
  expect(headers.slice(0, 2)).toEqual(['Account number', 'Customer name'])
  const created = rowOf(firstSent.find((account) => account.startsWith('BRK')) ?? '')
  expect(cells(created, 'Import outcome').value).toBe('Created')
  const id = cells(created, 'Elevate customer id').text
  expect([id, cells(created, 'Elevate link').value]).toEqual([expect.stringMatching(/^\d+$/), `https://look.example/customers/${id}`])
  expect(cells(rowOf('BRK-001'), 'Import reason').text).toContain('Site name')
  expect(cells(rowOf('BRK-001'), 'Address line 2').value).toBe('=2+3')
})

test('five cells mended in a spreadsheet program and given back: exactly those customers are sent, and what looks like a formula is text', { timeout: 600_000 }, async () => {
  const before = await read(fix)
  const at = (account: string, header: string): string => before.cells(before.rowOf(account), header).address
  expect(JSON.stringify(before.cells(before.rowOf('BRK-008'), 'Customer type').note)).toContain('BUSINESS')
  typeInto(fix, {
    [at('BRK-001', 'Site name')]: 'Main premises', [at('BRK-002', 'Customer name')]: 'Short Ltd', [at('BRK-003', 'Customer start date')]: '2025-02-28',
    [at('BRK-004', 'Payment terms (days)')]: '30', [at('BRK-009', 'Contact email')]: 'accounts9@example.com',
  }, mended)
  const after = await read(mended)
  expect(Object.keys(formulas).map((account) => [account, after.cells(after.rowOf(account), 'Address line 2').value])).toEqual(Object.entries(formulas))

  const { code, stdout, stderr } = await runCli(['import', mended, '--yes', '--rate', '200', '--report', join(folder, 'again.json'), '--fix', join(folder, 'again.xlsx')], env)
  expect([code, stderr]).toEqual([1, expect.stringContaining('Matched as in the import that gave this file back')])
  expect(stdout).toMatch(/Created\s+5 customers/)
  const five = ['BRK-001', 'BRK-002', 'BRK-003', 'BRK-004', 'BRK-009']
  expect(await accounts()).toEqual([...firstSent, ...five].toSorted())
  const stored = (await sandbox.ledger()).customers.filter(({ customerAccountNumber }) => customerAccountNumber in formulas)
  expect(stored.map(({ customerAccountNumber, sites }) => [customerAccountNumber, (sites[0] as unknown as { siteAddress: { address2: string } }).siteAddress.address2])).toEqual(expect.arrayContaining(Object.entries(formulas)))
  expect((await read(join(folder, 'again.xlsx'))).rowOf('BRK-001')).toBe(-1)
})

test('the whole result given back sends nothing: what is there is already there, what is not mended is held', { timeout: 120_000 }, async () => {
  const before = await accounts()
  const { stderr } = await runCli(['import', mended, '--yes', '--rate', '200'], env)
  expect(stderr).toContain('0 ready, 37 held back, 6 already there')
  const whole = await runCli(['import', result, '--yes', '--rate', '200'], env)
  expect([whole.code, whole.stderr]).toEqual([1, expect.stringMatching(/ 0 ready, 37 held back, 22 already there/)])
  expect(await accounts()).toEqual(before)
})

test('where a result cannot be written is said before anything is sent', async () => {
  const { code, stderr } = await runCli(['import', source, '--yes', '--fix', join(folder, 'fix.csv')], env)
  expect([code, stderr]).toEqual([2, expect.stringContaining('.xlsx')])
  const link = await runCli(['import', source, '--yes'], { ...env, ONBOARDER_CUSTOMER_LINK: 'look.example' })
  expect([link.code, link.stderr]).toEqual([2, expect.stringContaining('ONBOARDER_CUSTOMER_LINK')])
  expect(existsSync(join(folder, 'fix.csv'))).toBe(false)
})
