// What the window says of the server in the end: after a bad day, and after a server has stored a customer twice.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSandbox, type Ledger } from '../cli/support/sandbox.ts'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { accounts, importExample, makeDifficult, planExample } from './importing.ts'
import { keepPicture, targetUrl } from './support.ts'

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

const ledgerOf = async (url: string): Promise<Ledger> => (await (await fetch(new URL('/sandbox/ledger', url))).json()) as Ledger

// A server in trouble is asked less often, so this takes its time.
test('made difficult, the practice server makes trouble, the window says so, and every customer arrives once', { timeout: 400_000 }, async () => {
  const { window } = app
  await window.getByRole('button', { name: /^Practice/ }).waitFor()
  await makeDifficult(window)
  await planExample(window)
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
  await window.getByText('Make it difficult is on').waitFor()
  const phase = window.getByRole('status', { name: 'Where the import is' })
  await phase.getByText('Sending').waitFor()
  for (let faster = 0; faster < 3; faster += 1) await window.getByRole('button', { name: 'Faster' }).click()
  // That it is slower than it may be, and which customers nobody knows about just now, why, and when each is looked up.
  const [line] = await Promise.all([
    window.getByRole('region', { name: 'Being checked' }).getByRole('listitem').first().innerText({ timeout: 250_000 }),
    window.getByText(/slowed down to \d.* to spare the server/).waitFor({ timeout: 250_000 }),
  ])
  const checked = /^(\S+): \S.*looked up (?:next|in \d+ s)$/s.exec(line)
  expect(checked).not.toBeNull()
  await phase.getByText('Final look').waitFor({ timeout: 250_000 })
  await window.getByText('Every customer of the plan is there').waitFor()
  const look = window.getByRole('region', { name: 'Final look at the server' })
  await look.getByText(/25 customers were counted on the server once more.*None is there more than once\./).waitFor()

  const url = await targetUrl(window)
  const { requests } = (await ledgerOf(url)) as unknown as { readonly requests: readonly { readonly fault: string | null }[] }
  const met = new Set(requests.flatMap(({ fault }) => fault ?? []))
  expect([...met]).toEqual(expect.arrayContaining(['drop-applied', 'drop-not-applied', 'drop-applied-later', 'throttle', 'unavailable']))
  const all = await accounts({ url })
  expect([all.length, new Set(all).size]).toEqual([25, 25])
  expect(all).toContain(checked?.[1])

  // And off again: the same server, and no more trouble.
  await window.getByRole('button', { name: /Change where imports go/ }).click()
  await window.getByRole('checkbox', { name: /^Make it difficult/ }).uncheck({ force: true })
  await window.getByRole('button', { name: 'Use the practice server' }).click()
  await window.getByRole('button', { name: /^Practice\. / }).waitFor()
  const settings = (await (await fetch(new URL('/sandbox/settings', url))).json()) as { readonly difficultSeed: number | null }
  expect(settings.difficultSeed).toBeNull()
})

test('a customer that the server stored twice is called double, and named', async () => {
  const { window } = app
  const sandbox = await startSandbox(['--allow-duplicates'])
  try {
    await sandbox.faults([{ endpoint: 'POST /customers', fault: 'applied-twice', skip: 4, count: 1 }])
    await importExample(window, sandbox)
    await window.getByText('The import ended, but not every customer went in').waitFor()
    const all = await accounts(sandbox)
    const twice = all.filter((account, at) => all.indexOf(account) !== at)
    expect(twice).toHaveLength(1)
    await window.getByRole('region', { name: 'Final look at the server' }).getByText(`There more than once: ${twice[0]}. Look at both there`).waitFor()
    await window.getByRole('radio', { name: /^double/ }).click()
    await window.getByRole('gridcell', { name: /The server has it as \d+, and again as \d+/ }).first().waitFor()
  } finally {
    sandbox.stop()
  }
})
