// What can be done with a run from another process: seen, stopped, changed in its pace, given up for good.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { runCli, startCli, temporaryFolder } from './support/run-cli.ts'
import { startSandbox, type Sandbox } from './support/sandbox.ts'
import { until } from '../support/until.ts'

// Where a run has to be under way still when something is done to it, it is slow enough for commands that take seconds to start.

const clean = 'examples/clean.csv'
const open: Sandbox[] = []
afterEach(() => {
  for (const sandbox of open.splice(0)) sandbox.stop()
})

interface Bench { readonly sandbox: Sandbox; readonly env: Readonly<Record<string, string>> & { readonly ONBOARDER_HOME: string } }

async function bench(args: readonly string[] = ['--latency', '20']): Promise<Bench> {
  const sandbox = await startSandbox(args)
  open.push(sandbox)
  return { sandbox, env: { ...sandbox.login, ONBOARDER_HOME: temporaryFolder() } }
}

async function accounts({ sandbox }: Bench): Promise<readonly string[]> {
  const { customers } = await sandbox.ledger()
  return customers.map(({ customerAccountNumber }) => customerAccountNumber).filter((account) => !account.startsWith('PRAC-'))
}

interface Status {
  readonly runId: string
  readonly state: string
  readonly holder: { readonly shell: string; readonly pid: number } | null
  readonly left: number
  readonly open: number
  readonly next: readonly string[]
  readonly pace: { readonly requestsPerSecond: number; readonly lanes: number }
  readonly counts: Readonly<Record<string, number>>
}

async function status(env: Bench['env']): Promise<readonly Status[]> {
  return (JSON.parse((await runCli(['status', '--json'], env)).stdout) as { runs: Status[] }).runs
}

interface Ended { readonly state: string; readonly exitCode: number; readonly summary: { readonly customersByBucket: Readonly<Record<string, number>>; readonly sumsAgree: boolean } }
const ended = (stdout: string): Ended => JSON.parse(stdout) as Ended

test('a run that is going on elsewhere is seen, made slower, and stopped; then it can be resumed', async () => {
  const at = await bench()
  const { child, result } = startCli(['import', clean, '--yes', '--rate', '5'], at.env)
  await until(async () => (await accounts(at)).length >= 1)
  const [going] = await status(at.env)
  expect(going).toMatchObject({ state: 'running', holder: { shell: 'command line', pid: child.pid }, next: ['cancel', 'pace'], pace: { requestsPerSecond: 5, lanes: 4 } })

  const pace = await runCli(['pace', '--rate', '1', '--lanes', '2', '--json'], at.env)
  expect([pace.code, JSON.parse(pace.stdout)]).toMatchObject([0, { pace: { requestsPerSecond: 1, lanes: 2 } }])
  expect((await status(at.env))[0]?.pace).toEqual({ requestsPerSecond: 1, lanes: 2 })
  const text = await runCli(['status'], at.env)
  expect(text.stdout).toMatch(/running .*\n\s+sent by the command line \(process \d+ on .+\n\s+\d+ left/)

  const cancelled = await runCli(['cancel', '--json'], at.env)
  expect(cancelled.code).toBe(0)
  expect(ended(cancelled.stdout)).toMatchObject({ state: 'stopped', summary: { sumsAgree: true } })
  const sender = await result
  expect(sender.code).toBe(3)
  const there = await accounts(at)
  expect(there.length).toBeLessThan(25)
  expect((await runCli(['pace', '--rate', '5'], at.env)).code).toBe(2)

  expect((await runCli(['resume', '--rate', '200'], at.env)).code).toBe(0)
  const all = await accounts(at)
  expect([all.length, new Set(all).size]).toEqual([25, 25])
  expect((await status(at.env))[0]).toMatchObject({ state: 'finished', left: 0, next: ['report'] })
})

/** An import killed while the create of one customer, applied by the server, has no answer yet. */
async function killedWithOneOpen(at: Bench): Promise<void> {
  await at.sandbox.faults([{ endpoint: 'POST /customers', skip: 4, fault: 'slow', delayMs: 60_000 }])
  const { child, result } = startCli(['import', clean, '--yes', '--rate', '100', '--lanes', '1'], at.env)
  await until(async () => (await status(at.env))[0]?.counts['created'] === 4 && ((await status(at.env))[0]?.open ?? 0) === 1)
  child.kill('SIGKILL')
  await result
}

test('given up for good: what is open is looked up, the rest is not sent, and the frozen requests are gone', async () => {
  const at = await bench()
  await killedWithOneOpen(at)
  expect((await status(at.env))[0]).toMatchObject({ state: 'interrupted', left: 21, open: 1 })
  const there = (await accounts(at)).length
  expect(there).toBeGreaterThanOrEqual(4)

  // Without the server it cannot be known: refused, and left as it was.
  const refused = await runCli(['cancel'], { ...at.env, ONBOARDER_PASSWORD: 'wrong' })
  expect([refused.code, refused.stderr]).toEqual([3, expect.stringMatching(/looked up first/)])
  expect((await status(at.env))[0]).toMatchObject({ state: 'interrupted', left: 21, open: 1 })

  const closed = await runCli(['cancel', '--json'], at.env)
  expect(closed.code).toBe(0)
  const { state, summary } = ended(closed.stdout)
  expect([state, summary.sumsAgree]).toEqual(['closed', true])
  expect(summary.customersByBucket).toMatchObject({ created: there, 'not-sent': 25 - there, unknown: 0 })
  expect((await accounts(at)).length).toBe(there)
  expect((await status(at.env))[0]).toMatchObject({ state: 'closed', left: 0, open: 0, next: ['report'] })
  expect((await runCli(['resume'], at.env)).code).toBe(2)
  const report = await runCli(['report', '--json'], at.env)
  expect(report.code).toBe(1)
  expect(report.stdout).toContain('The import was cancelled before this customer was sent.')
  for (const file of ['journal.sqlite', 'journal.sqlite-wal']) expect(bytesOf(at.env.ONBOARDER_HOME, file)).not.toContain('"customerType"')
})

function bytesOf(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'latin1')
  } catch {
    return ''
  }
}

test('given up without asking the server: what is open is unknown', async () => {
  const at = await bench()
  await killedWithOneOpen(at)
  at.sandbox.stop()
  const closed = await runCli(['cancel', '--offline', '--json'], at.env)
  expect(closed.code).toBe(1)
  expect(ended(closed.stdout)).toMatchObject({ state: 'closed', summary: { sumsAgree: true, customersByBucket: { created: 4, unknown: 1, 'not-sent': 20 } } })
})

test('with several unfinished runs none is given up that was not named', async () => {
  const at = await bench()
  for (const brand of ['practice', 'practice']) {
    const { child, result } = startCli(['import', clean, '--yes', '--rate', '4', '--brand', brand], at.env)
    const before = (await status(at.env)).length
    await until(async () => (await status(at.env)).length > before)
    child.kill('SIGKILL')
    await result
  }
  expect(await runCli(['cancel'], at.env)).toMatchObject({ code: 2, stderr: expect.stringMatching(/Name one/) })
  const [newest] = await status(at.env)
  expect((await runCli(['cancel', newest?.runId ?? ''], at.env)).code).toBe(0)
  expect((await status(at.env)).map(({ state }) => state)).toEqual(['closed', 'interrupted'])
})

test('TERM finishes the request under way and leaves a run that is stopped, not interrupted', async () => {
  const at = await bench(['--latency', '100'])
  const { child, result } = startCli(['import', clean, '--yes', '--rate', '8'], at.env)
  await until(async () => (await accounts(at)).length >= 2)
  child.kill('SIGTERM')
  expect((await result).code).toBe(3)
  expect((await status(at.env))[0]).toMatchObject({ state: 'stopped', open: expect.any(Number) })
  expect((await runCli(['resume', '--rate', '200'], at.env)).code).toBe(0)
  const all = await accounts(at)
  expect([all.length, new Set(all).size]).toEqual([25, 25])
})

test('a process that stood still for some seconds goes on, and sends nothing twice', async () => {
  const at = await bench()
  const { child, result } = startCli(['import', clean, '--yes', '--rate', '30'], at.env)
  await until(async () => (await accounts(at)).length >= 3)
  child.kill('SIGSTOP')
  await new Promise((resolve) => setTimeout(resolve, 6_500))
  child.kill('SIGCONT')
  expect((await result).code).toBe(0)
  const all = await accounts(at)
  expect([all.length, new Set(all).size]).toEqual([25, 25])
})

test('a run that has ended is deleted with its data, one that has not is kept', async () => {
  const at = await bench()
  expect((await runCli(['import', clean, '--yes', '--rate', '200'], at.env)).code).toBe(0)
  const [run] = await status(at.env)
  const forgotten = await runCli(['forget', run!.runId, '--json'], at.env)
  expect(JSON.parse(forgotten.stdout)).toEqual({ runId: run!.runId, forgotten: true })
  expect(await status(at.env)).toEqual([])
  expect((await runCli(['report', run!.runId, '--json'], at.env)).code).toBe(2)
  // What is on the server still keeps everybody from being sent twice.
  const again = await runCli(['import', clean, '--yes', '--skip-existing'], at.env)
  expect(again.stderr).toContain('the server has every customer of this file already')
  expect(await accounts(at)).toHaveLength(25)
})

test('the same file once more explains itself, and one changed cell is one customer', async () => {
  const at = await bench(['--latency', '0'])
  expect((await runCli(['import', clean, '--yes', '--rate', '200'], at.env)).code).toBe(0)
  const again = await runCli(['import', clean, '--yes', '--rate', '200', '--skip-existing'], at.env)
  expect(again.stderr).toMatch(/This file was imported, begun on .* as run .*: 25 of 25 customers created/)
  expect(again.stderr).toMatch(/Nothing to send/)
  expect(again.code).toBe(0)

  const edited = join(temporaryFolder(), 'clean.csv')
  const [first] = await accounts(at)
  writeFileSync(edited, readFileSync(clean, 'utf8').replaceAll(new RegExp(`^${first ?? ''},`, 'gm'), 'NEW-0001,'))
  const changed = await runCli(['import', edited, '--yes', '--rate', '200', '--skip-existing', '--json'], at.env)
  expect(changed.stderr).not.toMatch(/This file was imported/)
  expect(ended(changed.stdout).summary.customersByBucket).toMatchObject({ created: 1, existing: 24 })
})

test('the same customers in two imports at once: the second is refused, and later finds them', async () => {
  const at = await bench()
  const { result } = startCli(['import', clean, '--yes', '--rate', '4'], at.env)
  await until(async () => (await accounts(at)).length >= 1)
  const copy = join(temporaryFolder(), 'again.csv')
  copyFileSync(clean, copy)
  const second = await runCli(['import', copy, '--yes', '--skip-existing', '--rate', '200'], at.env)
  expect(second).toMatchObject({ code: 3, stderr: expect.stringMatching(/is being imported at this moment/) })
  expect(second.stderr).toMatch(/is under way/)
  expect(await status(at.env)).toHaveLength(1)
  expect((await runCli(['pace', '--rate', '200'], at.env)).code).toBe(0)
  expect((await result).code).toBe(0)
  const later = await runCli(['import', copy, '--yes', '--skip-existing', '--rate', '200'], at.env)
  expect(later).toMatchObject({ code: 0, stderr: expect.stringMatching(/Nothing to send/) })
  const all = await accounts(at)
  expect([all.length, new Set(all).size]).toEqual([25, 25])
})

test('a run is resumed only from its own file, where that is named', async () => {
  const at = await bench()
  const file = join(temporaryFolder(), 'customers.csv')
  copyFileSync(clean, file)
  const { child, result } = startCli(['import', file, '--yes', '--rate', '8'], at.env)
  await until(async () => (await accounts(at)).length >= 2)
  child.kill('SIGKILL')
  await result
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n`)
  expect(await runCli(['resume', '--file', file], at.env)).toMatchObject({ code: 2, stderr: expect.stringMatching(/other contents/) })
  expect(await runCli(['resume', '--file', join(file, 'none')], at.env)).toMatchObject({ code: 2, stderr: expect.stringMatching(/cannot be read/) })
  // The journal is what is sent: neither the changed file nor none at all is in the way of it.
  expect((await runCli(['resume', '--file', clean, '--rate', '200'], at.env)).code).toBe(0)
  expect(new Set(await accounts(at)).size).toBe(25)
})
