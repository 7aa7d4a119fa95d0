// An import while it goes on, paused, and on a bad day.
import { afterEach, expect, test } from 'vitest'
import { makeDifficult, planOpenFile } from '../e2e/importing.ts'
import { everyLook, openStudio, type Studio } from './studio.ts'

let studio: Studio | undefined
afterEach(() => studio?.close())

test.each(everyLook)('an import while it runs, and paused, %s', async (look) => {
  studio = await openStudio(look)
  const { window, take } = studio
  await window.getByRole('button', { name: 'A large file' }).click()
  await planOpenFile(window)
  await window.getByRole('button', { name: /^Import \d+ customers?$/ }).click()
  await window.waitForTimeout(6_000)
  await take('import')
  await window.getByRole('button', { name: 'Pause' }).click()
  await window.getByRole('heading', { name: 'Paused' }).waitFor()
  await window.waitForTimeout(1_000)
  await take('paused')
  await window.getByRole('button', { name: 'Cancel the import…' }).click()
  await take('cancelling')
  expect(await window.getByRole('alertdialog').isVisible()).toBe(true)
})

test.each(everyLook)('made difficult, %s', async (look) => {
  studio = await openStudio(look)
  const { window, take } = studio
  await window.getByRole('button', { name: /Change where imports go/ }).click()
  await window.getByRole('checkbox', { name: /^Make it difficult/ }).check({ force: true })
  await take('practice')
  await window.keyboard.press('Escape')
  await makeDifficult(window)
  await window.getByRole('button', { name: 'A large file' }).click()
  await planOpenFile(window)
  await window.getByRole('button', { name: /^Import \d+ customers?$/ }).click({ timeout: 120_000 })
  await window.getByText('Make it difficult is on').waitFor()
  for (let faster = 0; faster < 3; faster += 1) await window.getByRole('button', { name: 'Faster' }).click()
  await window.waitForTimeout(25_000)
  await take('difficult')
  expect(await window.getByRole('status', { name: 'Where the import is' }).isVisible()).toBe(true)
})
