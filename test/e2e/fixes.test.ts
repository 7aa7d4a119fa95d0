// Two thousand errors become none in as few actions as there are kinds, and every one of them can be taken back: in the real window,
// judged by what the engine says of the file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { renderTroubled, troubles, usualTroubles, type TroubleName } from '../support/troubled-rows.ts'
import { dropFile, keepPicture } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-e2e-fixes-'))
const home = join(folder, 'home')
const june = join(folder, 'june.csv')
const july = join(folder, 'july.csv')
writeFileSync(june, renderTroubled({ seed: 6, rows: 10_000, kinds: usualTroubles, each: 250 }))
writeFileSync(july, renderTroubled({ seed: 7, rows: 3_000, kinds: Object.keys(troubles) as TroubleName[], each: 40 }))

let app: LaunchedApp
const launch = async (): Promise<void> => {
  app = await launchApp({ home })
}
beforeEach(launch)
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})
afterEach(({ task }) => { if (task.name.startsWith('the next file')) rmSync(folder, { recursive: true, force: true }) })

async function openReview(window: Page, path: string): Promise<void> {
  await dropFile(window, path)
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByRole('grid').waitFor()
}

/** The counters as the page shows them. */
const note = (window: Page): Promise<string> => window.getByText(/ready · .* errors? · /).first().innerText()

async function noteOf(window: Page, errors: string): Promise<string> {
  await window.getByText(new RegExp(`· ${errors} errors? ·`)).first().waitFor()
  return note(window)
}

/** The hash of the plan, from a dry run of the file as it is. */
async function planOf(window: Page): Promise<string> {
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('button', { name: /^Import [\d,]+ customers?$/ }).waitFor()
  const title = await window.locator('.approval p code').getAttribute('title')
  await window.getByRole('button', { name: 'Back', exact: true }).click()
  await window.getByRole('grid').waitFor()
  return /[0-9a-f]{64}/.exec(title ?? '')?.[0] ?? 'no hash'
}

/** Chooses the first cause, then applies what is proposed for each: the page goes on to the next one by itself. */
async function mendAll(window: Page, most: number): Promise<number> {
  await window.getByRole('listbox', { name: 'Problems by cause' }).getByRole('option').nth(1).click()
  for (let actions = 1; actions <= most; actions++) {
    const before = await note(window)
    await window.getByRole('region', { name: /^Mend: / }).getByRole('button', { name: /^Apply to / }).click()
    await expect.poll(() => note(window)).not.toBe(before)
    if (/ · 0 errors · /.test(await note(window))) return actions
  }
  throw new Error(`Not clean after ${most} actions: ${await note(window)}`)
}

test('2,000 errors are gone after eight actions; all is undone, by keyboard and after a restart', async () => {
  await openReview(app.window, june)
  const start = await noteOf(app.window, '2,000')
  const startPlan = await planOf(app.window)
  expect(await mendAll(app.window, 12)).toBe(8)
  const mended = await note(app.window)
  const mendedPlan = await planOf(app.window)
  expect(mendedPlan).not.toBe(startPlan)

  // The way back and forth, by keyboard alone.
  await app.window.getByRole('grid').focus()
  for (let steps = 8; steps > 0; steps--) {
    await app.window.keyboard.press('Control+z')
    await noteOf(app.window, steps === 1 ? '2,000' : String((9 - steps) * 250).replace(/^(\d)(\d{3})$/, '$1,$2'))
  }
  expect([await note(app.window), await planOf(app.window)]).toEqual([start, startPlan])
  for (let steps = 1; steps <= 8; steps++) {
    await app.window.keyboard.press('Control+Shift+z')
    await noteOf(app.window, String(2_000 - steps * 250).replace(/^(\d)(\d{3})$/, '$1,$2'))
  }
  expect(await note(app.window)).toBe(mended)

  // After a restart the file is as it was left, and goes back to what the file says in one step.
  await app.close()
  await launch()
  await openReview(app.window, june)
  expect([await noteOf(app.window, '0'), await planOf(app.window)]).toEqual([mended, mendedPlan])
  await app.window.getByRole('button', { name: 'History' }).click()
  await app.window.getByRole('button', { name: 'Start over from the file' }).click()
  await app.window.getByRole('dialog').getByText('You are here').waitFor()
  await noteOf(app.window, '2,000')
  await app.window.getByRole('button', { name: 'Close', exact: true }).click()
  expect([await note(app.window), await planOf(app.window)]).toEqual([start, startPlan])
  await app.window.getByRole('button', { name: 'History' }).click()
  await app.window.getByRole('button', { name: /^Go to: / }).first().click()
  await noteOf(app.window, '0')
  await app.window.getByRole('button', { name: 'Close', exact: true }).click()

  // Kept with the matching, for the next test's file.
  await app.window.getByRole('button', { name: 'Back', exact: true }).click()
  await app.window.getByRole('button', { name: 'Saved mappings' }).click()
  await app.window.getByRole('textbox', { name: 'Save this mapping as' }).fill('Monthly file')
  await app.window.getByRole('button', { name: 'Save', exact: true }).click()
  await app.window.getByText('Saved as Monthly file.').waitFor()
}, 400_000)

test('the next file of its kind is mended by the same fixes, and only what is new is left', async () => {
  await openReview(app.window, july)
  await noteOf(app.window, '80')
  const applied = app.window.getByRole('region', { name: 'Fixes of the saved mapping were applied' })
  await applied.getByText('Fixes of the saved mapping were applied').click()
  expect(await applied.getByRole('listitem').allInnerTexts()).toEqual(Array.from({ length: 8 }, () => expect.stringContaining('40 problems mended')))
  const causes = app.window.getByRole('listbox', { name: 'Problems by cause' })
  await causes.getByRole('option', { name: /Not an email address/ }).waitFor()
  await causes.getByRole('option', { name: /Not a whole number/ }).waitFor()
  expect((await causes.getByRole('option').allInnerTexts()).filter((text) => /\b40$/.test(text.trim())).length).toBe(2)
})
