// One plan is sent once, whoever starts it how often; and what the window knows of runs that others send.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli, startCli } from '../cli/support/run-cli.ts'
import { startSandbox, type Sandbox } from '../cli/support/sandbox.ts'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { accounts, importHalfWay, planExample, planOpenFile, signIn } from './importing.ts'
import { until } from '../support/until.ts'
import { changedExample, dropFile, keepPicture, project, targetUrl } from './support.ts'

let home: string
let sandbox: Sandbox
let app: LaunchedApp
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'onboarder-runs-'))
  sandbox = await startSandbox(['--latency', '60'])
  app = await launchApp({ home })
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
  sandbox.stop()
})

interface Status { readonly runId: string; readonly state: string; readonly counts: Readonly<Record<string, number>> }
async function runs(): Promise<readonly Status[]> {
  const { stdout } = await runCli(['status', '--json'], { ONBOARDER_HOME: home })
  return (JSON.parse(stdout) as { runs: Status[] }).runs
}

interface Answer { readonly ok: boolean; readonly value?: unknown; readonly failure?: { readonly code: string } }
const call = (name: string, input: unknown): Promise<Answer> => app.window.evaluate(`window.bridge.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`)
async function value<Value>(name: string, input: unknown): Promise<Value> {
  const answer = await call(name, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`)
  return answer.value as Value
}

/** As the page does it, by messages alone. */
async function plannedByMessages(): Promise<{ readonly sourceId: string; readonly planHash: string }> {
  const { token } = await value<{ token: string }>('files.example', { name: 'clean' })
  const { sourceId } = await value<{ sourceId: string }>('source.open', { files: [{ token, decisions: {} }] })
  await value('source.ready', { sourceId })
  const { planHash } = await value<{ planHash: string }>('run.dryRun', { sourceId, skipExisting: false, requestsPerSecond: 50, lanes: 4 })
  return { sourceId, planHash }
}

test('a dry run may be started once: replayed messages are refused, at the same time and later', async () => {
  await app.window.getByRole('button', { name: /^Practice/ }).waitFor()
  const { sourceId, planHash } = await plannedByMessages()
  expect(await call('run.start', { sourceId, planHash: 'another', confirm: null })).toMatchObject({ ok: false, failure: { code: 'plan-changed' } })
  const start = { sourceId, planHash, confirm: null }
  const answers = await Promise.all([call('run.start', start), call('run.start', start), call('run.start', start)])
  expect(answers.map((answer) => answer.failure?.code ?? 'started').toSorted()).toEqual(['not-confirmed', 'not-confirmed', 'started'])
  expect(await call('run.start', start)).toMatchObject({ ok: false, failure: { code: 'not-confirmed' } })
  expect(await runs()).toHaveLength(1)
})

test('a dry run made in practice starts nothing on another server, whatever is typed', async () => {
  await app.window.getByRole('button', { name: /^Practice/ }).waitFor()
  const { sourceId, planHash } = await plannedByMessages()
  await value('target.connect', { kind: 'live', baseUrl: sandbox.url, brand: 'practice', username: 'operator', password: 'practice' })
  expect(await call('run.start', { sourceId, planHash, confirm: '25' })).toMatchObject({ ok: false, failure: { code: 'plan-changed' } })
  expect([await accounts(sandbox), await runs()]).toEqual([[], []])
})

test('a plan of practice is planned anew for a live server, and asks for its number', async () => {
  const { window } = app
  await planExample(window)
  await signIn(window, sandbox)
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('textbox', { name: 'Type 25 to confirm' }).waitFor()
  expect(await window.getByRole('button', { name: 'Import 25 customers' }).isDisabled()).toBe(true)
})

test('a double click is one import', async () => {
  const { window } = app
  await planExample(window)
  await window.getByRole('button', { name: 'Import 25 customers' }).dblclick()
  const server = await targetUrl(window)
  await window.getByText('Every customer of the plan is there').waitFor()
  expect(await runs()).toHaveLength(1)
  expect((await accounts({ url: server })).length).toBe(25)
})

test('a second start of the program shows the window that is there', async () => {
  await app.app.evaluate(({ app: electron }) => {
    electron.on('second-instance', () => { (globalThis as unknown as { second: boolean }).second = true })
  })
  const second = spawn(process.env['ONBOARDER_ELECTRON'] ?? '', ['--no-sandbox', '--disable-gpu', project], { env: { ...process.env, ONBOARDER_HOME: home }, stdio: 'ignore' })
  await new Promise((resolve) => second.once('exit', resolve))
  expect(await app.app.evaluate(() => (globalThis as unknown as { second?: boolean }).second)).toBe(true)
  expect(await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('speed and the number at a time are changed while the import goes on', async () => {
  const { window } = app
  await importHalfWay(window, sandbox)
  await window.getByText('at most 10 requests per second').waitFor()
  await window.getByRole('button', { name: 'Faster' }).click()
  await window.getByText('at most 20 requests per second').waitFor()
  await window.getByRole('button', { name: 'More' }).click()
  await window.getByText('5 customers at a time').waitFor()
  // And from the command line, which the window shows; also while it is paused.
  await window.getByRole('button', { name: 'Pause' }).click()
  expect((await runCli(['pace', '--rate', '50'], { ONBOARDER_HOME: home })).code).toBe(0)
  await window.getByText('at most 50 requests per second').waitFor()
  await window.getByRole('button', { name: 'Go on' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
})

test('an import of the window is stopped from the command line', async () => {
  const { window } = app
  await importHalfWay(window, sandbox)
  expect(await runCli(['cancel', '--json'], { ONBOARDER_HOME: home })).toMatchObject({ code: 0, stdout: expect.stringContaining('"stopped"') })
  await window.getByText('The import was cancelled').waitFor()
  await window.getByRole('button', { name: 'Resume' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
  const all = await accounts(sandbox)
  expect([all.length, new Set(all).size]).toEqual([25, 25])
})

test('an import of the command line is seen and stopped in the window, and given up for good there', async () => {
  const { window } = app
  const { result } = startCli(['import', 'examples/clean.csv', '--yes', '--rate', '4'], { ...sandbox.login, ONBOARDER_HOME: home })
  const list = window.getByRole('region', { name: 'Imports that have not ended' })
  await list.getByText('on the command line').waitFor()
  await until(async () => (await accounts(sandbox)).length >= 1)
  await list.getByRole('button', { name: 'Stop clean.csv' }).click()
  await list.getByText('stopped').waitFor()
  expect((await result).code).toBe(3)
  const there = (await accounts(sandbox)).length

  await signIn(window, sandbox)
  await list.getByRole('button', { name: /^Cancel for good.* clean\.csv$/ }).click()
  await window.getByText(`${25 - there} customers will not be sent`).waitFor()
  await window.getByRole('button', { name: 'Cancel for good', exact: true }).click()
  await window.getByText('The import was cancelled for good').waitFor()
  expect(await window.getByRole('button', { name: 'Resume' }).count()).toBe(0)
  expect(await runs()).toMatchObject([{ state: 'closed', counts: { created: there, 'not-sent': 25 - there } }])
  expect((await accounts(sandbox)).length).toBe(there)
})

test('the same file once more is explained before it is approved', async () => {
  const { window } = app
  await planExample(window)
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
  const [first] = await runs()
  await window.getByRole('button', { name: 'Start another import' }).click()
  await window.getByRole('button', { name: 'A clean file' }).click()
  await planOpenFile(window)
  await window.getByText(new RegExp(`This file was imported, begun on .* as run ${first?.runId}: 25 of 25 customers created`)).waitFor()
  await window.getByText('No customer is ready').waitFor()
  expect(await window.getByRole('button', { name: /^Import \d/ }).isDisabled()).toBe(true)
})

test('a changed file is compared with its last import, and what was kept of that one can be deleted', async () => {
  const { window } = app
  await dropFile(window, changedExample('customers.csv', (rows) => rows))
  await planOpenFile(window)
  expect(await window.getByRole('region', { name: 'What you approve' }).innerText()).toMatch(/Into\s+Practice server\s[^]*Plan code [0-9a-f]{12}/)
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
  await window.getByRole('button', { name: 'Start another import' }).click()
  // The first customer is gone, and another one is new.
  await dropFile(window, changedExample('customers.csv', ([headers = [], ...rows]) => {
    const first = rows[0]?.[0]
    const last = rows.at(-1)?.[0]
    return [headers, ...rows.filter(([account]) => account !== first).map(([account = '', ...rest]) => [account === last ? 'NEW-1' : account, ...rest])]
  }))
  await planOpenFile(window)
  const since = window.getByRole('region', { name: 'Since the last import of this file' })
  await since.waitFor()
  expect(await since.getByRole('row').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/New in the file\s+1\s+NEW-1/), expect.stringMatching(/Not compared.*\s+23/), expect.stringMatching(/Sent then, no longer in the file\s+2\s+\S+, \S+/)]))
  await window.getByRole('button', { name: 'Back' }).click()
  await window.reload()
  // The file is opened once more from the list of imports, without being looked for.
  await window.getByRole('button', { name: 'Open again customers.csv' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await window.reload()
  await window.getByRole('button', { name: 'Delete the data of customers.csv' }).click()
  await window.getByRole('button', { name: 'Delete', exact: true }).click()
  await window.getByText('Imports you have run are listed here').waitFor()
  expect(await runs()).toEqual([])
})

test('files that were imported together are opened together from the list of imports', async () => {
  const { window } = app
  // The one has the first ten customers, the other all of the others.
  const part = (name: string, isHere: (customer: number) => boolean): string => changedExample(name, ([headers = [], ...rows]) => {
    const all = [...new Set(rows.map(([account]) => account))]
    return [headers, ...rows.filter(([account]) => isHere(all.indexOf(account)))]
  })
  await dropFile(window, part('north.csv', (customer) => customer < 10), part('south.csv', (customer) => customer >= 10))
  await planOpenFile(window)
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
  await window.reload()
  await window.getByRole('button', { name: 'Open again north.csv and 1 more' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await window.getByRole('banner').getByText('north.csv and 1 more', { exact: true }).waitFor()
  await planOpenFile(window)
  await window.getByText(/This file was imported.* 25 of 25 customers created/).waitFor()
  await window.getByText('No customer is ready').waitFor()
  expect(await runs()).toHaveLength(1)
})

test('a file that is changed after the dry run is imported as it was read, and that is said', async () => {
  const { window } = app
  const path = changedExample('customers.csv', (rows) => rows)
  await dropFile(window, path)
  await planOpenFile(window)
  const start = window.getByRole('button', { name: 'Import 25 customers' })
  await start.waitFor()
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, before.split('\r\n').slice(0, 3).join('\r\n'))
  const server = await targetUrl(window)
  await start.click()
  await window.getByText(/customers\.csv has changed since it was read/).waitFor()
  await window.getByText('Every customer of the plan is there').waitFor()
  expect((await accounts({ url: server })).length).toBe(25)
})
