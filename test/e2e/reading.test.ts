// Files that leave something open, and several files at once, in the real window.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { changedExample, dropFile, imported, keepPicture, targetUrl, twoEncodings } from './support.ts'

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

async function importAll(customers: number): Promise<void> {
  const { window } = app
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByText('No problems found').waitFor()
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('button', { name: `Import ${customers} customers` }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
}

test('a file that can be read in two ways asks, shows both, and goes on as it was told', async () => {
  const { window } = app
  await dropFile(window, twoEncodings('accents.csv'))
  await window.getByRole('heading', { name: /can be read in more than one way/ }).waitFor()
  const next = window.getByRole('button', { name: 'Match columns' })
  expect(await next.isDisabled()).toBe(true)
  await window.getByText('1 question to decide before the columns are matched').waitFor()
  const western = window.getByRole('region', { name: 'First rows, read as: Windows-1252' })
  const mac = window.getByRole('region', { name: 'First rows, read as: Mac Roman' })
  expect(await western.getByText('CafŽ', { exact: false }).count()).toBeGreaterThan(0)
  expect(await mac.getByText('Café', { exact: false }).count()).toBeGreaterThan(0)
  expect(await western.getByText('Café', { exact: false }).count()).toBeGreaterThan(0)

  // By keyboard alone: the likeliest is chosen already, an arrow chooses the next one.
  await window.getByRole('radio').first().focus()
  await window.keyboard.press('ArrowDown')
  expect(await window.getByRole('radio', { name: /Mac Roman/ }).isChecked()).toBe(true)
  await window.keyboard.press('ArrowUp')
  await window.getByRole('button', { name: 'Read it like this' }).focus()
  await window.keyboard.press('Enter')
  await window.getByRole('heading', { name: /can be read in more than one way/ }).waitFor({ state: 'detached' })
  await importAll(25)
  const names = (await imported(await targetUrl(window))).map((customer) => customer.customerName)
  expect(names.filter((name) => name.startsWith('Café ')).length).toBe(13)
  expect(names.filter((name) => name.startsWith('CafŽ ')).length).toBe(12)
})

test('what was decided about a file can be overruled by hand', async () => {
  const { window } = app
  await dropFile(window, changedExample('titled.csv', (rows) => [['Customer list'], ['Printed in May'], [''], ...rows]))
  await window.getByRole('region', { name: 'Above the table, not part of it' }).getByText('Customer list').waitFor()
  await window.getByRole('gridcell', { name: 'HV10001' }).first().waitFor()
  const noHeader = window.getByText('There is no header row', { exact: true })
  await noHeader.click()
  await window.getByRole('columnheader', { name: /Column A/ }).waitFor()
  expect(await window.getByRole('checkbox', { name: 'There is no header row' }).isChecked()).toBe(true)
  await noHeader.click()
  await window.getByRole('columnheader', { name: /Customer list/ }).waitFor()
})

test('several files that are dropped together are one import', async () => {
  const { window } = app
  const half = (name: string, from: number, to: number): string => changedExample(name, ([headers = [], ...rows]) => {
    const accounts = [...new Set(rows.map(([account]) => account))].slice(from, to)
    return [headers, ...rows.filter(([account]) => accounts.includes(account))]
  })
  await dropFile(window, half('north.csv', 0, 12), half('south.csv', 12, 25))
  await window.getByText('north.csv').first().waitFor()
  await window.getByRole('button', { name: /Table/ }).click()
  await window.getByRole('option', { name: /south\.csv/ }).click()
  await window.getByRole('grid').getByRole('gridcell').first().waitFor()
  await importAll(25)
  expect(await imported(await targetUrl(window))).toHaveLength(25)
})
