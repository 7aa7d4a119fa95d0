// A whole import by keyboard alone, from the first page to the saved report: what it cannot reach, nobody without a mouse can.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { imported, keepPicture, targetUrl } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-e2e-keyboard-'))
let app: LaunchedApp
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const mostTabs = 160

interface Focused { readonly name: string; readonly isVisible: boolean }

/** What has the focus: the name a screen reader says, and whether a person sees that it has it. */
function focused(): Promise<Focused> {
  return app.window.evaluate(`(() => {
    const here = document.activeElement
    const label = here.getAttribute('aria-label') ?? (here.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim()
    const own = here.closest('label')?.textContent ?? here.textContent
    const ring = (element) => element !== null && getComputedStyle(element).outlineStyle !== 'none'
    // Hidden boxes of radios show it on their label, search boxes on their frame, cells by a line inside; a title is where a page begins.
    const isVisible = ring(here) || ring(here.closest('label')) || (here.tagName === 'INPUT' && ring(here.parentElement)) || here.tagName === 'H1' || here.tagName === 'BODY'
      || (here.getAttribute('role') === 'gridcell' && getComputedStyle(here).boxShadow.includes('inset'))
    return { name: (label || own || here.placeholder || '').trim(), isVisible }
  })()`)
}

/** Tab, again and again, to what has this name. Every stop on the way has to be seen. */
async function tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const way: string[] = []
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await app.window.keyboard.press(key)
    const here = await focused()
    way.push(here.name.slice(0, 40))
    if (!here.isVisible) throw new Error(`Nobody sees that the focus is on “${here.name}”.`)
    if (name.test(here.name)) return
  }
  throw new Error(`${String(name)} cannot be reached; on the way: ${way.join(' · ')}`)
}

function press(key: string): Promise<void> {
  return app.window.keyboard.press(key)
}

/** Moves through a list until the chosen entry has this name. */
async function arrowTo(name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (name.test((await focused()).name)) return
    await press('ArrowDown')
  }
  throw new Error(`${String(name)} is not in the list; the last one: ${(await focused()).name}`)
}

test('from the example with problems to a saved report without a mouse', async () => {
  app = await launchApp()
  const { window } = app
  window.setDefaultTimeout(30_000)
  const saved = join(folder, 'report.csv')
  await app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, saved)
  await window.evaluate(`globalThis.pointers = 0; for (const type of ['pointerdown', 'mousedown', 'wheel', 'touchstart']) addEventListener(type, () => { globalThis.pointers += 1 }, true)`)
  await window.getByRole('button', { name: /^Practice/ }).waitFor()

  await tabTo(/^A file with problems$/)
  await press('Enter')
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await tabTo(/^Match columns$/)
  await press('Enter')
  await window.getByRole('heading', { name: 'Match the columns' }).waitFor()
  // Backwards: past the columns, of which there may be hundreds.
  await tabTo(/^Review the data$/, 'Shift+Tab')
  await press('Enter')
  await window.getByRole('heading', { name: 'Review the data' }).waitFor()

  // One cause is mended by the fix that is proposed for it.
  const errors = async (): Promise<number> => Number(/([\d,]+) errors? ·/.exec(await window.getByText(/ready · .* errors? · /).first().innerText())?.[1])
  const before = await errors()
  await tabTo(/^All causes/)
  await arrowTo(/^Error: Not an email address/)
  await press('Enter')
  await window.getByRole('region', { name: /^Mend: Not an email address/ }).waitFor()
  await tabTo(/^Apply to /)
  await press('Enter')
  await expect.poll(errors).toBe(before - 1)
  await tabTo(/^Dry run$/)
  await press('Enter')
  await window.getByRole('heading', { name: 'Dry run' }).waitFor()
  await tabTo(/^Run the dry run$/)
  await press('Enter')
  await window.getByRole('button', { name: /^Import \d+ customers$/ }).waitFor()
  await tabTo(/^Import \d+ customers$/)
  const customers = Number(/\d+/.exec((await focused()).name)?.[0])
  await press('Enter')
  await window.getByRole('heading', { name: 'Report' }).waitFor({ timeout: 120_000 })
  await tabTo(/^Save the result…$/)
  await press('Enter')
  await window.getByText('The result is saved.').waitFor()

  expect(existsSync(saved)).toBe(true)
  const { data } = Papa.parse<string[]>(readFileSync(saved, 'utf8'), { skipEmptyLines: true })
  // A line for each row of the file, below the header.
  expect(data).toHaveLength(72)
  expect((await imported(await targetUrl(window))).length).toBe(customers)
  expect(await window.evaluate('globalThis.pointers')).toBe(0)
}, 240_000)
