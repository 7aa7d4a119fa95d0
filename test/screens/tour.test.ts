// The tour, which goes along with the operator, and the menu it is found in, with the manual.
import { afterEach, expect, test } from 'vitest'
import { everyLook, openStudio, type Studio } from './studio.ts'

let studio: Studio | undefined
afterEach(() => studio?.close())

test.each(everyLook)('the tour, %s', async (look) => {
  studio = await openStudio(look)
  const { window, take } = studio
  await window.getByRole('region', { name: 'New here?' }).getByRole('button', { name: 'Show me with an example' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await take('tour')
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByRole('grid').waitFor()
  await take('tour-review')
  await window.getByRole('button', { name: 'Help and appearance' }).click()
  await take('help-menu')
  expect(await window.getByRole('menuitemcheckbox', { name: 'Higher contrast' }).isVisible()).toBe(true)
  await window.getByRole('menuitem', { name: 'Manual' }).click()
  const manual = window.getByRole('dialog', { name: 'Manual' })
  await manual.getByRole('button', { name: 'From a spreadsheet to Elevate' }).click()
  await manual.getByRole('button', { name: 'What you can rely on' }).click()
  await take('manual')
  expect(await manual.getByText('One at a time').isVisible()).toBe(true)
})
