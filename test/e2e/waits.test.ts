// An import that has to wait says why, and how long still: in the window and on the command line.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli, startCli, temporaryFolder } from '../cli/support/run-cli.ts'
import { startSandbox, type Sandbox } from '../cli/support/sandbox.ts'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { importExample } from './importing.ts'
import { until } from '../support/until.ts'
import { keepPicture } from './support.ts'

/** Every customer is turned away twice: so many repeats are not allowed. */
const turnAway = [1, 2].map((attempt) => ({ endpoint: 'POST /customers', fault: 'throttle-silent', attempt }))

let sandbox: Sandbox
let app: LaunchedApp | null = null
beforeEach(async () => {
  sandbox = await startSandbox()
  await sandbox.faults(turnAway)
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' && app !== null) await keepPicture(app.window, task.name)
  await app?.close()
  app = null
  sandbox.stop()
})

test('where all repeats are used up, the window says so and counts down', async () => {
  app = await launchApp()
  const { window } = app
  await importExample(window, sandbox)
  await window.getByRole('status').getByText('Many requests had to be sent again. To spare the server, the next one waits.').waitFor()
  const left = window.getByText(/^\d+ s left$/)
  const first = Number.parseInt(await left.innerText())
  expect(first).toBeGreaterThan(10)
  expect(first).toBeLessThanOrEqual(30)
  await expect.poll(async () => Number.parseInt(await left.innerText()), { timeout: 5_000 }).toBeLessThan(first)
})

test('the command line says it once for each wait, not every other second', async () => {
  const home = temporaryFolder()
  const { child, result } = startCli(['import', 'examples/clean.csv', '--yes', '--rate', '50'], { ...sandbox.login, ONBOARDER_HOME: home })
  let said = ''
  child.stderr?.on('data', (piece) => (said += String(piece)))
  await until(() => Promise.resolve(said.includes('the next one waits. (')))
  await new Promise((resolve) => setTimeout(resolve, 6_000))
  expect((await runCli(['cancel'], { ONBOARDER_HOME: home })).code).toBe(0)
  const { stderr } = await result
  expect(stderr.match(/To spare the server, the next one waits\. \(\d+ s\)/g)).toHaveLength(1)
})
