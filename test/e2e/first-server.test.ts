// A file that is open before the first server is connected: the server stands still until the test lets it go on.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { enginePid, processId } from './importing.ts'
import { until } from '../support/until.ts'
import { changedExample, dropFile, keepPicture } from './support.ts'

let app: LaunchedApp
let server: number
beforeEach(async () => {
  app = await launchApp()
  await app.window.getByRole('button', { name: /^Practice/ }).waitFor()
  server = await processId(app.app, 'practice server')
  process.kill(server, 'SIGSTOP')
  // A new engine knows no server, and asks the one that stands still.
  const engine = await enginePid(app.app)
  process.kill(engine, 'SIGKILL')
  await until(async () => (await enginePid(app.app).catch(() => engine)) !== engine)
  await app.window.getByRole('button', { name: /^Not connected/ }).waitFor()
})
afterEach(async ({ task }) => {
  process.kill(server, 'SIGCONT')
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

/** Billing cycles by their name: only a server knows which id that is. */
async function reviewNamedCycles(): Promise<void> {
  const { window } = app
  await dropFile(window, changedExample('named-cycles.csv', ([headers = [], ...rows]) => {
    const column = headers.indexOf('Billing cycle')
    return [headers, ...rows.map((row) => row.map((cell, at) => (at === column ? 'Monthly 1st' : cell)))]
  }))
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByText(/59 errors/).first().waitFor()
}

const connect = (): Promise<void> => {
  process.kill(server, 'SIGCONT')
  return app.window.getByRole('button', { name: /^Practice/ }).waitFor()
}

test('the review is judged by the lists of the first server as soon as it is connected', async () => {
  const { window } = app
  await reviewNamedCycles()
  await connect()
  await window.getByText(/59 errors/).first().waitFor({ state: 'hidden' })
  expect(await window.getByText(/Monthly 1st.* is not an id/).count()).toBe(0)
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('button', { name: 'Import 25 customers' }).waitFor()
})

test('a dry run that was asked for before the first server was connected goes on, and its plan stays', async () => {
  const { window } = app
  await reviewNamedCycles()
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  // A dry run that is cleared, or whose waiting is ended, can be asked for again.
  await window.evaluate(() => {
    const page = globalThis as unknown as { mayAskAgain: number; document: { querySelectorAll(what: string): Iterable<{ innerText: string; disabled: boolean }> } }
    page.mayAskAgain = 0
    setInterval(() => {
      for (const { innerText, disabled } of page.document.querySelectorAll('button')) if (innerText === 'Run the dry run' && !disabled) page.mayAskAgain += 1
    }, 1)
  })
  await connect()
  await window.getByRole('button', { name: 'Import 25 customers' }).waitFor()
  await window.waitForTimeout(1_000)
  await window.getByRole('button', { name: 'Import 25 customers' }).waitFor()
  expect(await window.evaluate(() => (globalThis as unknown as { mayAskAgain: number }).mayAskAgain)).toBe(0)
})
