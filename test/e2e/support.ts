// What a person does with the window, for the end-to-end tests.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'

export const project = join(import.meta.dirname, '../..')

/** The clean example with a few things changed, as a file of its own; as bytes of one for each character when `latin1` is said. */
export function changedExample(name: string, change: (rows: string[][]) => string[][], encoding: 'utf8' | 'latin1' = 'utf8'): string {
  const { data } = Papa.parse<string[]>(readFileSync(join(project, 'examples/clean.csv'), 'utf8'), { skipEmptyLines: true })
  const path = join(mkdtempSync(join(tmpdir(), 'onboarder-e2e-file-')), name)
  writeFileSync(path, Papa.unparse(change(data), { newline: '\r\n' }), encoding)
  return path
}

/** Two names with bytes that are letters in two encodings: nothing in the file says which is meant. */
export function twoEncodings(name: string): string {
  const odd = ['Caf\u00e9', 'Caf\u008e']
  return changedExample(name, ([headers = [], ...rows]) => {
    const column = headers.indexOf('Customer name')
    const accounts = [...new Set(rows.map(([account]) => account))]
    return [headers, ...rows.map((row) => row.map((cell, at) => `${at === column ? `${odd[accounts.indexOf(row[0]) % 2]} ` : ''}${cell.normalize('NFD').replace(/[^\x20-\x7e]/g, '')}`))]
  }, 'latin1')
}

/** The clean example with customer types as people write them: one that is known, one that is near, one that is not. */
export function spelledTypes(name: string): string {
  return changedExample(name, ([headers = [], ...rows]) => {
    const column = headers.indexOf('Customer type')
    return [headers, ...rows.map((row) => row.map((cell, at) => (at === column ? { BUSINESS: 'Ltd company', RESELLER: 'Home user' }[cell] ?? cell : cell)))]
  })
}

/** The clean example as the next export would have it: a column renamed, one gone, one new. */
export function driftedExample(name: string): string {
  return changedExample(name, ([headers = [], ...rows]) => {
    const gone = headers.indexOf('County')
    const drifted = [headers.map((header) => (header === 'Town' ? 'Town or city' : header)), ...rows].map((row, index) => [...row, index === 0 ? 'Loyalty points' : '7'])
    return drifted.map((row) => row.filter((_, at) => at !== gone))
  })
}

/** A real drop: the browser hands the page `File` objects with paths behind them, as the desktop does. */
export async function dropFile(window: Page, ...paths: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
  await session.detach()
}

interface Held {
  readonly customerAccountNumber: string
  readonly customerName: string
  readonly customerType: string
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
