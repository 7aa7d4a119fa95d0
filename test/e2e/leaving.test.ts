// What may happen to an import while it goes on: its processes die, the program is closed, the computer stands still.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from '../cli/support/run-cli.ts'
import { startSandbox, type Sandbox } from '../cli/support/sandbox.ts'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { accounts, answerLeaving, enginePid, importHalfWay, isAlive, planExample, signIn } from './importing.ts'
import { until } from '../support/until.ts'
import { imported, keepPicture, targetUrl } from './support.ts'

let home: string
let sandbox: Sandbox
let app: LaunchedApp
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'onboarder-leaving-'))
  sandbox = await startSandbox(['--latency', '60'])
  app = await open()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
  sandbox.stop()
})

const open = (): Promise<LaunchedApp> => launchApp({ home })

interface Status { readonly state: string; readonly left: number; readonly failure: { readonly message: string } | null }
async function status(): Promise<Status | undefined> {
  const { stdout } = await runCli(['status', '--json'], { ONBOARDER_HOME: home })
  return (JSON.parse(stdout) as { runs: Status[] }).runs[0]
}

/** From the list on the first page to the end: everybody there once. */
async function resumeFromTheList(): Promise<void> {
  const { window } = app
  await window.getByRole('region', { name: 'Imports that have not ended' }).waitFor()
  await signIn(window, sandbox)
  await window.getByRole('button', { name: 'Resume clean.csv' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
  const all = await accounts(sandbox)
  expect([all.length, new Set(all).size]).toEqual([25, 25])
}

test('the engine dies: it is started again, the import is shown as interrupted, and resumes', async () => {
  await importHalfWay(app.window, sandbox)
  const first = await enginePid(app.app)
  process.kill(first, 'SIGKILL')
  await app.window.getByText('The import was interrupted').waitFor()
  await app.window.getByText(/sign in to the server again/).waitFor()
  await app.window.getByRole('button', { name: /^Not connected/ }).waitFor()
  await until(async () => (await enginePid(app.app)) !== first)
  expect(await status()).toMatchObject({ state: 'interrupted' })
  await app.window.getByRole('button', { name: 'Start another import' }).click()
  await resumeFromTheList()
})

test('the engine dies in practice: the practice server lives, and its import resumes from the report', async () => {
  const { window } = app
  await planExample(window)
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
  const server = await targetUrl(window)
  await until(async () => (await imported(server)).length >= 2)
  process.kill(await enginePid(app.app), 'SIGKILL')
  await window.getByText('The import was interrupted').waitFor()
  await window.getByRole('button', { name: /^Practice/ }).waitFor()
  await window.getByRole('button', { name: 'Resume' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
  const all = await accounts({ url: server })
  expect([all.length, new Set(all).size]).toEqual([25, 25])
})

test('the page dies: the import goes on, and the page that is loaded again shows it', async () => {
  await importHalfWay(app.window, sandbox)
  // By the main process: the page that the test knew is gone.
  const shown = (text: string): Promise<boolean> => app.app.evaluate(async ({ BrowserWindow }, wanted) => {
    const said: unknown = await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText')
    return String(said).includes(wanted)
  }, text)
  await app.app.evaluate(({ BrowserWindow }) => new Promise((resolve) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.once('did-finish-load', () => resolve(null))
    setTimeout(() => contents?.forcefullyCrashRenderer(), 50)
  }))
  await until(() => shown('Importing'))
  await until(() => shown('Every customer of the plan is there'))
  expect(new Set(await accounts(sandbox)).size).toBe(25)
})

test('closing the window asks first; stopping ends the request under way and nothing else, and the import resumes', async () => {
  await importHalfWay(app.window, sandbox)
  const keep = await answerLeaving(app.app, 'keep')
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await until(async () => (await keep.asked()) === 1)
  await app.app.evaluate(({ app: electron }) => electron.quit())
  await until(async () => (await keep.asked()) === 2)
  const before = (await accounts(sandbox)).length
  await until(async () => (await accounts(sandbox)).length > before)

  await answerLeaving(app.app, 'stop')
  const gone = new Promise((resolve) => app.app.process().once('exit', resolve))
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await gone
  expect(await status()).toMatchObject({ state: 'stopped', failure: { message: expect.stringMatching(/program was closed/) } })
  expect((await accounts(sandbox)).length).toBeLessThan(25)
  app = await open()
  await resumeFromTheList()
})

test('a TERM, as at the end of a session, asks nobody', async () => {
  await importHalfWay(app.window, sandbox)
  const gone = new Promise((resolve) => app.app.process().once('exit', resolve))
  app.app.process().kill('SIGTERM')
  await gone
  expect(await status()).toMatchObject({ state: 'stopped' })
  app = await open()
  await resumeFromTheList()
})

test('the whole program is killed: nothing is left running, and the import resumes', async () => {
  await importHalfWay(app.window, sandbox)
  const engine = await enginePid(app.app)
  const gone = new Promise((resolve) => app.app.process().once('exit', resolve))
  app.app.process().kill('SIGKILL')
  await gone
  await until(() => Promise.resolve(!isAlive(engine)))
  expect(await status()).toMatchObject({ state: 'interrupted' })
  app = await open()
  await resumeFromTheList()
})

test('an engine that stood still for some seconds goes on, and sends nothing twice', async () => {
  await importHalfWay(app.window, sandbox)
  const engine = await enginePid(app.app)
  process.kill(engine, 'SIGSTOP')
  await new Promise((resolve) => setTimeout(resolve, 7_000))
  process.kill(engine, 'SIGCONT')
  // What the system says when a computer wakes up; the engine has noticed by itself as well.
  await app.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
  await app.window.getByText('Every customer of the plan is there').waitFor()
  const all = await accounts(sandbox)
  expect([all.length, new Set(all).size]).toEqual([25, 25])
})
