// The window at twice its size: what there is room for is a quarter. Everything can be reached, and nothing covers another thing.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { startSandbox } from '../cli/support/sandbox.ts'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { planExample, signIn } from './importing.ts'
import { interruptImport } from './states.ts'
import { keepPicture } from './support.ts'

let app: LaunchedApp
async function launch(home: string, size: { readonly width: number; readonly height: number }): Promise<Page> {
  app = await launchApp({ home })
  await app.app.evaluate(({ BrowserWindow }, { width, height }) => {
    const [shown] = BrowserWindow.getAllWindows()
    shown?.setMinimumSize(0, 0)
    shown?.setContentSize(width, height)
  }, size)
  await expect.poll(() => app.window.evaluate<number>('innerWidth')).toBe(size.width)
  return app.window
}
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})
const newHome = (): string => mkdtempSync(join(tmpdir(), 'onboarder-e2e-small-'))

test('with the room of a window at 200 percent a file is mended, planned and imported by mouse', async () => {
  const window = await launch(newHome(), { width: 640, height: 430 })
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
  await window.getByText('others were held back').waitFor()
  await window.getByRole('grid').getByRole('gridcell').first().click()
  expect(await window.evaluate<readonly number[]>('[document.documentElement.scrollWidth, document.querySelector(".page-scroll").scrollWidth - document.querySelector(".page-scroll").clientWidth]')).toEqual([640, 0])
})

test('in a narrow window the customers of a dry run have a list of their own height, reached by scrolling the page', async () => {
  const window = await launch(newHome(), { width: 900, height: 700 })
  await planExample(window)
  const list = window.getByRole('grid', { name: 'Customers' })
  await list.scrollIntoViewIfNeeded()
  const seen = await window.evaluate<{ readonly rows: number; readonly scrollers: number }>(`(() => {
    document.querySelector('.customers-list').scrollIntoView({ block: 'end' })
    const page = document.querySelector('.page-scroll').getBoundingClientRect()
    const isSeen = ({ top, bottom }) => top >= page.top && bottom <= page.bottom
    const rows = [...document.querySelectorAll('.customers-list [role=row]')].filter((row) => isSeen(row.getBoundingClientRect())).length
    const scrollers = [...document.querySelectorAll('.plan, .plan-view, .plan-choices')].filter((pane) => pane.scrollHeight > pane.clientHeight + 1).length
    return { rows, scrollers }
  })()`)
  expect(seen.rows).toBeGreaterThanOrEqual(9)
  expect(seen.scrollers).toBe(0)
  await list.getByRole('gridcell').first().click()
  await window.getByRole('tabpanel').scrollIntoViewIfNeeded()
  await window.getByText('"customerAccountNumber"').first().waitFor()
})

test('at its smallest the window shows an import that has not ended with all that can be done about it', async () => {
  const home = newHome()
  const sandbox = await startSandbox(['--latency', '30'])
  try {
    await interruptImport(home, sandbox)
    const window = await launch(home, { width: 900, height: 600 })
    await signIn(window, sandbox)
    const unfinished = window.getByRole('region', { name: 'Imports that have not ended' })
    await unfinished.getByRole('button', { name: 'Resume clean.csv' }).waitFor()
    const rightmost = await window.evaluate<number>("Math.max(...[...document.querySelectorAll('.frame *')].map((element) => element.getBoundingClientRect().right))")
    expect(rightmost).toBeLessThanOrEqual(900)
    await unfinished.getByRole('button', { name: 'Report clean.csv' }).click()
    await window.getByText('The import was interrupted').waitFor()
  } finally {
    sandbox.stop()
  }
})
