// The whole way of a file with problems, page by page.
import { afterEach, expect, test } from 'vitest'
import { everyLook, openStudio, type Studio, takeToReport } from './studio.ts'

let studio: Studio | undefined
afterEach(() => studio?.close())

test.each(everyLook)('the whole way, %s', async (look) => {
  studio = await openStudio(look)
  const { window, take } = studio
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
  await takeToReport(studio)
  expect(await window.getByRole('grid').isVisible()).toBe(true)
})
