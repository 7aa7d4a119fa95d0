// Customers as they will be, walked by keyboard alone: the tree of one, the JSON that will be sent, and what the server then received.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { keepPicture, targetUrl } from './support.ts'

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await app.window.keyboard.press(key)
}
/** The line of the tree, or whatever has the keyboard, as text. */
const here = (): Promise<string> => app.window.evaluate(() => (globalThis as unknown as { document: { activeElement: { innerText: string } } }).document.activeElement.innerText.replace(/\s+/g, ' ').trim())
const attribute = (name: string): Promise<string | null> => app.window.evaluate((wanted) => (globalThis as unknown as { document: { activeElement: { getAttribute(of: string): string | null } } }).document.activeElement.getAttribute(wanted), name)

async function openCustomers(example: string): Promise<void> {
  const { window } = app
  await window.getByRole('button', { name: example }).click()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByRole('tab', { name: 'Customers' }).focus()
  await press('Enter')
  await window.locator('.customers [data-row="1"]').first().waitFor()
  await window.locator('.customers [data-cursor]').focus()
}

interface Sent { readonly method: string; readonly path: string; readonly body: string | null }
async function received(): Promise<readonly string[]> {
  const answer = await fetch(new URL('/sandbox/ledger', await targetUrl(app.window)))
  const { requests } = (await answer.json()) as { requests: readonly Sent[] }
  return requests.flatMap(({ method, path, body }) => (method === 'POST' && body !== null && /\/(customers|sites)$/.test(path) ? [withoutIds(body)] : []))
}
/** Ids that the server itself gave to the customer and the site before: the page shows them as 0, and says so. */
const withoutIds = (body: string): string => body.replace(/^(\{"customerId":)\d+/, '$10').replace(/("siteIdReceivingInvoice":)\d+/, '$10')
/** The same text without the white space between its tokens: what is shown differs from what is sent in nothing else. */
const packed = (json: string): string => json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')

test('the tree is walked by keyboard, and the JSON shown for every customer is what the server receives', async () => {
  const { window } = app
  await window.setViewportSize({ width: 900, height: 700 })
  await openCustomers('A clean file')
  // The account number stays in sight, however narrow the window.
  await press('End')
  expect(await window.locator('.customers [data-row="0"][data-column="0"]').isVisible()).toBe(true)
  await press('Home', 'Enter')
  await expect.poll(() => attribute('role')).toBe('row')
  const root = await here()
  expect([await attribute('aria-level'), await attribute('aria-expanded')]).toEqual(['1', 'true'])
  await press('ArrowDown')
  expect([await here(), await attribute('aria-level')]).toEqual([expect.stringMatching(/^Account number \S+ A2$/), '2'])
  // By its first letters to the site; closed and opened, its last contact, and back to the top.
  await window.keyboard.type('Site ')
  await expect.poll(here).toMatch(/^Site \S/)
  await press('ArrowLeft')
  await expect.poll(() => attribute('aria-expanded')).toBe('false')
  await press('ArrowRight')
  await expect.poll(() => attribute('aria-expanded')).toBe('true')
  await press('End')
  expect(await here()).toMatch(/^Contact \S/)
  await press('ArrowRight')
  await press('ArrowDown')
  expect([await here(), await attribute('aria-level')]).toEqual([expect.stringMatching(/^Contact /), '4'])
  await press('Home')
  expect(await here()).toBe(root)
  await press('Shift+Tab', 'ArrowRight')
  await window.getByRole('tab', { name: 'What will be sent', selected: true }).waitFor()
  await press('Tab')
  expect(await attribute('role')).toMatch(/tabpanel|region/)
  await press('Escape')
  expect(await attribute('role')).toBe('gridcell')

  // Customer after customer, with the JSON in sight.
  const shown: string[] = []
  for (let customer = 0; customer < 25; customer += 1) {
    const account = await window.locator(`.customers [data-row="${customer}"][data-column="0"]`).innerText()
    await window.locator('.customer-head').getByText(account, { exact: true }).waitFor()
    const bodies = window.locator('.customer .json')
    await bodies.first().waitFor()
    shown.push(...(await bodies.allTextContents()).map(packed))
    await press('ArrowDown')
  }
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
  expect((await received()).toSorted()).toEqual(shown.toSorted())
  expect(shown.length).toBeGreaterThanOrEqual(25)
})

test('what is wrong stands in the tree, closed parts show it too, and Enter leads to its cell', async () => {
  const { window } = app
  await openCustomers('A file with problems')
  await press('Enter')
  await expect.poll(here).toMatch(/^Error: BRK-001/)
  await window.keyboard.type('Site ')
  await expect.poll(here).toMatch(/^Error: Site BRK-001-01/)
  await press('ArrowDown')
  expect(await here()).toMatch(/^Error: .*[Ss]ite name.* K2$/)
  await press('Enter')
  await window.getByRole('tab', { name: 'Rows', selected: true }).waitFor()
  await window.getByRole('region', { name: 'Cell' }).getByText('K2', { exact: true }).waitFor()
  expect(await attribute('role')).toBe('gridcell')
})

test('Enter pressed before a customer is drawn leads into it as soon as it is there', async () => {
  await openCustomers('A clean file')
  await app.window.locator('.customer[aria-busy=false]').waitFor()
  // Both keys in one piece of the window's work: nothing that is asked of the engine can have been answered between them.
  await app.window.evaluate(() => {
    const { document, KeyboardEvent } = globalThis as unknown as { document: { activeElement: { dispatchEvent(event: unknown): void }; querySelector(of: string): unknown }; KeyboardEvent: new (type: string, init: object) => unknown }
    const strike = (key: string): void => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    strike('ArrowDown')
    return Promise.resolve().then(() => {
      if (document.querySelector('.customer[aria-busy=true]') === null) throw new Error('The next customer was drawn at once: this proves nothing.')
      strike('Enter')
    })
  })
  await expect.poll(() => attribute('role')).toBe('row')
  expect(await here()).toContain(await app.window.locator('.customers [data-row="1"][data-column="1"]').innerText())
})
