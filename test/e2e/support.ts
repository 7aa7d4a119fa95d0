// What a person does with the window, for the end-to-end tests.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'

export const project = join(import.meta.dirname, '../..')

/** The clean example with a few things changed, as a file of its own. */
export function changedExample(name: string, change: (rows: string[][]) => string[][]): string {
  const { data } = Papa.parse<string[]>(readFileSync(join(project, 'examples/clean.csv'), 'utf8'), { skipEmptyLines: true })
  const path = join(mkdtempSync(join(tmpdir(), 'onboarder-e2e-file-')), name)
  writeFileSync(path, Papa.unparse(change(data), { newline: '\r\n' }))
  return path
}

/** A real drop: the browser hands the page `File` objects with paths behind them, as the desktop does. */
export async function dropFile(window: Page, path: string): Promise<void> {
  const session = await window.context().newCDPSession(window)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
  await session.detach()
}

interface Held {
  readonly customerAccountNumber: string
  readonly customerName: string
  readonly sites: readonly { readonly siteReference: string; readonly siteAddress: { readonly town: string; readonly country: string }; readonly siteContacts: readonly { readonly contactEmailAddress?: string }[] }[]
}

/** What the server holds, by its own ledger; the customers that were there before left out. */
export async function imported(url: string): Promise<readonly Held[]> {
  const answer = await fetch(new URL('/sandbox/ledger', url))
  const { customers } = (await answer.json()) as { customers: readonly Held[] }
  return customers.filter((customer) => !customer.customerAccountNumber.startsWith('PRAC-'))
}

/** Address of the server the window is connected to, asked over the window's own bridge. */
export async function targetUrl(window: Page): Promise<string> {
  const answer = await window.evaluate(() => (globalThis as unknown as { bridge: { call(name: string, input: unknown): Promise<unknown> } }).bridge.call('target.current', {}))
  return (answer as { value: { baseUrl: string } }).value.baseUrl
}

/** What the window showed when a test failed, for whoever has to find out why. */
export async function keepPicture(window: Page, name: string): Promise<void> {
  const path = join(tmpdir(), `onboarder-failed-${name.replace(/\W+/g, '-')}.png`)
  await window.screenshot({ path, timeout: 5_000 }).then(() => console.error(`The window as it was: ${path}`), () => undefined)
}
