// What is left to mend comes out of the window as a workbook, is mended, and is dropped back: exactly those customers are added.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Excel from 'exceljs'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { planOpenFile } from './importing.ts'
import { dropFile, imported, keepPicture, targetUrl } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-e2e-pack-'))
let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Saves by the button, where the system's dialog would have been answered with this name. */
async function save(window: Page, button: string, name: string): Promise<string> {
  const path = join(folder, name)
  await app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await window.getByRole('button', { name: button }).click()
  await window.locator('.page').getByText(button.startsWith('Save the result') ? 'The result is saved.' : /^What is left to mend is saved/).waitFor()
  return path
}

interface Saved { readonly summary: { readonly customersByBucket: Readonly<Record<string, number>> } }

/** The chart's figures by the name beside each bar, and those of the report that was saved. */
async function figures(window: Page, name: string): Promise<readonly [chart: Readonly<Record<string, number>>, report: Readonly<Record<string, number>>]> {
  const lines = await window.locator('.outcome-chart li').evaluateAll((items) => (items as unknown as { querySelector(of: string): { textContent: string } }[]).map((item) => [item.querySelector('.outcome-name').textContent, item.querySelector('b').textContent] as const))
  const { summary } = JSON.parse(readFileSync(await save(window, 'Save the result…', name), 'utf8')) as Saved
  return [Object.fromEntries(lines.map(([bucket, count]) => [bucket, Number(count.replaceAll(',', ''))])), summary.customersByBucket]
}

/** Writes into the rows of these accounts, by the headings of the first row. */
async function typeInto(path: string, edits: Readonly<Record<string, readonly [heading: string, text: string]>>): Promise<void> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0] as Excel.Worksheet
  const headings = (sheet.getRow(1).values as string[]).slice(1)
  const accounts = sheet.getColumn(1).values as string[]
  for (const [account, [heading, text]] of Object.entries(edits)) sheet.getCell(accounts.indexOf(account), headings.indexOf(heading) + 1).value = text
  await workbook.xlsx.writeFile(path)
}

const ended = (window: Page): Promise<void> => window.getByRole('button', { name: 'Save the result…' }).waitFor()
const accounts = async (url: string): Promise<readonly string[]> => (await imported(url)).map(({ customerAccountNumber }) => customerAccountNumber).toSorted()

test('two cells mended in the workbook of what is left, dropped on the window: those two customers are added, and the chart says what the report says', async () => {
  const { window } = app
  await window.getByRole('button', { name: 'A file with problems' }).click()
  await planOpenFile(window)
  await window.getByRole('button', { name: /^Import \d+ customers$/ }).click()
  await ended(window)
  const url = await targetUrl(window)
  const first = await accounts(url)
  expect(first.length).toBeGreaterThan(0)
  const [chart, report] = await figures(window, 'first.json')
  expect([chart['created'], chart['held back']]).toEqual([first.length, report['held']])
  const descending = (counts: Readonly<Record<string, number>>): readonly number[] => Object.values(counts).filter((count) => count > 0).toSorted((one, other) => other - one)
  expect(descending(chart)).toEqual(descending(report))

  const left = await save(window, 'Save what to fix…', 'left.xlsx')
  await typeInto(left, { 'BRK-001': ['Site name', 'Main premises'], 'BRK-009': ['Contact email', 'accounts9@example.com'] })
  await window.getByRole('button', { name: 'Start another import' }).click()
  await dropFile(window, left)
  await planOpenFile(window)
  await window.getByRole('button', { name: 'Import 2 customers' }).click()
  await ended(window)
  expect(await accounts(url)).toEqual([...first, 'BRK-001', 'BRK-009'].toSorted())
  const [again, saved] = await figures(window, 'again.json')
  expect([again['created'], again['held back']]).toEqual([2, saved['held']])
  // One that is on the server already was held back, and is passed over in a file that was given back.
  expect(saved).toMatchObject({ created: 2, existing: 1, held: (report['held'] ?? 0) - 3 })
})
