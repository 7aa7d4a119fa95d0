// Every page of a whole import, in light and dark: nothing serious that a person with a screen reader or low vision would meet.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { makeDifficult } from './importing.ts'
import { driftedExample, dropFile, keepPicture, spelledTypes, twoEncodings } from './support.ts'

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
  app.window.setDefaultTimeout(20_000)
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Legacy mode: the other one opens a second page, which this app does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`)
}

test.each(['light', 'dark'] as const)('a whole import has no serious findings in %s', { timeout: 300_000 }, async (colorScheme) => {
  const { window } = app
  await window.emulateMedia({ colorScheme })
  const found: Record<string, readonly string[]> = {}
  const look = async (page: string): Promise<void> => {
    await window.waitForTimeout(300)
    found[page] = await seriousFindings(window)
  }
  await window.getByRole('button', { name: 'Choose a file…' }).waitFor()
  await look('choose')
  await window.getByRole('button', { name: /Change where imports go/ }).click()
  await look('target')
  await window.keyboard.press('Escape')
  await makeDifficult(window)
  await look('difficult')
  await window.getByRole('button', { name: 'A file with problems' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await look('check')
  await window.getByRole('button', { name: 'Match columns' }).click()
  await look('match')
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByRole('grid').waitFor()
  await look('review')
  await window.getByRole('listbox', { name: 'Problems by cause' }).getByRole('option', { name: /Not an email address/ }).click()
  await window.getByRole('group', { name: 'Before and after' }).or(window.getByText('No fix for all')).first().waitFor()
  await look('mend')
  await window.getByRole('button', { name: 'History' }).click()
  await window.getByRole('dialog', { name: 'History' }).waitFor()
  await look('history')
  await window.keyboard.press('Escape')
  await window.getByRole('tab', { name: 'Customers' }).click()
  await look('customers')
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('button', { name: /^Import \d+ customers?$/ }).waitFor()
  await look('plan')
  await window.getByRole('button', { name: /^Import \d+ customers?$/ }).click()
  await window.getByText('Make it difficult is on').waitFor()
  await look('import')
  for (let faster = 0; faster < 3; faster += 1) await window.getByRole('button', { name: 'Faster' }).click()
  await window.getByRole('button', { name: 'Save report…' }).waitFor({ timeout: 150_000 })
  await window.getByRole('region', { name: 'Final look at the server' }).waitFor()
  await look('report')
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((page) => [page, []])))
})

test.each(['light', 'dark'] as const)('questions, values and saved matchings have no serious findings in %s', async (colorScheme) => {
  const { window } = app
  await window.emulateMedia({ colorScheme })
  const found: Record<string, readonly string[]> = {}
  const look = async (page: string): Promise<void> => {
    await window.waitForTimeout(300)
    found[page] = await seriousFindings(window)
  }
  await dropFile(window, twoEncodings('accents.csv'))
  await window.getByRole('button', { name: 'Read it like this' }).waitFor()
  await look('question')
  await dropFile(window, spelledTypes('types.csv'))
  await window.getByRole('button', { name: 'Read it like this' }).waitFor({ state: 'detached' })
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('group', { name: 'Values of Customer type' }).waitFor()
  await look('values')
  await window.getByRole('button', { name: 'Saved matchings' }).click()
  await window.getByRole('textbox', { name: 'Save this matching as' }).fill('Monthly export')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await window.getByText('Saved as Monthly export.').waitFor()
  await look('saved')
  await window.getByRole('button', { name: 'Close', exact: true }).click()
  await dropFile(window, driftedExample('june.csv'))
  await window.getByRole('button', { name: 'Open the new file' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('region', { name: 'What has changed' }).waitFor()
  await look('drift')
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((page) => [page, []])))
})
