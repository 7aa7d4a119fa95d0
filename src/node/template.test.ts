import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeRequired, describeType } from '#core/catalogue/describe-field.ts'
import { fieldEntries } from '#core/catalogue/index.ts'
import { formatTarget } from '#core/model/mapping.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { readSource } from './read-source.ts'
import { templateFields, writeTemplate } from './template.ts'

let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onboarder-template-'))
  path = join(folder, 'template.xlsx')
  const written = await writeTemplate(path)
  if (!written.ok) throw new Error(written.failure.message)
})
afterAll(async () => { await rm(folder, { recursive: true }) })

async function load(): Promise<Excel.Workbook> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.readFile(path)
  return workbook
}

test('the sheet to fill in stands first and holds its header only; the others explain', async () => {
  const workbook = await load()
  expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.actualRowCount])).toEqual([['Customers', 1], ['Fields', fieldEntries.length + 1], ['Read me', 7]])
})

test('a template nobody filled in has no data rows, and nothing of its other sheets is taken for customers', async () => {
  expect(await readSource(path, { sheets: ['Customers'] })).toMatchObject({ ok: false, failure: { code: 'no-data-rows' } })
  // Nor without a name: the other sheets explain, they hold no customers.
  expect(await readSource(path)).toMatchObject({ ok: false, failure: { code: 'no-data-rows' } })
})

test('filled in, every column is matched to its field, text stays text', async () => {
  const workbook = await load()
  const sheet = workbook.worksheets[0]!
  for (const [index] of templateFields.entries()) sheet.getCell(2, index + 1).value = '007'
  const filled = join(folder, 'filled.xlsx')
  await workbook.xlsx.writeFile(filled)
  const source = await readSource(filled)
  if (!source.ok) throw new Error(source.failure.message)
  expect(source.value.tables.map((table) => Array.from(table.rows, (row) => new Set(row.cells)))).toEqual([[new Set(['007'])]])
  const [table] = matchColumns(source.value.tables).tables
  expect(table?.columns.map(({ target, accepted }) => accepted && target !== null && formatTarget(target))).toEqual(templateFields.map((entry) => entry.path))
})

test('every column is text to its end, required headers are marked in colour and in words, and closed choices have a list', async () => {
  const sheet = (await load()).worksheets[0]!
  const columnOf = (field: string): number => templateFields.findIndex((entry) => entry.path === field) + 1
  for (const [index] of templateFields.entries()) expect(sheet.getColumn(index + 1).numFmt).toBe('@')
  const required = sheet.getCell(1, columnOf('customer.customerName'))
  const optional = sheet.getCell(1, columnOf('customer.endDate'))
  const conditional = sheet.getCell(1, columnOf('site.siteInvoiceDetails.invoiceTemplateId'))
  expect(new Set([required, optional, conditional].map(({ fill }) => JSON.stringify(fill))).size).toBe(3)
  expect([required, optional, conditional].map(({ note }) => JSON.stringify(note).includes('Required'))).toEqual([true, false, true])
  expect(sheet.getCell(2, columnOf('customer.customerType')).dataValidation).toMatchObject({ type: 'list', formulae: ['"RESIDENTIAL,BUSINESS,RESELLER,STAFF_MEMBER"'], showErrorMessage: true })
  expect(sheet.getCell(2001, columnOf('customer.customerMarker')).dataValidation).toMatchObject({ type: 'list', formulae: ['"Yes,No"'] })
  expect(sheet.getCell(2, columnOf('customer.customerName')).dataValidation).toBeUndefined()
})

test('what is not to be filled in by chance has no column but is explained', async () => {
  const paths = templateFields.map((entry) => entry.path)
  for (const field of ['customer.sendWelcomeEmailOn', 'customer.customerIsVip', 'customerContact.contactName']) expect(paths).not.toContain(field)
  const explained = (await load()).getWorksheet('Fields')!.getColumn(2).values
  for (const entry of fieldEntries) expect(explained).toContain(entry.path)
})

test('types and requirements are said in words', () => {
  const words = new Map(fieldEntries.map((entry) => [entry.path, [describeType(entry.type), describeRequired(entry)]]))
  expect(words.get('customer.customerName')).toEqual(['Text, up to 100 characters', 'Yes'])
  expect(words.get('customer.creditThreshold')).toEqual(['Amount, 0 or more', 'No'])
  expect(words.get('site.repaymentPlanRemainingPeriods')).toEqual(['Whole number from 0 to 240', 'No'])
  expect(words.get('site.siteInvoiceDetails.invoiceTemplateId')).toEqual(['Id or name from the invoice templates in Elevate', 'When the site receives its own invoices'])
  expect(words.get('site.siteInvoiceDetails.invoiceAddress.town')?.[1]).toBe('When an invoice address is given')
  expect(words.get('siteContact.contactRole')?.[0]).toContain('others are sent as they stand')
})

test('a folder that is not there is an answer', async () => {
  expect(await writeTemplate(join(folder, 'nowhere', 'a.xlsx'))).toMatchObject({ ok: false, failure: { code: 'cannot-write' } })
})
