// What does not work: files that cannot be read or leave much open, servers that refuse, journals that are held or damaged.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { runCli } from '../cli/support/run-cli.ts'
import { startSandbox, type Sandbox } from '../cli/support/sandbox.ts'
import { askToSignIn } from '../e2e/importing.ts'
import { carryFile, damageRun, holdJournal, questionFiles, temporaryFile } from '../e2e/states.ts'
import { dropFile } from '../e2e/support.ts'
import { everyLook, openStudio, type Studio } from './studio.ts'

let studio: Studio | undefined
let sandbox: Sandbox | undefined
afterEach(async () => {
  await studio?.close()
  sandbox?.stop()
  sandbox = undefined
})
const newHome = (): string => mkdtempSync(join(tmpdir(), 'onboarder-screens-'))

test.each(everyLook)('files and servers that do not work, %s', async (look) => {
  sandbox = await startSandbox()
  studio = await openStudio(look)
  const { window, take } = studio
  const carried = await carryFile(window, temporaryFile('picture.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])))
  await window.getByText('Drop to open').waitFor()
  await take('drop')
  await carried.drop()
  await window.getByRole('alert').waitFor()
  await take('unreadable')
  await window.getByRole('button', { name: 'Dismiss' }).click()
  await dropFile(window, ...questionFiles())
  await window.getByRole('button', { name: 'Read it like this' }).nth(4).waitFor()
  await take('questions')
  await window.getByRole('button', { name: 'Back', exact: true }).click()
  await askToSignIn(window, 'http://127.0.0.1:1/v1')
  await window.getByRole('alert').waitFor()
  await take('no-server')
  await window.getByRole('textbox', { name: 'Server address' }).fill(sandbox.url)
  await window.getByLabel('Password').fill('wrong')
  await window.getByRole('button', { name: 'Connect', exact: true }).click()
  await window.getByRole('alert').filter({ hasText: 'did not accept' }).waitFor()
  await take('wrong-password')
  expect(await window.getByRole('dialog').isVisible()).toBe(true)
})

test.each(everyLook)('a journal that is held, %s', async (look) => {
  const home = newHome()
  const held = holdJournal(home)
  try {
    studio = await openStudio(look, { home })
    await studio.window.getByRole('alert').filter({ hasText: 'keeps the journal locked' }).waitFor()
    await studio.take('journal-held')
    expect(await studio.window.getByRole('button', { name: 'Choose a file…' }).isVisible()).toBe(true)
  } finally {
    held.letGo()
  }
})

test.each(everyLook)('a journal that is damaged, %s', async (look) => {
  const home = newHome()
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'journal.sqlite'), 'this was a journal once\n'.repeat(400))
  studio = await openStudio(look, { home })
  await studio.window.getByRole('alert').filter({ hasText: /journal/ }).waitFor()
  await studio.take('journal-damaged')
  expect(await studio.window.getByRole('button', { name: 'Choose a file…' }).isVisible()).toBe(true)
})

test.each(everyLook)('a run that cannot be read, %s', async (look) => {
  const home = newHome()
  for (const file of ['clean.csv', 'clean.xlsx']) await runCli(['import', `examples/${file}`, '--practice', '--yes', '--rate', '50'], { ONBOARDER_HOME: home })
  damageRun(home, 'clean.csv')
  studio = await openStudio(look, { home })
  await studio.window.getByRole('region', { name: 'Imports that cannot be read' }).waitFor()
  await studio.take('run-damaged')
  expect(await studio.window.getByRole('row', { name: /^clean\.xlsx/ }).isVisible()).toBe(true)
})
