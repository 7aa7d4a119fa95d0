// What a whole import does not come past: files that leave much open or cannot be read, servers that refuse, every end an import can have,
// imports of before, a journal that is held. Opened and left by the keyboard.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../cli/support/sandbox.ts'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { leaveByEscape, openByKey } from './by-keyboard.ts'
import { askToSignIn, planOpenFile, signIn } from './importing.ts'
import { clean, lookout } from './lookout.ts'
import { carryFile, holdJournal, interruptImport, makeAllEnds, questionFiles, temporaryFile } from './states.ts'
import { changedExample, dropFile, keepPicture, targetUrl } from './support.ts'

let app: LaunchedApp
let sandbox: Sandbox | null = null
async function launch(home: string): Promise<Page> {
  app = await launchApp({ home })
  return app.window
}
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
  sandbox?.stop()
  sandbox = null
})
/** As by Ctrl and +: what was beside each other may have to be scrolled to. */
async function enlarge(factor: number): Promise<void> {
  await app.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted), factor)
}
const newHome = (): string => mkdtempSync(join(tmpdir(), 'onboarder-e2e-axe-'))

test('files that ask, that cannot be read and that are looked at closely', async () => {
  const window = await launch(newHome())
  const { look, found } = lookout(window)
  await window.getByRole('button', { name: /^Practice/ }).waitFor()
  const carried = await carryFile(window, temporaryFile('picture.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])))
  await window.getByText('Drop to open').waitFor()
  await look('a file over the window', { tabs: false })
  await carried.drop()
  await window.getByRole('alert').waitFor()
  await look('a file that cannot be read')
  await openByKey(window, 'Dismiss')
  await window.getByRole('alert').waitFor({ state: 'detached' })

  await dropFile(window, ...questionFiles())
  await window.getByRole('button', { name: 'Read it like this' }).nth(4).waitFor()
  await look('five questions')
  await openByKey(window, /File$/)
  await window.getByRole('listbox').waitFor()
  await look('an open list')
  await leaveByEscape(window, window.getByRole('listbox'), /File/)

  await openByKey(window, 'Back')
  await openByKey(window, 'A file with problems')
  await openByKey(window, 'Match columns')
  await window.getByRole('heading', { name: 'Match the columns' }).waitFor()
  await openByKey(window, 'Review the data')
  await window.getByRole('grid', { name: 'Rows of the file' }).getByRole('gridcell').first().focus()
  await window.getByRole('gridcell', { name: 'BRK-001' }).first().waitFor()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('F2')
  await window.locator('.grid-editor').waitFor()
  await look('editing a cell', { tabs: false })
  await window.keyboard.press('Escape')
  await window.locator('.grid-editor').waitFor({ state: 'detached' })
  await enlarge(2)
  await look('the review, twice as large')
  await enlarge(1)
  await openByKey(window, 'Leave this row out')
  await window.getByRole('button', { name: 'Take this row back in' }).waitFor()
  await look('a row left out')
  await window.getByRole('textbox', { name: 'Search rows' }).fill('nobody has this text')
  await window.getByText('No row has a problem.').waitFor()
  await look('no rows')
  await window.getByRole('tab', { name: 'Rows' }).focus()
  await window.keyboard.press('ArrowRight')
  await window.getByRole('grid', { name: 'Customers' }).getByRole('gridcell').first().focus()
  await window.keyboard.press('ArrowDown')
  await window.getByRole('tab', { name: /^Problems/ }).focus()
  await window.keyboard.press('Enter')
  await look('problems of a customer')
  expect(found).toEqual(clean(found))
})

test('servers that refuse, an import that is paused, and imports of before', async () => {
  const home = newHome()
  sandbox = await startSandbox(['--latency', '30'])
  await interruptImport(home, sandbox)
  const window = await launch(home)
  const { look, found } = lookout(window)
  const unfinished = window.getByRole('region', { name: 'Imports that have not ended' })
  await unfinished.getByText('interrupted').waitFor()
  await askToSignIn(window, 'http://127.0.0.1:1/v1')
  await window.getByRole('alert').waitFor()
  await look('no server')
  await window.getByRole('textbox', { name: 'Server address' }).fill(sandbox.url)
  await window.getByLabel('Password').fill('wrong')
  await window.keyboard.press('Enter')
  await window.getByRole('alert').filter({ hasText: 'did not accept' }).waitFor()
  await look('wrong password')
  await leaveByEscape(window, window.getByRole('dialog'), /Change where imports go/)
  await signIn(window, sandbox)
  await unfinished.getByRole('button', { name: 'Resume clean.csv' }).waitFor()
  await look('imports that have not ended')
  await openByKey(window, /^Cancel for good.* clean\.csv$/)
  await window.getByRole('alertdialog').waitFor()
  await look('cancelling for good')
  await leaveByEscape(window, window.getByRole('alertdialog'), /^Cancel for good/)

  await dropFile(window, changedExample('more.csv', ([headers = [], ...rows]) => [headers, ...rows.map(([account = '', ...rest]) => [`M-${account}`, ...rest])]))
  await planOpenFile(window)
  await window.getByRole('textbox', { name: 'Type 25 to confirm' }).waitFor()
  await look('a plan for a live server')
  await window.getByRole('textbox', { name: 'Type 25 to confirm' }).fill('25')
  await window.keyboard.press('Enter')
  await openByKey(window, 'Pause')
  await window.getByRole('heading', { name: 'Paused' }).waitFor()
  await look('paused')
  await openByKey(window, 'Cancel the import…')
  await window.keyboard.press('Tab')
  await window.getByRole('button', { name: 'Cancel the import', exact: true }).press('Enter')
  await window.getByText('The import was cancelled').waitFor()
  await look('a report of a cancelled import')
  expect(found).toEqual(clean(found))
})

test('every end of an import, what is kept of it, and the same file once more', async () => {
  const window = await launch(newHome())
  const { look, found } = lookout(window)
  await window.getByRole('button', { name: /^Practice/ }).waitFor()
  await makeAllEnds(await targetUrl(window))
  const path = changedExample('customers.csv', (rows) => rows)
  await dropFile(window, path)
  await planOpenFile(window)
  await openByKey(window, 'Import 25 customers')
  for (let faster = 0; faster < 3; faster += 1) await openByKey(window, 'Faster')
  await window.getByText('The import ended, but not every customer went in').waitFor()
  for (const end of ['double', 'rejected', 'incomplete', 'unknown']) await window.getByRole('radio', { name: new RegExp(`^${end}`) }).waitFor()
  await look('a report of many ends')
  await enlarge(2)
  await look('a report, twice as large')
  await enlarge(1)
  await openByKey(window, 'Start another import')
  await window.getByRole('region', { name: 'Earlier imports' }).getByText('customers.csv').waitFor()
  await look('earlier imports')
  await openByKey(window, 'Delete the data of customers.csv')
  await window.getByRole('alertdialog').waitFor()
  await look('deleting what is kept')
  await leaveByEscape(window, window.getByRole('alertdialog'), /^Delete the data of/)
  await dropFile(window, changedExample('customers.csv', ([headers = [], ...rows]) => [headers, ...rows.map(([account = '', ...rest], at) => [at === rows.length - 1 ? 'NEW-1' : account, ...rest])]))
  await planOpenFile(window)
  await window.getByRole('region', { name: 'Since the last import of this file' }).waitFor()
  await look('compared with the last import')
  expect(found).toEqual(clean(found))
})

test('a journal that another program holds', async () => {
  const home = newHome()
  const held = holdJournal(home)
  try {
    const window = await launch(home)
    const { look, found } = lookout(window)
    await window.getByRole('alert').filter({ hasText: 'Another program keeps the journal locked' }).waitFor()
    // An empty list would say that nothing was ever imported.
    await window.getByRole('region', { name: 'Earlier imports' }).getByText('They cannot be listed, for the reason told above.').waitFor()
    await look('journal held')
    expect(found).toEqual(clean(found))
  } finally {
    held.letGo()
  }
})
