import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { startSandbox } from '../cli/support/sandbox.ts'
import { planOpenFile, signIn } from './importing.ts'
import { changedExample, dropFile, imported, keepPicture, targetUrl } from './support.ts'

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

/** One bad e-mail, no country, and a town column that nobody would recognise. */
const awkward = (): string => changedExample('customers.csv', ([headers = [], ...rows]) => {
  const country = headers.indexOf('Country')
  const email = headers.indexOf('Contact email')
  const town = headers.indexOf('Town')
  const changed = rows.map((row, index) => row.map((cell, column) => (index === 3 && column === email ? 'not-an-address' : cell)))
  const named = headers.map((header, column) => (column === town ? 'Zorb' : header))
  return [named, ...changed].map((row) => row.filter((_, column) => column !== country))
})

test('a dry run says how many customers it has looked up on the server', async () => {
  const sandbox = await startSandbox(['--latency', '250'])
  try {
    const { window } = app
    await signIn(window, sandbox)
    await window.getByRole('button', { name: 'A large file' }).click()
    await planOpenFile(window)
    const told = window.getByRole('progressbar', { name: 'Planning: asking the server which customers exist' }).getByText(/^\d+ of 975 customers looked up on the server$/)
    await told.waitFor()
    const first = await told.innerText()
    await expect.poll(() => told.innerText()).not.toBe(first)
    await window.getByRole('textbox', { name: 'Type 975 to confirm' }).waitFor()
    expect(await imported(sandbox.url)).toEqual([])
  } finally {
    sandbox.stop()
  }
})

test('drop, match, fix one cell, dry run, import, report', async () => {
  const { window } = app
  await dropFile(window, awkward())
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await window.getByText('customers.csv').first().waitFor()
  await window.getByRole('button', { name: 'Match columns' }).click()

  // The column called Zorb is given to the town; the country gets a fixed value.
  await window.getByRole('button', { name: 'Field: Zorb, Choose a field' }).click()
  await window.getByRole('searchbox', { name: 'Search fields' }).fill('town')
  await window.getByRole('option', { name: /^Town/ }).first().click()
  await window.getByRole('button', { name: /Country/ }).last().click()
  await window.getByRole('option', { name: /United Kingdom/ }).first().click()
  await window.getByText('Every required field has a column or a fixed value.').waitFor()
  await window.getByRole('button', { name: 'Review the data' }).click()

  // One customer is held back by its e-mail; the problem leads to the cell, and the cell is mended.
  await window.getByRole('option', { name: /not-an-address/ }).click()
  await window.getByRole('gridcell', { name: /not-an-address/ }).waitFor()
  await window.keyboard.press('F2')
  await window.getByRole('textbox', { name: 'Contact email' }).fill('accounts@example.co.uk')
  await window.keyboard.press('Enter')
  await window.getByText('No problems found').waitFor()
  await window.getByRole('button', { name: 'Dry run' }).last().click()

  // Nothing has been sent before the plan is seen; then exactly the plan is.
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  const start = window.getByRole('button', { name: 'Import 25 customers' })
  await start.waitFor()
  const server = await targetUrl(window)
  expect(await imported(server)).toEqual([])
  await start.click()
  await window.getByText('Every customer of the plan is there').waitFor()

  const held = await imported(server)
  expect(held).toHaveLength(25)
  const sites = held.flatMap((customer) => customer.sites)
  expect(sites.every((site) => site.siteAddress.country === 'GB' && site.siteAddress.town !== '')).toBe(true)
  expect(sites.flatMap((site) => site.siteContacts.map((contact) => contact.contactEmailAddress))).toContain('accounts@example.co.uk')

  // The report is saved where the operator says: the dialog is the system's, so its answer is put in.
  const report = join(app.home, 'report.json')
  await app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, report)
  await window.getByRole('button', { name: 'Save the result…' }).click()
  await window.getByText('The result is saved.').waitFor()
  expect(existsSync(report)).toBe(true)
  const saved = JSON.parse(readFileSync(report, 'utf8')) as { summary: { rows: number; sumsAgree: boolean; rowsByBucket: Record<string, number> } }
  expect(saved.summary).toMatchObject({ rows: 59, sumsAgree: true, rowsByBucket: { created: 59 } })
})

interface Heard { readonly shares: readonly number[]; readonly told: readonly string[] }

/** What the taskbar and the system would show, while nobody looks at the window. */
async function listenOutside(): Promise<() => Promise<Heard>> {
  await app.app.evaluate(({ BrowserWindow, Notification }) => {
    const heard: { shares: number[]; told: string[] } = { shares: [], told: [] }
    Object.assign(globalThis, { heard })
    BrowserWindow.getFocusedWindow = () => null
    BrowserWindow.prototype.setProgressBar = (share) => void heard.shares.push(share)
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: { readonly title: string; readonly body: string }) {
      heard.told.push(`${this.title}: ${this.body}`)
    }
  })
  return () => app.app.evaluate(() => (globalThis as unknown as { heard: Heard }).heard)
}

test('the clean example goes into the practice server; the taskbar and the system tell of it', async () => {
  const { window } = app
  const heard = await listenOutside()
  await window.getByRole('button', { name: 'A clean file' }).click()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByText('No problems found').waitFor()
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
  expect((await imported(await targetUrl(window))).length).toBe(25)
  const { shares, told } = await heard()
  expect(told).toEqual(['The import has ended: 25 of 25 customers are in Elevate. The report says what became of each row.'])
  // It only grows, until the end takes it away.
  expect(shares.at(-1)).toBe(-1)
  expect(shares.slice(0, -1)).toEqual(shares.slice(0, -1).toSorted((one, other) => one - other))
  expect(shares.some((share) => share > 0 && share < 1)).toBe(true)
})

test('a live server asks for the number of customers; pause, go on and cancel do what they say', async () => {
  const { window } = app
  const sandbox = await startSandbox(['--latency', '40'])
  try {
    await window.getByRole('button', { name: /Change where imports go/ }).click()
    await window.getByRole('radio', { name: 'Live' }).check({ force: true })
    await window.getByRole('textbox', { name: 'Server address' }).fill(sandbox.url)
    await window.getByRole('textbox', { name: 'Brand' }).fill('practice')
    await window.getByRole('textbox', { name: 'User name' }).fill('operator')
    await window.getByLabel('Password').fill('practice')
    await window.getByRole('button', { name: 'Connect', exact: true }).click()
    await window.getByRole('button', { name: /^Live/ }).waitFor()

    await window.getByRole('button', { name: 'A clean file' }).click()
    await window.getByRole('button', { name: 'Match columns' }).click()
    await window.getByRole('button', { name: 'Review the data' }).click()
    await window.getByRole('button', { name: 'Dry run' }).last().click()
    await window.getByRole('button', { name: 'Run the dry run' }).click()
    const start = window.getByRole('button', { name: 'Import 25 customers' })
    await start.waitFor()
    expect(await start.isDisabled()).toBe(true)
    await window.getByRole('textbox', { name: 'Type 25 to confirm' }).fill('25')
    await start.click()

    await window.getByRole('button', { name: 'Pause' }).click()
    await window.getByRole('heading', { name: 'Paused' }).waitFor()
    expect(await window.getByRole('progressbar').innerText()).toMatch(/Nothing is sent\s+\d+ customers left$/)
    // What is on its way arrives first: until nothing has come for a while. Without a pause that is when all have.
    let atPause = -1
    for (let before = -2; before !== atPause; atPause = (await imported(sandbox.url)).length) {
      before = atPause
      await window.waitForTimeout(1500)
    }
    expect(atPause).toBeLessThan(25)
    await window.getByRole('button', { name: 'Go on' }).click()
    await window.getByRole('heading', { name: 'Importing' }).waitFor()
    await window.getByRole('button', { name: 'Cancel the import…' }).click()
    await window.getByRole('button', { name: 'Cancel the import', exact: true }).click()
    await window.getByText('The import was cancelled').waitFor()
    const cancelled = (await imported(sandbox.url)).length
    expect(cancelled).toBeLessThan(25)

    await window.getByRole('button', { name: 'Resume' }).click()
    await window.getByText('Every customer of the plan is there').waitFor()
    const held = await imported(sandbox.url)
    expect(new Set(held.map((customer) => customer.customerAccountNumber)).size).toBe(25)
    expect(held).toHaveLength(25)
  } finally {
    sandbox.stop()
  }
})
