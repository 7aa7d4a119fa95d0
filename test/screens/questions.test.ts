// What a file leaves open, and what is known of its kind from before.
import { afterEach, expect, test } from 'vitest'
import { driftedExample, dropFile, spelledTypes, twoEncodings } from '../e2e/support.ts'
import { everyLook, openStudio, type Studio } from './studio.ts'

let studio: Studio | undefined
afterEach(() => studio?.close())

test.each(everyLook)('what a file leaves open, %s', async (look) => {
  studio = await openStudio(look)
  const { window, take } = studio
  await dropFile(window, twoEncodings('customers-2019.csv'))
  await window.getByRole('button', { name: 'Read it like this' }).waitFor()
  await take('question')
  await dropFile(window, spelledTypes('customers-may.csv'))
  await window.getByRole('button', { name: 'Read it like this' }).waitFor({ state: 'detached' })
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('group', { name: 'Values of Customer type' }).waitFor()
  await take('values')
  await window.getByRole('button', { name: /^Help: Customer · Customer type/ }).click()
  await take('field-help')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Saved mappings' }).click()
  await window.getByRole('textbox', { name: 'Save this mapping as' }).fill('Monthly export')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await window.getByText('Saved as Monthly export.').waitFor()
  await take('saved')
  await window.getByRole('button', { name: 'Close', exact: true }).click()
  await dropFile(window, driftedExample('customers-june.csv'))
  await take('another-file')
  await window.getByRole('button', { name: 'Open the new file' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('region', { name: 'What has changed' }).waitFor()
  await take('drift')
  expect(await window.getByRole('button', { name: 'Match anew' }).count()).toBe(1)
})
