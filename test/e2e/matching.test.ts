// What the operator says of columns and values, and that it is remembered for the next file.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchApp, type LaunchedApp } from '../support/launch-app.ts'
import { changedExample, driftedExample, dropFile, imported, keepPicture, spelledTypes, targetUrl } from './support.ts'

let app: LaunchedApp
beforeEach(async () => {
  app = await launchApp()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPicture(app.window, task.name)
  await app.close()
})

test('a value that nobody knows is said once, and every customer with it is sent so', async () => {
  const { window } = app
  await dropFile(window, spelledTypes('types.csv'))
  await window.getByRole('button', { name: 'Match columns' }).click()
  const values = window.getByRole('group', { name: 'Values of Customer type' })
  await values.getByText('Another way to write BUSINESS.').waitFor()
  await values.getByRole('button', { name: /Home user becomes/ }).click()
  await window.getByRole('option', { name: 'RESELLER' }).click()
  await values.getByRole('button', { name: 'Use for Home user' }).click()
  await values.getByText('Confirmed').waitFor()

  await window.getByRole('button', { name: 'Review the data' }).click()
  await window.getByText('No problems found').waitFor()
  await window.getByRole('button', { name: 'Dry run' }).last().click()
  await window.getByRole('button', { name: 'Run the dry run' }).click()
  await window.getByRole('button', { name: 'Import 25 customers' }).click()
  await window.getByText('Every customer of the plan is there').waitFor()
  const types = (await imported(await targetUrl(window))).map((customer) => customer.customerType)
  expect(new Set(types)).toEqual(new Set(['BUSINESS', 'RESELLER', 'RESIDENTIAL', 'STAFF_MEMBER']))
})

test('dates that can be read in two orders are asked about, with an example of each', async () => {
  const { window } = app
  await dropFile(window, changedExample('dates.csv', ([headers = [], ...rows]) => {
    const column = headers.indexOf('Customer start date')
    return [headers, ...rows.map((row) => row.map((cell, at) => (at === column ? '03/04/2026' : cell)))]
  }))
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('radio', { name: 'Day first: 03/04/2026 is 3 April 2026' }).waitFor({ state: 'attached' })
  await window.getByRole('radio', { name: 'Month first: 03/04/2026 is 4 March 2026' }).check({ force: true })
  await window.getByRole('button', { name: 'Read it so: Customer start date' }).click()
  await window.getByRole('radio').first().waitFor({ state: 'detached' })
  const order = window.getByRole('listitem').filter({ hasText: 'Customer start date' }).getByRole('button', { name: /Dates in this column are/ })
  expect(await order.textContent()).toContain('month, day, year')
})

test('a saved mapping is used for the next file by itself, says what has changed, and can be taken back', async () => {
  const { window } = app
  await window.getByRole('button', { name: 'A clean file' }).click()
  await window.getByRole('button', { name: 'Match columns' }).click()
  await window.getByRole('button', { name: 'Saved mappings' }).click()
  await window.getByRole('textbox', { name: 'Save this mapping as' }).fill('Monthly export')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  await window.getByText('Saved as Monthly export.').waitFor()
  await window.getByRole('button', { name: 'Close', exact: true }).click()

  await dropFile(window, driftedExample('june.csv'))
  await window.getByRole('button', { name: 'Open the new file' }).click()
  await window.getByRole('heading', { name: 'Check what was read' }).waitFor()
  await window.getByRole('button', { name: 'Match columns' }).click()
  const banner = window.getByRole('region', { name: 'What has changed' })
  await banner.getByText('“Monthly export”', { exact: false }).waitFor()
  const changes = await banner.getByRole('listitem').allTextContents()
  expect(changes.join(' ')).toMatch(/"County".*missing.*"Town or city".*"Town".*"Loyalty points" is new/s)
  await window.getByRole('button', { name: 'Yes, use it: Town or city' }).click()
  await window.getByText('Every required field has a column or a fixed value.').waitFor()
  await banner.getByRole('button', { name: 'Match anew' }).click()
  await banner.waitFor({ state: 'detached' })
})
