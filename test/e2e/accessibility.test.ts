// Every page of a whole import and its dialogs, in light, dark and higher contrast: nothing serious that a person with a screen reader or
// low vision would meet. One import serves all looks: they differ in colours alone.
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

async function seriousFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Legacy mode: the other one opens a second page, which this app does not allow.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules === undefined ? axe : axe.withRules([...rules])).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`)
}

// Both at once are held by test/rules/contrast.test.ts, as figures.
const looks = [['dark', { colorScheme: 'dark', contrast: 'no-preference' }], ['more contrast', { colorScheme: 'light', contrast: 'more' }]] as const

/** Looks at a page as it is: everything in light, and in the other looks what differs, the colours. */
function lookout(window: Page): { readonly look: (page: string) => Promise<void>; readonly found: Readonly<Record<string, readonly string[]>> } {
  const found: Record<string, readonly string[]> = {}
  return {
    found,
    async look(page) {
      await window.waitForTimeout(300)
      found[page] = await seriousFindings(window)
      for (const [name, media] of looks) {
        await window.emulateMedia(media)
        found[`${page}, ${name}`] = await seriousFindings(window, ['color-contrast'])
      }
      await window.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
    },
  }
}

const clean = (found: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> => Object.fromEntries(Object.keys(found).map((page) => [page, []]))

test('a whole import has no serious findings in any look', { timeout: 600_000 }, async () => {
  const { window } = app
  const { look, found } = lookout(window)
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
  await window.locator('.rows-main .grid-cell').first().click()
  await window.keyboard.press('Shift+ArrowRight')
  await window.keyboard.press('Control+Space')
  await window.keyboard.press('Alt+Shift+ArrowDown')
  await window.getByRole('button', { name: 'As sent' }).click()
  await window.getByRole('button', { name: 'Write in all' }).waitFor()
  await look('range')
  await window.locator('.rows-main .grid-cell').first().click()
  await window.getByRole('button', { name: /^Only the rows of / }).click()
  await window.getByRole('button', { name: 'Back to all customers' }).waitFor()
  await look('one customer')
  await window.getByRole('tab', { name: 'Customers' }).click()
  await look('customers')
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('button', { name: /^Import \d+ customers?$/ }).waitFor()
  await look('plan')
  await window.getByRole('button', { name: /^Import \d+ customers?$/ }).click()
  await window.getByText('Make it difficult is on').waitFor()
  await look('import')
  await window.getByRole('button', { name: 'Cancel the import…' }).click()
  await look('cancelling')
  await window.getByRole('button', { name: 'Keep importing' }).click()
  for (let faster = 0; faster < 3; faster += 1) await window.getByRole('button', { name: 'Faster' }).click()
  await window.getByRole('button', { name: 'Save the result…' }).waitFor({ timeout: 150_000 })
  await window.getByRole('region', { name: 'Final look at the server' }).waitFor()
  await look('report')
  expect(found).toEqual(clean(found))
})

test('questions, values, saved mappings and help have no serious findings in any look', { timeout: 600_000 }, async () => {
  const { window } = app
  const { look, found } = lookout(window)
  await dropFile(window, twoEncodings('accents.csv'))
  await window.getByRole('button', { name: 'Read it like this' }).waitFor()
  await look('question')
  await dropFile(window, spelledTypes('types.csv'))
  await window.getByRole('button', { name: 'Read it like this' }).waitFor({ state: 'detached' })
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('group', { name: 'Values of Customer type' }).waitFor()
  await look('values')
  await window.getByRole('button', { name: /^Help: Customer · Customer type/ }).click()
  await look('help of a field')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: /^Field: Town/ }).click()
  await look('fields')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Saved mappings' }).click()
  await window.getByRole('textbox', { name: 'Save this mapping as' }).fill('Monthly export')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await window.getByText('Saved as Monthly export.').waitFor()
  await look('saved')
  await window.getByRole('button', { name: 'Close', exact: true }).click()
  await dropFile(window, driftedExample('june.csv'))
  await window.getByRole('alertdialog', { name: 'Open another file?' }).waitFor()
  await look('another file')
  await window.getByRole('button', { name: 'Open the new file' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('region', { name: 'What has changed' }).waitFor()
  await look('drift')
  await window.getByRole('button', { name: 'Help and appearance' }).click()
  await look('help menu')
  await window.getByRole('menuitem', { name: 'Show me with an example' }).click()
  await window.getByRole('button', { name: 'Open the new file' }).click()
  await window.getByRole('region', { name: 'Tour' }).waitFor()
  await look('tour')
  await window.getByRole('button', { name: 'Back', exact: true }).click()
  await window.getByRole('region', { name: 'Recent files' }).waitFor()
  await look('recent files')
  expect(found).toEqual(clean(found))
})
