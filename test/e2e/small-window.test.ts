// The window at twice its size: what there is room for is a quarter. Everything can be reached, and nothing covers another thing.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { keepPicture } from './support.ts'

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
  app.window.setDefaultTimeout(15_000)
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

test('with the room of a window at 200 percent a file is mended, planned and imported by mouse', async () => {
  const { window } = app
  await app.app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows()
    shown?.setMinimumSize(0, 0)
    shown?.setContentSize(640, 430)
  })
  await expect.poll(() => window.evaluate<number>('innerWidth')).toBe(640)
  await window.getByRole('button', { name: 'A file with problems' }).click()
  await window.getByRole('grid').getByRole('gridcell').first().click()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Add a fixed value' }).click()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Review the data' }).click()
  // A click is refused where something else lies above what is clicked.
  await window.getByRole('option', { name: /Not an email address/ }).click()
  await window.getByRole('grid').getByRole('gridcell').first().click()
  await window.getByRole('button', { name: 'Next problem', exact: true }).click()
  await window.getByRole('radio', { name: 'Empty the cells' }).or(window.getByText('Empty the cells')).first().click()
  await window.getByRole('button', { name: 'Apply to 1 problem' }).click()
  await window.getByText('1 problem mended, 43 errors left.').waitFor()
  await window.getByRole('tab', { name: 'Customers' }).click()
  await window.getByRole('grid', { name: 'Customers' }).getByRole('gridcell').first().click()
  await window.getByRole('tab', { name: 'What will be sent' }).click()
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('radio', { name: /Skip them/ }).waitFor()
  await window.getByRole('button', { name: /^Import \d+ customers$/ }).click()
  await window.getByText('others were held back').waitFor({ timeout: 60_000 })
  await window.getByRole('grid').getByRole('gridcell').first().click()
  expect(await window.evaluate<readonly number[]>('[document.documentElement.scrollWidth, document.querySelector(".page-scroll").scrollWidth - document.querySelector(".page-scroll").clientWidth]')).toEqual([640, 0])
}, 180_000)
