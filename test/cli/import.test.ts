import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { runCli, startCli, temporaryFolder } from './support/run-cli.ts'
import { startSandbox, type Ledger, type Sandbox } from './support/sandbox.ts'
import { until } from '../support/until.ts'

const clean = 'examples/clean.csv'
const open: Sandbox[] = []
afterEach(() => {
  for (const sandbox of open.splice(0)) sandbox.stop()
})

async function freshSandbox(args: readonly string[] = []): Promise<Sandbox> {
  const sandbox = await startSandbox(args)
  open.push(sandbox)
  return sandbox
}

interface Request { readonly customer: string; readonly kind: string; readonly body: string }

/** What the plan promises, by account number: its sites with the number of contacts each. */
async function promised(): Promise<Map<string, string[]>> {
  const { stdout } = await runCli(['validate', clean, '--json', '--requests'])
  const { plan } = JSON.parse(stdout) as { plan: { requests: Request[] } }
  const customers = new Map<string, string[]>()
  for (const { customer, kind, body } of plan.requests) {
    const sent = JSON.parse(body) as { sites: { siteReference: string; siteContacts: unknown[] }[] } & { siteReference: string; siteContacts: unknown[] }
    const sites = kind === 'create-customer' ? sent.sites : [sent]
    customers.set(customer, [...(customers.get(customer) ?? []), ...sites.map(siteText)].toSorted())
  }
  return customers
}

const siteText = (site: { siteReference: string; siteContacts: readonly unknown[] }): string => `${site.siteReference}: ${site.siteContacts.length} contacts`

function held(ledger: Ledger): Map<string, string[]> {
  const imported = ledger.customers.filter((customer) => !customer.customerAccountNumber.startsWith('PRAC-'))
  // One entry for each customer as it stands: a double would be there twice.
  expect(new Set(imported.map((customer) => customer.customerAccountNumber)).size).toBe(imported.length)
  return new Map(imported.map((customer) => [customer.customerAccountNumber, customer.sites.map(siteText).toSorted()]))
}

test('the clean example goes into the practice server with a report in all three forms', async () => {
  const folder = temporaryFolder()
  for (const name of ['report.xlsx', 'report.csv', 'report.json']) {
    const { code, stdout, stderr } = await runCli(['import', clean, '--practice', '--yes', '--rate', '200', '--report', join(folder, name)])
    expect(stderr).toMatch(/Dry run [0-9a-f]{12}/)
    expect(stdout).toMatch(/Created\s+25 customers/)
    expect(code).toBe(0)
    expect(existsSync(join(folder, name))).toBe(true)
  }
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { summary: { rows: number; sumsAgree: boolean }; customers: { rows: unknown[] }[]; otherRows: unknown[] }
  expect(report.summary.sumsAgree).toBe(true)
  expect([...report.customers.flatMap(({ rows }) => rows), ...report.otherRows]).toHaveLength(report.summary.rows)
})

test('a second import of the same file creates nothing: held back, or skipped by choice', async () => {
  const sandbox = await freshSandbox()
  expect((await runCli(['import', clean, '--yes', '--rate', '200'], sandbox.login)).code).toBe(0)
  const before = held(await sandbox.ledger())
  expect((await runCli(['import', clean, '--yes', '--rate', '200'], sandbox.login)).code).toBe(1)
  expect((await runCli(['import', clean, '--yes', '--rate', '200', '--skip-existing'], sandbox.login)).code).toBe(0)
  expect(held(await sandbox.ledger())).toEqual(before)
})

const faults = [
  { fault: 'throttle', retryAfter: 1 }, { fault: 'unavailable', retryAfter: 1 }, { fault: 'error-not-applied' }, { fault: 'error-applied' },
  { fault: 'drop-not-applied' }, { fault: 'drop-applied' }, { fault: 'cut-applied' }, { fault: 'slow', delayMs: 1500 }, { fault: 'unauthorised' },
]

test.each(faults)('every customer is there exactly once after $fault on creates', async (fault) => {
  const sandbox = await freshSandbox()
  // The second customer and the third site request meet it.
  await sandbox.faults([{ endpoint: 'POST /customers', skip: 1, ...fault }, { endpoint: 'POST /sites', skip: 2, ...fault }])
  const { code, stderr } = await runCli(['import', clean, '--yes', '--rate', '200'], sandbox.login)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(code).toBe(0)
  expect(held(await sandbox.ledger())).toEqual(await promised())
})

test('killed half way and resumed: every customer is there exactly once', async () => {
  const sandbox = await freshSandbox(['--latency', '30'])
  const env = { ...sandbox.login, ONBOARDER_HOME: temporaryFolder() }
  const { child, result } = startCli(['import', clean, '--yes', '--rate', '15'], env)
  await until(async () => held(await sandbox.ledger()).size >= 4)
  child.kill('SIGKILL')
  await result
  const halfWay = held(await sandbox.ledger()).size
  expect(halfWay).toBeLessThan(25)

  const status = JSON.parse((await runCli(['status', '--json'], env)).stdout) as { runs: { state: string; resumable: boolean }[] }
  expect(status.runs).toMatchObject([{ state: 'interrupted', resumable: true, next: ['resume', 'cancel', 'report'] }])
  const resumed = await runCli(['resume', '--rate', '200', '--report', join(env.ONBOARDER_HOME, 'report.json'), '--json'], env)
  expect(resumed.code).toBe(0)
  expect(JSON.parse(resumed.stdout)).toMatchObject({ state: 'finished', summary: { sumsAgree: true } })
  expect(held(await sandbox.ledger())).toEqual(await promised())
})

test('Ctrl-C stops with exit 3, and resume ends it', async () => {
  const sandbox = await freshSandbox(['--latency', '30'])
  const env = { ...sandbox.login, ONBOARDER_HOME: temporaryFolder() }
  const { child, result } = startCli(['import', clean, '--yes', '--rate', '10'], env)
  await until(async () => held(await sandbox.ledger()).size >= 4)
  child.kill('SIGINT')
  const stopped = await result
  expect(stopped.stderr).toMatch(/onboarder resume/)
  expect(stopped.code).toBe(3)
  expect((await runCli(['report'], env)).code).toBe(3)
  expect((await runCli(['resume', '--rate', '200'], env)).code).toBe(0)
  expect((await runCli(['report'], env)).code).toBe(0)
  expect(held(await sandbox.ledger())).toEqual(await promised())
})

test('the broken example lists what is wrong, and its good customers still go', async () => {
  const { code, stdout } = await runCli(['import', 'examples/broken.csv', '--practice', '--yes', '--rate', '200', '--json'])
  expect(code).toBe(1)
  const { summary } = JSON.parse(stdout) as { summary: { sumsAgree: boolean; rowsByBucket: Record<string, number> } }
  expect(summary.sumsAgree).toBe(true)
  expect(summary.rowsByBucket['created']).toBeGreaterThan(0)
  expect(summary.rowsByBucket['held']).toBeGreaterThan(0)
})
