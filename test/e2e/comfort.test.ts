// What makes the window pleasant to use: files that come by themselves, files of before, the tour, and how the window looks.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, test } from 'vitest'
import { findField } from '#core/catalogue/index.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { keepPicture, project } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-e2e-comfort-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let app: LaunchedApp
async function launch(home: string, ...args: readonly string[]): Promise<Page> {
  app = await launchApp({ home, args })
  return app.window
}
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

function file(name: string): string {
  const path = join(folder, name)
  copyFileSync(join(project, 'examples/clean.csv'), path)
  return path
}

/** The program started once more, as the system does for a file that is opened with it: it hands the file over and ends. */
async function startAgain(home: string, ...args: readonly string[]): Promise<void> {
  const electron = process.env['ONBOARDER_ELECTRON'] ?? ''
  const second = spawn(electron, ['--no-sandbox', '--disable-gpu', project, ...args], { cwd: folder, env: { ...process.env, ONBOARDER_HOME: home }, stdio: 'ignore' })
  expect((await once(second, 'exit'))[0]).toBe(0)
}

const header = (window: Page, name: string): Promise<void> => window.getByRole('banner').getByText(name, { exact: true }).waitFor()

test('files that are named at a start are opened, work is asked about first, and each is among the recent ones', async () => {
  const home = join(folder, 'files')
  const [may, june, july] = ['may.csv', 'june.csv', 'july.csv'].map(file)
  let window = await launch(home, may ?? '')
  await app.app.evaluate(({ app: electron }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    electron.addRecentDocument = (path) => { seen.push(path) }
  })
  await header(window, 'may.csv')
  await startAgain(home, 'june.csv')
  await header(window, 'june.csv')
  expect(app.app.windows()).toHaveLength(1)
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('heading', { name: 'Match the columns' }).waitFor()
  await startAgain(home, `file://${july}`)
  await window.getByRole('alertdialog', { name: 'Open another file?' }).getByRole('button', { name: 'Keep this one' }).click()
  await header(window, 'june.csv')
  await startAgain(home, july ?? '')
  await window.getByRole('button', { name: 'Open the new file' }).click()
  await header(window, 'july.csv')
  // The first one may have been opened before the test could listen.
  await expect.poll(() => app.app.evaluate(() => (globalThis as unknown as { seen: readonly string[] }).seen.slice(-2))).toEqual([june, july])
  await app.close()

  rmSync(june ?? '')
  window = await launch(home)
  const recent = window.getByRole('region', { name: 'Recent files' })
  await recent.waitFor()
  expect(await recent.getByRole('listitem').allInnerTexts()).toEqual([expect.stringMatching(/^july\.csv\s+opened just now$/), expect.stringMatching(/^june\.csv\s+not there any more$/), expect.stringMatching(/^may\.csv\s+opened just now$/)])
  expect(await recent.getByRole('button', { name: 'june.csv' }).isDisabled()).toBe(true)
  const told = await window.evaluate(() => (globalThis as unknown as { bridge: { call(name: string, input: unknown): Promise<unknown> } }).bridge.call('files.recent', {}))
  expect([JSON.stringify(told), await window.content()].filter((text) => text.includes(folder))).toEqual([])
  // Gone between the list and the press.
  rmSync(july ?? '')
  await recent.getByRole('button', { name: 'july.csv' }).click()
  await window.getByRole('alert').getByText(/not there any more: it was moved/).waitFor()
  await recent.getByText('not there any more').nth(1).waitFor()
  await recent.getByRole('button', { name: 'may.csv' }).click()
  await header(window, 'may.csv')
  await window.getByRole('button', { name: 'Back', exact: true }).click()
  await recent.getByRole('button', { name: 'Clear this list' }).click()
  await recent.waitFor({ state: 'detached' })
  await expect.poll(() => readFileSync(join(home, 'recent-files.json'), 'utf8')).toBe('[]')
})

interface Look { readonly dark: boolean; readonly scheme: string; readonly contrast: string | undefined; readonly zoom: number | undefined }

async function lookOf(window: Page): Promise<Look> {
  const main = await app.app.evaluate(({ BrowserWindow, nativeTheme }) => ({ scheme: nativeTheme.themeSource, zoom: BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel() }))
  const page = await window.evaluate(`({ dark: matchMedia('(prefers-color-scheme: dark)').matches, contrast: document.documentElement.dataset.contrast })`) as Pick<Look, 'dark' | 'contrast'>
  return { ...main, ...page }
}

/** A key as the system sends it; Playwright's own keys pass by the program. */
async function pressInProgram(keyCode: string): Promise<void> {
  await app.app.evaluate(({ BrowserWindow }, key) => {
    for (const type of ['keyDown', 'keyUp'] as const) BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type, keyCode: key, modifiers: ['control'] })
  }, keyCode)
}

/** Opened and left by keyboard; the focus is where it was. */
async function readHelp(window: Page, field: string, texts: readonly (string | RegExp)[]): Promise<void> {
  await window.getByRole('button', { name: `Help: ${field}`, exact: true }).focus()
  await window.keyboard.press('Enter')
  const help = window.getByRole('dialog', { name: field, exact: true })
  for (const text of texts) await help.getByText(text, { exact: true }).waitFor()
  await window.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  await expect.poll(() => window.locator(':focus').getAttribute('aria-label')).toBe(`Help: ${field}`)
}

test('who has imported here is not offered the tour, even after the import was deleted; it stays in the help', async () => {
  const home = join(folder, 'imported')
  expect((await runCli(['import', 'examples/clean.csv', '--practice', '--yes', '--rate', '50'], { ONBOARDER_HOME: home })).code).toBe(0)
  const window = await launch(home)
  await window.getByRole('region', { name: 'Earlier imports' }).getByRole('row', { name: /^clean\.csv/ }).waitFor()
  const offer = window.getByRole('region', { name: 'New here?' })
  expect(await offer.count()).toBe(0)
  await window.getByRole('button', { name: 'Delete the data of clean.csv' }).click()
  await window.getByRole('button', { name: 'Delete', exact: true }).click()
  await window.getByText('Imports you have run are listed here').waitFor()
  expect(await offer.count()).toBe(0)
  await window.getByRole('button', { name: 'Help and appearance' }).click()
  await window.getByRole('menuitem', { name: 'Show me with an example' }).click()
  await window.getByRole('region', { name: 'Tour' }).getByText(/^Step 2 of 7\./).waitFor()
})

test('colours, contrast and zoom are chosen by keyboard and kept, and the tour is offered once', async () => {
  const home = join(folder, 'look')
  let window = await launch(home)
  // Playwright would decide for the system.
  await window.emulateMedia({ colorScheme: null })
  await window.getByRole('button', { name: /^Practice/ }).waitFor()
  expect(await lookOf(window)).toEqual({ dark: false, scheme: 'system', contrast: 'usual', zoom: 0 })
  await window.getByRole('button', { name: 'Help and appearance' }).focus()
  await window.keyboard.press('Enter')
  await window.getByRole('menuitemradio', { name: 'As the system' }).waitFor()
  // By its first letters, as in every menu.
  await window.keyboard.type('Dark')
  await window.keyboard.press('Enter')
  await expect.poll(() => lookOf(window)).toMatchObject({ dark: true, scheme: 'dark' })
  await window.keyboard.press('Enter')
  await window.getByRole('menuitemcheckbox', { name: 'Higher contrast' }).press('Enter')
  await expect.poll(() => lookOf(window)).toMatchObject({ contrast: 'more' })
  for (const key of ['=', '+', 'numadd', '-']) await pressInProgram(key)
  await expect.poll(() => lookOf(window)).toMatchObject({ zoom: 1 })

  // The tour goes along from step to step and covers nothing; it can be left anywhere.
  const hint = window.getByRole('region', { name: 'Tour' })
  await window.getByRole('region', { name: 'New here?' }).getByRole('button', { name: 'Show me with an example' }).click()
  await hint.getByText(/^Step 2 of 7\./).waitFor()
  await header(window, 'broken.csv')
  await window.getByRole('button', { name: 'Match columns' }).click()
  await hint.getByText(/^Step 3 of 7\./).waitFor()
  await readHelp(window, 'Customer · Contract term (months)', [findField('customer.contractTerm')?.help ?? '', 'Whole number, 0 or more', '24', /^No$/, /Stated by Elevate’s documents.*Its limits are concluded/, 'contractTerm'])
  await window.getByRole('button', { name: 'Review the data' }).click()
  await hint.getByText(/^Step 4 of 7\./).waitFor()
  await window.getByRole('grid', { name: 'Rows of the file' }).getByRole('gridcell').first().click()
  await readHelp(window, 'Customer · Account number', ['Yes', 'customerAccountNumber'])
  await hint.getByRole('button', { name: 'Leave the tour' }).click()
  await hint.waitFor({ state: 'detached' })
  await app.close()

  window = await launch(home)
  await window.emulateMedia({ colorScheme: null })
  await window.getByRole('button', { name: /^Practice/ }).waitFor()
  await expect.poll(() => lookOf(window)).toEqual({ dark: true, scheme: 'dark', contrast: 'more', zoom: 1 })
  expect(await window.getByRole('region', { name: 'New here?' }).count()).toBe(0)
  // The example is nobody's own file.
  expect(await window.getByRole('region', { name: 'Recent files' }).count()).toBe(0)
  expect(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'))).toEqual({ colours: 'dark', contrast: 'more', zoom: 1, tour: 'seen' })
  await pressInProgram('0')
  await expect.poll(() => lookOf(window)).toMatchObject({ zoom: 0 })
  await window.getByRole('button', { name: 'Help and appearance' }).click()
  await window.getByRole('menuitem', { name: 'Show me with an example' }).click()
  await window.getByRole('region', { name: 'Tour' }).getByText(/^Step 2 of 7\./).waitFor()
  await window.getByRole('button', { name: 'Back', exact: true }).click()
  await window.getByRole('button', { name: 'Choose a file…' }).waitFor()
  expect(await window.getByRole('region', { name: 'Tour' }).count()).toBe(0)
})

test('the manual opens at F1 and from the menu, is read by keyboard, and gives the keyboard back', async () => {
  const window = await launch(join(folder, 'manual'))
  const choose = window.getByRole('button', { name: 'Choose a file…' })
  await choose.focus()
  await window.keyboard.press('F1')
  const manual = window.getByRole('dialog', { name: 'Manual' })
  await manual.getByText('Nothing is sent before you have seen a dry run').waitFor()
  const double = manual.getByText('Look at both in Elevate and end-date the one that is too much.', { exact: false }).first()
  expect(await double.isVisible()).toBe(false)
  for (let section = 0; section < 4; section += 1) await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await double.waitFor()
  await window.keyboard.press('Escape')
  await manual.waitFor({ state: 'detached' })
  await expect.poll(() => choose.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true)

  await window.getByRole('button', { name: 'Help and appearance' }).click()
  await window.getByRole('menuitem', { name: 'Manual' }).click()
  await manual.getByRole('button', { name: 'Close' }).click()
  await manual.waitFor({ state: 'detached' })
})
