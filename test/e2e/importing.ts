// The way to an import that is going on, for tests of what may happen to it then.
import type { ElectronApplication, Page } from 'playwright-core'
import type { Sandbox } from '../cli/support/sandbox.ts'
import { imported } from './support.ts'
import { until } from '../support/until.ts'

export async function signIn(window: Page, { url }: Pick<Sandbox, 'url'>): Promise<void> {
  await askToSignIn(window, url)
  await window.getByRole('button', { name: /^Live/ }).waitFor()
}

/** Whether anything comes of it or not. */
export async function askToSignIn(window: Page, url: string): Promise<void> {
  await window.getByRole('button', { name: /Change where imports go/ }).click()
  await window.getByRole('radio', { name: 'Live' }).check({ force: true })
  await window.getByRole('textbox', { name: 'Server address' }).fill(url)
  await window.getByRole('textbox', { name: 'Brand' }).fill('practice')
  await window.getByRole('textbox', { name: 'User name' }).fill('operator')
  await window.getByLabel('Password').fill('practice')
  await window.getByRole('button', { name: 'Connect', exact: true }).click()
}

/** The practice server, with the trouble it makes by itself. */
export async function makeDifficult(window: Page): Promise<void> {
  await window.getByRole('button', { name: /Change where imports go/ }).click()
  await window.getByRole('checkbox', { name: /^Make it difficult/ }).check({ force: true })
  await window.getByRole('button', { name: 'Use the practice server' }).click()
  await window.getByRole('button', { name: /^Practice, Difficult/ }).waitFor()
}

/** From a file that is open to its plan. */
export async function planOpenFile(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
}

export async function planExample(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'A clean file' }).click()
  await planOpenFile(window)
  await window.getByRole('button', { name: 'Import 25 customers' }).waitFor()
}

/** The example into a server that counts as real. */
export async function importExample(window: Page, sandbox: Pick<Sandbox, 'url'>): Promise<void> {
  await signIn(window, sandbox)
  await planExample(window)
  await window.getByRole('textbox', { name: 'Type 25 to confirm' }).fill('25')
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
}

/** An import of 25 customers into the server, of which some are there. */
export async function importHalfWay(window: Page, sandbox: Pick<Sandbox, 'url'>): Promise<void> {
  await importExample(window, sandbox)
  await until(async () => (await imported(sandbox.url)).length >= 3)
}

/** Account numbers on the server, doubles twice. */
export async function accounts(sandbox: Pick<Sandbox, 'url'>): Promise<readonly string[]> {
  return (await imported(sandbox.url)).map((customer) => customer.customerAccountNumber)
}

export function enginePid(app: ElectronApplication): Promise<number> {
  return processId(app, 'Onboarder engine')
}

/** Of one of the program's own processes. */
export async function processId(app: ElectronApplication, service: string): Promise<number> {
  const pid = await app.evaluate(({ app: electron }, wanted) => electron.getAppMetrics().find(({ name, serviceName }) => `${name} ${serviceName}`.includes(wanted))?.pid, service)
  if (pid === undefined) throw new Error(`${service} is not running`)
  return pid
}

/** What is answered when the program asks before it closes, and how often it asked. */
export async function answerLeaving(app: ElectronApplication, answer: 'keep' | 'stop'): Promise<{ readonly asked: () => Promise<number> }> {
  await app.evaluate(({ dialog }, response) => {
    const state = globalThis as unknown as { asked: number }
    state.asked = 0
    dialog.showMessageBox = () => {
      state.asked += 1
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, answer === 'stop' ? 1 : 0)
  return { asked: () => app.evaluate(() => (globalThis as unknown as { asked: number }).asked) }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
