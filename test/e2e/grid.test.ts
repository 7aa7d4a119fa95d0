// Ranges, order and columns of the grid, by keyboard, mouse and the system's clipboard: in the real window, judged by what the engine says of the rows.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { dropFile, keepPicture } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-e2e-grid-'))
const file = join(folder, 'grid.csv')
const headers = ['Customer name', 'Account number', 'Customer type', 'Customer start date', 'Site reference', 'Site name', ...Array.from({ length: 10 }, (_, at) => `Extra ${at}`)]
const rows = Array.from({ length: 300 }, (_, at) => [`Name ${at % 7}`, `A${String(at >> 1).padStart(4, '0')}`, 'Business', `${String((at * 7) % 28 + 1).padStart(2, '0')}/0${(at % 9) + 1}/2025`, `S${at % 2}`, 'Main', ...Array.from({ length: 10 }, (_, extra) => `e${extra}`)])
writeFileSync(file, [headers, ...rows].map((cells) => cells.join(',')).join('\r\n'))

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
  await dropFile(app.window, file)
  await app.window.getByRole('button', { name: 'Match columns' }).click()
  await app.window.getByRole('button', { name: 'Review the data' }).click()
  await app.window.getByRole('grid', { name: 'Rows of the file' }).waitFor()
  await cell(app.window, 0, 0).waitFor()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** By its place on the screen; the account number stands first. */
const cell = (window: Page, row: number, column: number) => window.locator(`.rows-main [data-row="${row}"][data-column="${column}"]`)
const said = (window: Page, text: string | RegExp) => window.locator('.rows-main [role=status]').filter({ hasText: text }).waitFor({ state: 'attached' })
const done = (window: Page, text: string) => window.locator('.mend-said').filter({ hasText: text }).waitFor()
const clipboard = (): Promise<string> => app.app.evaluate(({ clipboard: held }) => held.readText())
const setClipboard = (text: string): Promise<void> => app.app.evaluate(({ clipboard: held }, wanted) => held.writeText(wanted), text)

/** Rows of the file as the engine has them, over the window's own bridge. */
async function rowsOf(window: Page, from: number, count: number): Promise<readonly (readonly string[])[]> {
  const sourceId = await window.locator('.rows-pane').getAttribute('data-source')
  const answer = await window.evaluate((query) => {
    const { bridge } = globalThis as unknown as { bridge: { call(name: string, input: unknown): Promise<{ value: { rows: { cells: string[] }[] } }> } }
    return bridge.call('source.rows', query)
  }, { sourceId, table: 0, from, count })
  return answer.value.rows.map(({ cells }) => cells)
}

test('ranges are selected, copied, pasted, filled and emptied by keyboard, each as one step that is taken back', async () => {
  const { window } = app
  const start = await rowsOf(window, 0, 300)
  await cell(window, 0, 0).click()
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight']) await window.keyboard.press(key)
  await said(window, '6 cells selected: 3 rows, 2 columns')
  expect(await window.locator('.rows-main [role=gridcell][aria-selected=true]').count()).toBe(6)
  await window.keyboard.press('Control+c')
  await expect.poll(clipboard).toBe('A0000\tName 0\r\nA0000\tName 1\r\nA0001\tName 2\r\n')

  // What a spreadsheet program puts on the clipboard, into other cells: texts stay texts, a line break stays in its cell.
  await setClipboard('007\t"two\nlines"\r\n1e5\t=1+1\r\n')
  await cell(window, 1, 7).click()
  await window.keyboard.press('Control+v')
  await done(window, '4 cells changed.')
  expect((await rowsOf(window, 1, 2)).map((cells) => cells.slice(7, 9))).toEqual([['007', 'two\nlines'], ['1e5', '=1+1']])
  await window.keyboard.press('Control+z')
  await expect.poll(() => rowsOf(window, 0, 300)).toEqual(start)
  await window.keyboard.press('Control+y')
  await expect.poll(async () => (await rowsOf(window, 1, 1))[0]?.[7]).toBe('007')
  await window.keyboard.press('Control+z')

  // One cell fills a range; then the whole column is filled by Ctrl+Enter, and emptied.
  await setClipboard('x')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowRight')
  await window.keyboard.press('Control+v')
  await done(window, '4 cells changed.')
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+Space')
  await said(window, '300 cells selected: 300 rows, 1 column')
  await window.keyboard.type('0042')
  await window.keyboard.press('Control+Enter')
  await done(window, '300 cells changed.')
  expect(new Set((await rowsOf(window, 0, 300)).map((cells) => cells[7]))).toEqual(new Set(['0042']))
  await window.getByRole('button', { name: 'Undo: Wrote "0042" in 300 cells' }).waitFor()
  await window.keyboard.press('Delete')
  await window.getByRole('button', { name: 'Undo: Emptied 300 cells' }).waitFor()
  expect(new Set((await rowsOf(window, 0, 300)).map((cells) => cells[7]))).toEqual(new Set(['']))
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect.poll(() => rowsOf(window, 0, 300)).toEqual(start)

  await window.keyboard.press('Shift+Space')
  await said(window, '16 cells selected: 1 row, 16 columns')
  await window.keyboard.press('Control+a')
  await said(window, '4,800 cells selected')
  await window.keyboard.press('Control+c')
  await expect.poll(async () => (await clipboard()).split('\r\n').length).toBe(301)
})

test('the mouse selects by dragging, with Shift, by headings and row numbers; one text is written in all', async () => {
  const { window } = app
  await cell(window, 2, 1).hover()
  await window.mouse.down()
  await cell(window, 5, 2).hover()
  await window.mouse.up()
  await said(window, '8 cells selected: 4 rows, 2 columns')
  await cell(window, 3, 1).click()
  await cell(window, 4, 2).click({ modifiers: ['Shift'] })
  await said(window, '4 cells selected')
  await window.locator('[data-head="4"]').click()
  await said(window, '16 cells selected: 1 row')
  await window.locator('[data-title="1"] .grid-title-text').click()
  await said(window, '300 cells selected: 300 rows, 1 column')
  await window.getByRole('textbox', { name: 'Text for all of them' }).fill('Everybody Ltd')
  await window.getByRole('button', { name: 'Write in all' }).click()
  await done(window, 'cells changed.')
  expect(new Set((await rowsOf(window, 0, 300)).map((cells) => cells[0]))).toEqual(new Set(['Everybody Ltd']))
  await window.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(async () => (await clipboard()).startsWith('Everybody Ltd\r\n')).toBe(true)
})

test('rows are sorted and listed for one customer; what is pasted there goes into the rows that are seen', async () => {
  const { window } = app
  await cell(window, 0, 3).click()
  await window.keyboard.press('Alt+Shift+ArrowUp')
  await window.getByRole('columnheader', { name: /Customer start date/ }).and(window.locator('[aria-sort=descending]')).waitFor()
  // By the date and not by its letters: the last of September comes first.
  await cell(window, 0, 3).filter({ hasText: '/09/2025' }).waitFor()
  const first = await window.locator('.rows-main [data-head="0"]').innerText()
  await setClipboard('sorted')
  await cell(window, 0, 7).click()
  await window.keyboard.press('Control+v')
  await done(window, '1 cell changed.')
  expect((await rowsOf(window, Number(/\d+/.exec(first)?.[0]) - 2, 1))[0]?.[7]).toBe('sorted')
  await window.keyboard.press('Control+z')
  await window.getByRole('button', { name: 'Sort by Customer start date' }).click()
  await window.locator('.rows-main [aria-sort]').waitFor({ state: 'detached' })

  await cell(window, 3, 0).click()
  await window.getByRole('button', { name: 'Only the rows of A0001' }).click()
  await expect.poll(() => window.getByRole('grid', { name: 'Rows of the file' }).getAttribute('aria-rowcount')).toBe('3')
  await window.getByRole('button', { name: 'Back to all customers' }).click()
  await expect.poll(() => window.getByRole('grid', { name: 'Rows of the file' }).getAttribute('aria-rowcount')).toBe('301')

  // Beside the text, what is sent instead of it; or in its place.
  await cell(window, 0, 3).click()
  await window.getByRole('region', { name: 'Cell' }).getByText(/sent as \(Date/).waitFor()
  await window.getByRole('button', { name: 'As sent' }).click()
  await cell(window, 0, 3).filter({ hasText: '2025-01-01' }).waitFor()
  await cell(window, 0, 2).filter({ hasText: 'BUSINESS' }).waitFor()
})

test('the account number stays in sight, and widths are kept while the file is open', async () => {
  const { window } = app
  await cell(window, 0, 0).click()
  const at = await cell(window, 0, 0).boundingBox()
  await window.keyboard.press('End')
  await cell(window, 0, 15).filter({ hasText: 'e9' }).waitFor()
  expect((await cell(window, 0, 0).boundingBox())?.x).toBe(at?.x)
  // Nothing that the keyboard goes to hides behind what stays.
  for (let step = 0; step < 15; step += 1) await window.keyboard.press('ArrowLeft')
  await window.keyboard.press('ArrowRight')
  const [frozen, next] = [await cell(window, 0, 0).boundingBox(), await cell(window, 0, 1).boundingBox()]
  expect(next?.x).toBeGreaterThanOrEqual((frozen?.x ?? 0) + (frozen?.width ?? 0) - 1)

  const width = async (): Promise<number> => (await cell(window, 0, 1).boundingBox())?.width ?? 0
  const before = await width()
  await window.keyboard.press('Alt+Shift+ArrowRight')
  await expect.poll(width).toBe(before + 16)
  const edge = await window.locator('[data-title="1"] .grid-resize').boundingBox()
  await window.mouse.move((edge?.x ?? 0) + 4, (edge?.y ?? 0) + 10)
  await window.mouse.down()
  await window.mouse.move((edge?.x ?? 0) + 44, (edge?.y ?? 0) + 10)
  await window.mouse.up()
  await expect.poll(width).toBe(before + 56)
  await window.getByRole('button', { name: 'Back', exact: true }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await cell(window, 0, 0).waitFor()
  expect(await width()).toBe(before + 56)
})

test('a cell is not edited before its row is read: Enter would write nothing in its place', async () => {
  const { window } = app
  const start = await rowsOf(window, 0, 300)
  await cell(window, 0, 1).focus()
  // In one go, so that the answer with the last rows cannot have come between the keys.
  const editors = await window.evaluate(async () => {
    const page = globalThis as unknown as { document: { activeElement: { dispatchEvent(event: unknown): void }; querySelectorAll(of: string): { length: number } }; KeyboardEvent: new (type: string, init: object) => unknown }
    const press = async (key: string, ctrlKey: boolean): Promise<void> => {
      page.document.activeElement.dispatchEvent(new page.KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))
      for (let turns = 0; turns < 50; turns += 1) await Promise.resolve()
    }
    await press('End', true)
    await press('F2', false)
    const opened = page.document.querySelectorAll('.grid-editor').length
    await press('Enter', false)
    return opened
  })
  expect(editors).toBe(0)
  await window.locator('.rows-main [data-cursor]').getByText('e9').waitFor()
  await window.keyboard.press('F2')
  await expect.poll(() => window.locator('.grid-editor').inputValue()).toBe('e9')
  await window.keyboard.press('Enter')
  expect(await rowsOf(window, 0, 300)).toEqual(start)
})
