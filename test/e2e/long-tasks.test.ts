// Neither the window nor the main process may stand still while pages are drawn: what a person does is answered at once.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { scrollByWheel, type Frames } from './frames.ts'
import { watchStandstills } from './standstills.ts'
import { dropFile, keepPicture, project } from './support.ts'

// A million takes ten minutes, most of it spent on asking the practice server which customers it has: STANDSTILL_ROWS=1000000.
const rowCount = Number(process.env['STANDSTILL_ROWS'] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'onboarder-e2e-tasks-'))
let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
  app.window.setDefaultTimeout(900_000)
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The clean example over and over, each time with account numbers of its own. */
function manyRows(): string {
  const { data: [headers = [], ...rows] } = Papa.parse<string[]>(readFileSync(join(project, 'examples/clean.csv'), 'utf8'), { skipEmptyLines: true })
  const account = headers.indexOf('Account number')
  const path = join(folder, 'many.csv')
  const file = openSync(path, 'w')
  writeSync(file, `${headers.join(',')}\r\n`)
  const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`))
  for (let copy = 0; copy * rows.length < rowCount; copy += 1) {
    writeSync(file, quoted.map((row) => `${row.map((cell, column) => (column === account ? `"C${copy}-${cell.slice(1)}` : cell)).join(',')}\r\n`).join(''))
  }
  closeSync(file)
  return path
}

test(`with ${rowCount} rows the window and the main process never stand still for long`, async () => {
  const { window } = app
  const path = manyRows()
  const watch = await watchStandstills(app)
  const button = (name: string) => window.getByRole('button', { name, exact: true })
  const step = async (name: string, action: () => Promise<void>): Promise<void> => {
    await action()
    await watch.mark(name)
  }
  await step('drop', async () => {
    await dropFile(window, path)
    await window.locator('.grid-text').first().waitFor()
  })
  await step('reading', () => window.locator('button:not([disabled])', { hasText: 'Match columns' }).waitFor())
  await step('match page', async () => {
    await button('Match columns').click()
    await window.getByRole('heading', { name: 'Match the columns' }).waitFor()
    await window.locator('.column').nth(30).waitFor()
  })
  await step('checking and review page', async () => {
    await button('Review the data').click()
    await window.locator('.rows-main .grid-text').first().waitFor()
  })
  // In small steps, as a hand turns it, then in leaps that show other rows each time; then in another order, with a column selected.
  const frames = new Map<string, Frames>()
  const scroll = (name: string, pixels: number): Promise<void> => step(name, async () => {
    frames.set(name, await scrollByWheel(window, '.rows-main .grid', { seconds: 4, pixels }))
  })
  await scroll('scrolling', 120)
  await scroll('scrolling in leaps', 3000)
  await step('sorting', async () => {
    await window.getByRole('button', { name: 'Sort by Customer name' }).click({ force: true })
    await window.locator('.rows-main [aria-sort=ascending]').waitFor()
    await window.locator('.rows-main .grid').evaluate((box) => { (box as unknown as { scrollTop: number }).scrollTop = 0 })
    await window.locator('.rows-main [data-row="0"][data-column="1"]').click()
    await window.keyboard.press('Control+Space')
    await window.locator('.inspector.is-range').waitFor()
  })
  await scroll('scrolling a sorted list with a column selected', 3000)
  await step('to the end', async () => {
    await window.locator('.rows-main .grid-cell').first().click()
    await window.keyboard.press('Control+End')
    await window.waitForTimeout(500)
  })
  await step('customers', async () => {
    await window.getByRole('tab', { name: 'Customers' }).click()
    await window.locator('.customers .grid-text').first().waitFor()
    await window.waitForTimeout(300)
  })
  await step('dry run', async () => {
    await button('Dry run').last().click()
    await button('Run the dry run').click()
    await window.getByRole('button', { name: /^Import [\d,]+ customers/ }).waitFor()
    await window.waitForTimeout(300)
  })
  const found = await watch.stop()
  for (const [name, { frames: count, medianMs, worstMs, late, rows }] of frames) {
    console.log(`Frames while ${name}: ${count}, median ${medianMs.toFixed(1)} ms, worst ${worstMs.toFixed(1)} ms, ${late} late; ${rows} rows went by.`)
    expect(rows).toBeGreaterThan(0)
  }
  for (const { of, during, ms, cpuMs } of found) console.log(`The ${of} stood still for ${ms} ms (${cpuMs} ms of the processor): ${during}.`)
  // The aim is 50 ms on a machine that does nothing else. One that is busy with other programs needs more for the same, so single
  // tasks may be somewhat longer here; a page that is drawn in one go takes 80 to 190.
  const long = found.filter(({ cpuMs }) => cpuMs > 50)
  expect(long.filter(({ cpuMs }) => cpuMs > 120)).toEqual([])
  expect(long.length).toBeLessThanOrEqual(3)
})
