import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli, temporaryFolder } from './support/run-cli.ts'
import { startSandbox, type Sandbox } from './support/sandbox.ts'

const folder = temporaryFolder()
const clean = 'examples/clean.csv'
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.stop())

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Refusal {
  readonly code: 2 | 3
  readonly says: RegExp
  readonly env?: Readonly<Record<string, string>>
}

/** One sentence or two on stderr, no stack, nothing on stdout, the right code. */
async function expectRefusal(args: readonly string[], { code, says, env = {} }: Refusal): Promise<void> {
  const result = await runCli(args, env)
  expect(result.stderr).toMatch(says)
  expect(result.stderr).not.toMatch(/^\s+at /m)
  expect(result.stdout).toBe('')
  expect(result.code).toBe(code)
}

test.each(['inspect', 'map', 'validate', 'import', 'status', 'resume', 'cancel', 'pace', 'report', 'template', 'sandbox'])('%s explains itself', async (command) => {
  const { code, stdout } = await runCli([command, '--help'])
  expect(stdout).toContain('Usage:')
  expect(code).toBe(0)
})

test('an unknown command or option is bad usage', async () => {
  await expectRefusal(['inport', clean], { code: 2, says: /unknown command/ })
  await expectRefusal(['inspect', clean, '--colour'], { code: 2, says: /unknown option/ })
})

test.each([
  ['missing.csv', null, /missing\.csv/],
  ['empty.csv', '', /empty/i],
  ['header-only.csv', 'Account number,Customer name\r\n', /header-only\.csv/],
  ['unclosed.csv', 'Account number,Customer name\n1,"Never closed\n2,Next\n', /line 2/],
  ['nothing.csv', 'Zorb,Quux\n1,2\n', /No column/],
  ['old.xls', Buffer.from('d0cf11e0a1b11ae1000000000000000000000000000000003e000300feff0900', 'hex'), /old\.xls/],
  ['cut.xlsx', Buffer.from('504b0304140000000800', 'hex'), /cut\.xlsx/],
])('%s is unreadable input', async (name, content, says) => {
  const path = content === null ? join(folder, name) : file(name, content)
  await expectRefusal(['validate', path], { code: 2, says })
})

test('a folder is no file', async () => {
  const path = join(folder, 'folder.csv')
  mkdirSync(path)
  await expectRefusal(['inspect', path], { code: 2, says: /folder/ })
})

test('a field that does not exist, or a mapping file that is none, is bad usage', async () => {
  await expectRefusal(['validate', clean, '--set', 'customer.colour=red'], { code: 2, says: /customer\.colour/ })
  await expectRefusal(['validate', clean, '--mapping', file('broken.mapping.json', '{')], { code: 2, says: /mapping/ })
})

test('ragged rows are named, and the run goes on', async () => {
  const { code, stdout } = await runCli(['inspect', file('ragged.csv', 'Account number,Customer name\nA1,Jo,extra\nA2,Flo\n'), '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ code: 'ragged-row', severity: 'error', row: 2 }] })
  expect(code).toBe(1)
})

test('nothing is sent without approval', async () => {
  await expectRefusal(['import', clean], { code: 2, says: /Nothing was sent/, env: sandbox.login })
  await expectRefusal(['import', clean, '--confirm', '7'], { code: 2, says: /Nothing was sent/, env: sandbox.login })
  const { customers } = await sandbox.ledger()
  expect(customers.filter((customer) => !customer.customerAccountNumber.startsWith('PRAC-'))).toEqual([])
})

test('a report that cannot be written is said before anything is sent', async () => {
  await expectRefusal(['import', clean, '--yes', '--report', join(folder, 'nowhere/report.xlsx')], { code: 2, says: /Nothing was sent/, env: sandbox.login })
  await expectRefusal(['import', clean, '--yes', '--report', join(folder, 'report.pdf')], { code: 2, says: /xlsx, .csv or .json/, env: sandbox.login })
})

test('a wrong address, no network and wrong credentials stop before anything is sent', async () => {
  await expectRefusal(['import', clean, '--yes', '--target', 'ftp://example.com'], { code: 2, says: /address/i, env: sandbox.login })
  await expectRefusal(['import', clean, '--yes', '--target', 'http://example.com/v1'], { code: 2, says: /https/i, env: sandbox.login })
  await expectRefusal(['import', clean, '--yes', '--target', 'http://127.0.0.1:1/v1'], { code: 3, says: /reach|connect/i, env: sandbox.login })
  await expectRefusal(['import', clean, '--yes'], { code: 3, says: /user name|password/i, env: { ...sandbox.login, ONBOARDER_PASSWORD: 'wrong' } })
  const wrongPath = sandbox.url.replace('/v1', '/v2')
  await expectRefusal(['import', clean, '--yes', '--target', wrongPath], { code: 2, says: /address/i, env: sandbox.login })
})

test('a password is never an argument', async () => {
  await expectRefusal(['import', clean, '--password', 'practice'], { code: 2, says: /unknown option/ })
})
