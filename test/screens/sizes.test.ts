// Review and report where the window is enlarged, or in the system's own few colours.
import { afterEach, expect, test } from 'vitest'
import { openStudio, type Studio, takeToReport } from './studio.ts'

let studio: Studio | undefined
afterEach(() => studio?.close())

test.each(['zoomed', 'high-contrast'] as const)('review and report, %s', async (look) => {
  studio = await openStudio('light')
  const { window, take, dress } = studio
  await window.getByRole('button', { name: 'A file with problems' }).click()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await dress(look)
  await take('match')
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByRole('option', { name: /Not an email address/ }).click()
  await window.getByRole('option', { name: /is not an email address/ }).first().click()
  await take('review')
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await takeToReport(studio)
  expect(await window.getByRole('grid').count()).toBe(1)
})
