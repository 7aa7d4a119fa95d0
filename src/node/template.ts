import { writeFile } from 'node:fs/promises'
import Excel from 'exceljs'
import { describeRequired, describeType } from '#core/catalogue/describe-field.ts'
import { fieldEntries } from '#core/catalogue/index.ts'
import type { FieldEntry, FieldType } from '#core/model/field.ts'
import { columnLetters } from '#core/model/place.ts'
import type { Result } from '#core/model/result.ts'
import { helpHeadings } from './own-sheets.ts'
import { replaceFile } from './replace-file.ts'
import { readMe } from './template-words.ts'
import { headerStyle } from './workbook-sheet.ts'

/** Drop-down lists reach this far down; text format and headers hold for the whole column. */
const preparedRows = 2000

/** White bold text on each of them reaches 7 to 1. What the colour says stands in the header's note as well. */
const headerColours: Readonly<Record<FieldEntry['required'], string>> = { always: 'FF7F3F00', 'with-parent': 'FF4B2E83', no: 'FF1F3864' }

/** Fields few files have, or that should not be filled in by chance: explained on the sheet "Fields", without a column. */
const withoutColumn: ReadonlySet<string> = new Set(['customer.customerIsVip', 'customer.sendWelcomeEmailOn', 'site.siteIdReceivingInvoice'])

/** The fields with a column, in the catalogue's order. Contacts of the customer as a whole are rare, and one table suffices without. */
export const templateFields: readonly FieldEntry[] = fieldEntries.filter(({ path, level }) => level !== 'customerContact' && !withoutColumn.has(path))

/**
 * Writes a workbook to fill in, made from the field catalogue: headers are labels, which the matching knows. The sheet to fill in
 * stands first. Fails with `disk-full` or `cannot-write`.
 */
export async function writeTemplate(path: string): Promise<Result<{ readonly path: string }>> {
  const workbook = new Excel.Workbook()
  addCustomersSheet(workbook)
  addFieldsSheet(workbook)
  const notes = workbook.addWorksheet('Read me')
  notes.getColumn(1).width = 110
  for (const sentence of readMe) notes.addRow([sentence]).getCell(1).alignment = { wrapText: true, vertical: 'top' }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return await replaceFile(path, (temporary) => writeFile(temporary, bytes, { flag: 'wx' }))
}

function addCustomersSheet(workbook: Excel.Workbook): void {
  const sheet = workbook.addWorksheet('Customers', { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] })
  sheet.columns = templateFields.map(({ label }) => ({ width: Math.max(label.length + 3, 14), style: { numFmt: '@' } }))
  const header = sheet.addRow(templateFields.map(({ label }) => label))
  for (const [index, entry] of templateFields.entries()) {
    const cell = header.getCell(index + 1)
    cell.style = { ...headerStyle, numFmt: '@', fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: headerColours[entry.required] } } }
    cell.note = noteOf(entry)
    const validation = listValidation(entry.type)
    const letter = columnLetters(index)
    if (validation !== null) validationsOf(sheet).add(`${letter}2:${letter}${preparedRows + 1}`, validation)
  }
}

function noteOf(entry: FieldEntry): string {
  const required = { always: 'Required. ', 'with-parent': `Required: ${describeRequired(entry).toLowerCase()}. `, no: '' }[entry.required]
  return `${required}${entry.help}\n${describeType(entry.type)}.`
}

/** A choice from a list; a list that is not fully known lets other values pass. Excel takes 255 characters of list. */
function listValidation(type: FieldType): Excel.DataValidation | null {
  const values = type.kind === 'boolean' ? ['Yes', 'No'] : type.kind === 'enum' ? type.values.map(({ value }) => value) : []
  const list = values.join(',')
  if (list === '' || list.length > 255) return null
  const strict = type.kind === 'boolean' || (type.kind === 'enum' && type.closed)
  return { type: 'list', allowBlank: true, formulae: [`"${list}"`], showErrorMessage: strict, errorStyle: 'warning', errorTitle: 'Not in the list', error: 'Choose a value from the list.' }
}

/** exceljs can give a whole range one rule; its types only know the cell by cell way. */
function validationsOf(sheet: Excel.Worksheet): { add(range: string, validation: Excel.DataValidation): void } {
  return (sheet as unknown as { readonly dataValidations: { add(range: string, validation: Excel.DataValidation): void } }).dataValidations
}

function addFieldsSheet(workbook: Excel.Workbook): void {
  const sheet = workbook.addWorksheet('Fields', { views: [{ state: 'frozen', ySplit: 1 }] })
  const wrap: Partial<Excel.Style> = { alignment: { wrapText: true, vertical: 'top' } }
  sheet.columns = [36, 34, 24, 46, 70].map((width) => ({ width, style: wrap }))
  sheet.addRow([...helpHeadings]).eachCell((cell) => { cell.style = headerStyle })
  for (const entry of fieldEntries) sheet.addRow([entry.label, entry.path, describeRequired(entry), describeType(entry.type), entry.help])
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: 5 } }
}
