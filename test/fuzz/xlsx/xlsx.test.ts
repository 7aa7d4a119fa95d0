import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readWorkbook } from '#node/xlsx/read-workbook.ts'
import { judge } from './judge.ts'
import { makeSheet, newRandom } from './make-sheet.ts'

// A hundred thousand of them run every night: scripts/nightly/fuzz-xlsx.ts.
const sample = 600
/** Other tests run at the same time: the two seconds are held to at night. */
const limitMs = 10_000

test('hostile workbooks are read right or refused with a name, and in time', async () => {
  const seen = { right: 0, read: 0, refused: 0 }
  for (let seed = 1; seed <= sample; seed += 1) seen[await judge(seed, limitMs)] += 1
  // All three happen.
  expect(seen.right).toBeGreaterThan(sample * 0.08)
  expect(seen.read).toBeGreaterThan(sample * 0.03)
  expect(seen.refused).toBeGreaterThan(sample * 0.3)
})

test('good workbooks hold the same cells for another reader', async () => {
  let compared = 0
  for (let seed = 1; compared < 40; seed += 1) {
    const made = makeSheet(newRandom(seed))
    // The other reader wants a reference on every cell, and knows neither prefixes nor CDATA.
    if (!made.hasReferences || made.entries.some(({ data }) => /<x:|<!\[CDATA/.test(data.toString()))) continue
    compared += 1
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(made.bytes).buffer)
    const sheet = workbook.worksheets[0]
    const read = await readWorkbook({ name: 'f.xlsx', bytes: made.bytes }, { headerRow: 1, footerRows: 0 })
    for (const { row, cells } of read.ok ? read.value.tables[0]?.rows ?? [] : []) {
      cells.forEach((cell, column) => { expect([seed, row, column, cell]).toEqual([seed, row, column, shown(sheet?.getCell(row, column + 1))]) })
    }
  }
})

/** What the other reader knows of a cell, as the sheet shows it. */
function shown(cell: ExcelJS.Cell | undefined): string {
  const value = cell?.value ?? ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return cell?.numFmt === '00000' ? String(value).padStart(5, '0') : String(value)
  if (typeof value === 'object' && 'richText' in value) return value.richText.map(({ text }) => text).join('').replace('_x000D_', '\r')
  if (typeof value !== 'string') throw new TypeError('a kind of cell that is not made')
  return value.replace('_x000D_', '\r')
}
