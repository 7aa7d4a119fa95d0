// Imports of before: lists of them, every end one can have, what has changed since, and what is kept.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../cli/support/sandbox.ts'
import { planOpenFile, signIn } from '../e2e/importing.ts'
import { interruptImport, makeAllEnds } from '../e2e/states.ts'
import { changedExample, dropFile, targetUrl } from '../e2e/support.ts'
import { everyLook, openStudio, type Studio } from './studio.ts'

let studio: Studio | undefined
let sandbox: Sandbox | undefined
afterEach(async () => {
  await studio?.close()
  sandbox?.stop()
})

test.each(everyLook)('imports of before and their ends, %s', async (look) => {
  const home = mkdtempSync(join(tmpdir(), 'onboarder-screens-'))
  sandbox = await startSandbox(['--latency', '30'])
  await interruptImport(home, sandbox)
  studio = await openStudio(look, { home })
  const { window, take } = studio
  await makeAllEnds(await targetUrl(window))
  await dropFile(window, changedExample('customers-may.csv', (rows) => rows))
  await planOpenFile(window)
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
  for (let faster = 0; faster < 3; faster += 1) await window.getByRole('button', { name: 'Faster' }).click()
  await window.getByText('The import ended, but not every customer went in').waitFor({ timeout: 60_000 })
  await window.getByRole('radio', { name: /^double/ }).click()
  await take('report-of-many-ends')

  await window.getByRole('button', { name: 'Start another import' }).click()
  await signIn(window, sandbox)
  const unfinished = window.getByRole('region', { name: 'Imports that have not ended' })
  await unfinished.getByRole('button', { name: 'Resume clean.csv' }).waitFor()
  await take('runs')
  await unfinished.getByRole('button', { name: /^Cancel for good.* clean\.csv$/ }).click()
  await window.getByRole('alertdialog').waitFor()
  await take('give-up')
  await window.getByRole('button', { name: 'Keep it' }).click()
  await window.getByRole('button', { name: 'Delete the data of customers-may.csv' }).click()
  await window.getByRole('alertdialog').waitFor()
  await take('forget')
  await window.getByRole('button', { name: 'Keep it' }).click()

  await unfinished.getByRole('button', { name: 'Resume clean.csv' }).click()
  await window.getByText('Every customer of the plan is there').waitFor({ timeout: 60_000 })
  await take('report-all-there')
  await window.getByRole('button', { name: 'Start another import' }).click()
  await dropFile(window, changedExample('clean.csv', ([headers = [], ...rows]) => [headers, ...rows.map(([account = '', ...rest], at) => [at === rows.length - 1 ? 'NEW-1' : account, ...rest])]))
  await planOpenFile(window)
  await window.getByRole('region', { name: 'Since the last import of this file' }).waitFor()
  await take('since-last')
  expect(await window.getByRole('region', { name: 'What you approve' }).isVisible()).toBe(true)
})
