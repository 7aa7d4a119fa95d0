// Where a computer stands and what language it speaks must not change what is read, found or sent.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildXlsx } from '../support/xlsx-builder.ts'
import { runCli, temporaryFolder } from './support/run-cli.ts'

const folder = temporaryFolder()

/** Both ends of the day, a zone of half an hour, summer time, and languages with other letters, digits, signs and orders. */
const places = [
  { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' },
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'Pacific/Pago_Pago', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' },
  { TZ: 'Asia/Kolkata', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
  { TZ: 'America/New_York', LC_ALL: 'ja_JP.UTF-8', LANG: 'ja_JP.UTF-8' },
]

function workbookOfDates(): string {
  const path = join(folder, 'dates.xlsx')
  const cell = (value: string | number, style = 0): string => (typeof value === 'string' ? `<c t="inlineStr"><is><t>${value}</t></is></c>` : `<c s="${style}"><v>${value}</v></c>`)
  const line = (row: number, cells: readonly string[]): string => `<row r="${row}">${cells.join('')}</row>`
  // A day in winter, one in summer, the night when clocks change, one with a time of day, and an amount.
  const serials = [45_292, 45_474, 45_382, 45_474.99]
  writeFileSync(path, buildXlsx({
    formats: [14, '#,##0.00'],
    sheets: [{ name: 'S', xml: line(1, ['Account number', 'Customer name', 'Customer start date', 'Credit threshold'].map((text) => cell(text)))
      + serials.map((serial, index) => line(index + 2, [cell(`İ${index}`), cell('Ilgaz Ltd'), cell(serial, 1), cell(1234.5, 2)])).join('') }],
  }))
  return path
}

test.each([
  ['dates and numbers of a workbook', workbookOfDates()], ['a delimited file with every kind of issue', 'examples/broken.csv'],
])('%s are the same in five time zones and five languages', async (_, path) => {
  const results = await Promise.all(places.map((place) => runCli(['validate', path, '--json', '--requests'], place)))
  const [first, ...others] = results
  const { plan, issues, counts } = JSON.parse(first?.stdout ?? '') as { plan: { hash: string }; issues: unknown[]; counts: { rows: number } }
  expect(plan.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(issues.length).toBeGreaterThan(0)
  expect(counts.rows).toBeGreaterThan(3)
  for (const other of others) expect(other).toEqual(first)
})
