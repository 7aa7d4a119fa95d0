// The pictures of docs/screens, from the real window. Look at each one before committing it.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { renderTroubled, usualTroubles } from '../support/troubled-rows.ts'
import { driftedExample, dropFile, project, spelledTypes, twoEncodings } from '../e2e/support.ts'

const sizes = { light: { colorScheme: 'light', width: 1280, height: 860 }, dark: { colorScheme: 'dark', width: 1280, height: 860 }, narrow: { colorScheme: 'light', width: 900, height: 700 } } as const

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
  app.window.setDefaultTimeout(20_000)
})
afterEach(() => app.close())

test.each(['light', 'dark', 'narrow'] as const)('the whole way, %s', async (look) => {
  const { window } = app
  const { colorScheme, width, height } = sizes[look]
  await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await app.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height })
  let taken = 0
  const take = async (page: string): Promise<void> => {
    await window.waitForTimeout(400)
    await window.screenshot({ path: join(project, 'docs/screens', `${page}${look === 'light' ? '' : `-${look}`}.png`) })
    taken += 1
  }
  await window.getByRole('button', { name: /^Practice/ }).waitFor()
  await take('choose')
  await window.getByRole('button', { name: /Change where imports go/ }).click()
  await window.getByRole('radio', { name: 'Live' }).check({ force: true })
  await take('connect')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'A file with problems' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await take('check')
  await window.getByRole('button', { name: 'Match columns' }).click()
  await take('match')
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByRole('option', { name: /Not an email address/ }).click()
  await window.getByRole('option', { name: /is not an email address/ }).first().click()
  await take('review')
  await window.getByRole('tab', { name: 'Customers' }).click()
  await window.getByRole('tabpanel', { name: 'Customers' }).getByRole('row').nth(2).click()
  await take('customers')
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await take('before-dry-run')
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  const start = window.getByRole('button', { name: /^Import \d+ customers?$/ })
  await start.waitFor()
  await take('dry-run')
  await start.click()
  await window.getByRole('button', { name: 'Save the result…' }).waitFor({ timeout: 60_000 })
  await take('report')
  expect(taken).toBe(9)
})

test.each(['light', 'dark', 'narrow'] as const)('what a file leaves open, %s', async (look) => {
  const { window } = app
  const { colorScheme, width, height } = sizes[look]
  await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await app.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height })
  let taken = 0
  const take = async (page: string): Promise<void> => {
    await window.waitForTimeout(400)
    await window.screenshot({ path: join(project, 'docs/screens', `${page}${look === 'light' ? '' : `-${look}`}.png`) })
    taken += 1
  }
  await window.getByRole('button', { name: /^Practice/ }).waitFor()
  await dropFile(window, twoEncodings('customers-2019.csv'))
  await window.getByRole('button', { name: 'Read it like this' }).waitFor()
  await take('question')
  await dropFile(window, spelledTypes('customers-may.csv'))
  await window.getByRole('button', { name: 'Read it like this' }).waitFor({ state: 'detached' })
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('group', { name: 'Values of Customer type' }).waitFor()
  await take('values')
  await window.getByRole('button', { name: 'Saved matchings' }).click()
  await window.getByRole('textbox', { name: 'Save this matching as' }).fill('Monthly export')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await window.getByText('Saved as Monthly export.').waitFor()
  await take('saved')
  await window.getByRole('button', { name: 'Close', exact: true }).click()
  await dropFile(window, driftedExample('customers-june.csv'))
  await window.getByRole('button', { name: 'Open the new file' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('region', { name: 'What has changed' }).waitFor()
  await take('drift')
  expect(taken).toBe(4)
})

test('an import while it runs, and paused', async () => {
  const { window } = app
  await window.getByRole('button', { name: 'A large file' }).click()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('button', { name: /^Import \d+ customers?$/ }).click()
  await window.waitForTimeout(6_000)
  await window.screenshot({ path: join(project, 'docs/screens/import.png') })
  await window.getByRole('button', { name: 'Pause' }).click()
  await window.waitForTimeout(1_500)
  await window.screenshot({ path: join(project, 'docs/screens/paused.png') })
  expect(await window.getByRole('heading', { name: 'Paused' }).isVisible()).toBe(true)
})

test.each(['light', 'dark', 'narrow'] as const)('two thousand problems on their way out, %s', async (look) => {
  const { window } = app
  const { colorScheme, width, height } = sizes[look]
  await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await app.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height })
  const take = async (page: string): Promise<void> => {
    await window.waitForTimeout(400)
    await window.screenshot({ path: join(project, 'docs/screens', `${page}${look === 'light' ? '' : `-${look}`}.png`) })
  }
  const file = join(mkdtempSync(join(tmpdir(), 'onboarder-screens-')), 'customers-june.csv')
  writeFileSync(file, renderTroubled({ seed: 6, rows: 10_000, kinds: usualTroubles, each: 250 }))
  await window.getByRole('button', { name: /^Practice/ }).waitFor()
  await dropFile(window, file)
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByRole('listbox', { name: 'Problems by cause' }).getByRole('option').nth(1).click()
  const apply = window.getByRole('button', { name: 'Apply to 250 problems' })
  await apply.click()
  await window.getByText('250 problems mended, 1,750 errors left.').waitFor()
  await apply.click()
  await window.getByText('250 problems mended, 1,500 errors left.').waitFor()
  await apply.waitFor()
  await take('mend')
  await window.getByRole('button', { name: 'History' }).click()
  await take('history')
  expect(await window.getByText('You are here').isVisible()).toBe(true)
})
