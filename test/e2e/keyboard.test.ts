// A whole import by keyboard alone, from the first page to the saved report: what it cannot reach, nobody without a mouse can.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { focused, tabTo } from './by-keyboard.ts'
import { imported, keepPicture, targetUrl } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-e2e-keyboard-'))
let app: LaunchedApp
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

function press(key: string): Promise<void> {
  return app.window.keyboard.press(key)
}

/** Moves through a list until the chosen entry has this name. */
async function arrowTo(name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (name.test((await focused(app.window)).name)) return
    await press('ArrowDown')
  }
  throw new Error(`${String(name)} is not in the list; the last one: ${(await focused(app.window)).name}`)
}

test('from the example with problems to a saved report without a mouse', async () => {
  app = await launchApp()
  const { window } = app
  const saved = join(folder, 'report.csv')
  await app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, saved)
  await window.evaluate(`globalThis.pointers = 0; for (const type of ['pointerdown', 'mousedown', 'wheel', 'touchstart']) addEventListener(type, () => { globalThis.pointers += 1 }, true)`)
  await window.getByRole('button', { name: /^Practice/ }).waitFor()

  await tabTo(window, /^A file with problems$/)
  await press('Enter')
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await tabTo(window, /^Match columns$/)
  await press('Enter')
  await window.getByRole('heading', { name: 'Match the columns' }).waitFor()
  // Backwards: past the columns, of which there may be hundreds.
  await tabTo(window, /^Review the data$/, 'Shift+Tab')
  await press('Enter')
  await window.getByRole('heading', { name: 'Review the data' }).waitFor()

  // One cause is mended by the fix that is proposed for it.
  const errors = async (): Promise<number> => Number(/([\d,]+) errors? ·/.exec(await window.getByText(/ready · .* errors? · /).first().innerText())?.[1])
  const before = await errors()
  await tabTo(window, /^All causes/)
  await arrowTo(/^Error: Not an email address/)
  await press('Enter')
  await window.getByRole('region', { name: /^Mend: Not an email address/ }).waitFor()
  await tabTo(window, /^Apply to /)
  await press('Enter')
  await expect.poll(errors).toBe(before - 1)
  await tabTo(window, /^Dry run$/)
  await press('Enter')
  await window.getByRole('heading', { name: 'Dry run' }).waitFor()
  await tabTo(window, /^Run the dry run$/)
  await press('Enter')
  await window.getByRole('button', { name: /^Import \d+ customers$/ }).waitFor()
  await tabTo(window, /^Import \d+ customers$/)
  const customers = Number(/\d+/.exec((await focused(app.window)).name)?.[0])
  await press('Enter')
  await window.getByRole('heading', { name: 'Report' }).waitFor({ timeout: 120_000 })
  await tabTo(window, /^Save the result…$/)
  await press('Enter')
  await window.getByText('The result is saved.').waitFor()

  expect(existsSync(saved)).toBe(true)
  const { data } = Papa.parse<string[]>(readFileSync(saved, 'utf8'), { skipEmptyLines: true })
  // A line for each row of the file, below the header.
  expect(data).toHaveLength(72)
  expect((await imported(await targetUrl(window))).length).toBe(customers)
  expect(await window.evaluate('globalThis.pointers')).toBe(0)
})
