// Two thousand problems on their way out, and ranges of cells.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { dropFile } from '../e2e/support.ts'
import { renderTroubled, usualTroubles } from '../support/troubled-rows.ts'
import { everyLook, openStudio, type Studio } from './studio.ts'

let studio: Studio | undefined
afterEach(() => studio?.close())

test.each(everyLook)('two thousand problems on their way out, %s', async (look) => {
  studio = await openStudio(look)
  const { window, take } = studio
  const file = join(mkdtempSync(join(tmpdir(), 'onboarder-screens-')), 'customers-june.csv')
  writeFileSync(file, renderTroubled({ seed: 6, rows: 10_000, kinds: usualTroubles, each: 250 }))
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
  await window.getByRole('button', { name: 'Close', exact: true }).click()
  await window.getByRole('listbox', { name: 'Problems by cause' }).getByRole('option').first().click()
  await window.locator('.rows-main .grid-cell').nth(2).click()
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']) await window.keyboard.press(key)
  await window.getByRole('button', { name: 'Write in all' }).waitFor()
  await take('range')
})
