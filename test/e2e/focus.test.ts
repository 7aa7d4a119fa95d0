// After a button beside the grid was pressed, by keyboard, the keyboard is in the grid again, where it was.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { keepPicture } from './support.ts'

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
  const { window } = app
  await window.getByRole('button', { name: 'A file with problems' }).click()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.locator('.rows-main [data-row="0"]').first().waitFor()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

/** The row's number in the file and the column's place, of the cell that has the keyboard; what else has it, otherwise. */
const keyboard = (): Promise<string> => app.window.evaluate(`(() => {
  const here = document.activeElement
  return here.getAttribute('role') === 'gridcell' ? /\\d+$/.exec(here.closest('[role=row]').querySelector('.grid-head').innerText.trim())?.[0] + ':' + here.dataset.column : here.tagName + ' ' + here.innerText
})()`)
/** Twice in a row: what comes late may take it away again. */
async function keyboardIsAt(place: string): Promise<void> {
  await expect.poll(keyboard).toBe(place)
  await app.window.waitForTimeout(400)
  expect(await keyboard()).toBe(place)
}
async function pressButton(name: string | RegExp): Promise<void> {
  await app.window.getByRole('button', { name }).focus()
  await app.window.keyboard.press('Enter')
}

test('restoring, leaving out, undoing and writing in a range give the keyboard back to its cell', async () => {
  const { window } = app
  await window.locator('.rows-main [data-row="7"][data-column="1"]').click()
  await window.keyboard.type('Another name')
  await window.keyboard.press('Control+Enter')
  await keyboardIsAt('9:1')
  await pressButton("Restore the file's text")
  await window.getByRole('button', { name: "Restore the file's text" }).waitFor({ state: 'detached' })
  await keyboardIsAt('9:1')
  await pressButton('Leave this row out')
  await window.getByRole('button', { name: 'Take this row back in' }).waitFor()
  await keyboardIsAt('9:1')
  for (const way of [/^Undo: /, /^Undo: /, /^Redo: /, /^Undo: /]) {
    await pressButton(way)
    await keyboardIsAt('9:1')
  }
  await pressButton(/^Undo: /)
  await keyboardIsAt('9:1')
  await window.getByRole('button', { name: 'Undo', exact: true }).and(window.locator('[disabled]')).waitFor()

  await window.keyboard.press('Shift+ArrowDown')
  await window.getByRole('textbox', { name: 'Text for all of them' }).fill('Both')
  await window.keyboard.press('Enter')
  await window.locator('.mend-said').filter({ hasText: '2 cells changed.' }).waitFor()
  await keyboardIsAt('9:1')
  await pressButton('Empty them')
  await window.getByRole('button', { name: 'Undo: Emptied 2 cells' }).waitFor()
  await keyboardIsAt('9:1')
  expect(await window.locator('.rows-main [role=gridcell][aria-selected=true]').count()).toBe(2)
})

test('a fix gives the keyboard to the grid, whose list is shorter then, and a list that is long again has it where it was', async () => {
  const { window } = app
  await window.locator('.rows-main [data-row="8"][data-column="1"]').click()
  await keyboardIsAt('10:1')
  await window.getByRole('option', { name: /Not an email address/ }).click()
  await window.getByRole('region', { name: /^Mend: Not an email address/ }).waitFor()
  await expect.poll(() => window.getByRole('grid', { name: 'Rows of the file' }).getAttribute('aria-rowcount')).toBe('2')
  await pressButton(/^Apply to /)
  await window.getByRole('region', { name: /^Mend: Not an email address/ }).waitFor({ state: 'detached' })
  await expect.poll(keyboard).toMatch(/^\d+:1$/)
  await window.getByRole('option', { name: /^All causes/ }).click()
  await expect.poll(() => window.getByRole('grid', { name: 'Rows of the file' }).getAttribute('aria-rowcount')).toBe('72')
  await expect.poll(() => window.locator('.rows-main [data-cursor]').getAttribute('data-row')).toBe('8')
})

test('however far the list is scrolled, up and down, the keyboard stays in its cell', async () => {
  const { window } = app
  await window.locator('.rows-main [data-row="0"][data-column="1"]').click()
  for (let step = 0; step < 35; step += 1) await window.keyboard.press('ArrowDown')
  await keyboardIsAt('37:1')
  await window.evaluate('globalThis.cellWithKeyboard = document.activeElement')
  for (const pixels of [-5_000, 5_000, -900, 600, -60, 5_000, -5_000]) {
    await window.mouse.wheel(0, pixels)
    await window.waitForTimeout(100)
    expect([await keyboard(), await window.evaluate('globalThis.cellWithKeyboard === document.activeElement')]).toEqual(['37:1', true])
  }
  await window.keyboard.press('ArrowDown')
  await keyboardIsAt('38:1')
})
