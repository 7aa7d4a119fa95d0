// A journal that cannot be opened, and one of which a single run cannot be read: what the first page says then.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from '../cli/support/run-cli.ts'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { damageRun, holdJournal } from './states.ts'
import { keepPicture } from './support.ts'

let home: string
let app: LaunchedApp | null = null
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'onboarder-damaged-'))
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' && app !== null) await keepPicture(app.window, task.name)
  await app?.close()
  app = null
})

async function open(): Promise<LaunchedApp['window']> {
  app = await launchApp({ home })
  return app.window
}

const importOnce = async (file: string): Promise<void> => {
  expect((await runCli(['import', `examples/${file}`, '--practice', '--yes', '--rate', '50'], { ONBOARDER_HOME: home })).code).toBe(0)
}

/** How often the page says it. */
async function timesSaid(window: LaunchedApp['window'], text: string): Promise<number> {
  // The list of runs is asked for every other second: after three of them it has answered.
  await window.waitForTimeout(3_000)
  return (await window.locator('body').innerText()).split(text).length - 1
}

test('a damaged journal is told once, with what to do; in the list of imports when it is dismissed above', async () => {
  writeFileSync(join(home, 'journal.sqlite'), 'garbage '.repeat(1_000))
  const window = await open()
  await window.getByRole('alert').getByText(/The journal is damaged .*set aside unchanged.* Start again with a new journal/).waitFor()
  expect(await timesSaid(window, 'set aside unchanged')).toBe(1)
  const list = window.getByRole('region', { name: 'Earlier imports' })
  await list.getByText('They cannot be listed, for the reason told above.').waitFor()
  await window.getByRole('button', { name: 'Dismiss' }).click()
  await list.getByText(/set aside unchanged/).waitFor()
  expect(await timesSaid(window, 'set aside unchanged')).toBe(1)
})

test('a journal that another program holds is told once, with what to do', async () => {
  const held = holdJournal(home)
  const window = await open()
  await window.getByRole('alert').getByText(/Another program keeps the journal locked .* close it or wait a moment, then resume, or start this program again/).waitFor()
  expect(await timesSaid(window, 'keeps the journal locked')).toBe(1)
  held.letGo()
})

test('a run that cannot be read is one line with what is wrong and what to do; all others are listed, and it can be deleted', async () => {
  await importOnce('clean.csv')
  await importOnce('clean.xlsx')
  damageRun(home, 'clean.csv')
  const told = await runCli(['status', '--json'], { ONBOARDER_HOME: home })
  expect([told.code, JSON.parse(told.stdout)]).toMatchObject([1, { runs: [{ file: 'clean.xlsx' }], damaged: [{ file: 'clean.csv', next: ['forget'] }] }])
  expect((await runCli(['status'], { ONBOARDER_HOME: home })).stdout).toMatch(/finished .*clean\.xlsx[^]*damaged {2}clean\.csv\n {4}What the journal holds of this import is damaged/)

  const window = await open()
  const damaged = window.getByRole('region', { name: 'Imports that cannot be read' })
  await damaged.getByText(/clean\.csv/).waitFor()
  await damaged.getByText(/what the final look found cannot be read.* its data is deleted/).waitFor()
  await window.getByRole('region', { name: 'Earlier imports' }).getByRole('row', { name: /^clean\.xlsx/ }).waitFor()
  expect(await damaged.getByRole('listitem').count()).toBe(1)
  await damaged.getByRole('button', { name: 'Delete the data of clean.csv' }).click()
  await window.getByRole('button', { name: 'Delete', exact: true }).click()
  await damaged.waitFor({ state: 'hidden' })
  await window.getByRole('region', { name: 'Earlier imports' }).getByRole('row', { name: /^clean\.xlsx/ }).waitFor()
})
