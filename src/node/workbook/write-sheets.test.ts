import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { readSource } from '../read-source.ts'
import type { Sheet, SheetLine } from './sheet.ts'
import { writeSheets } from './write-sheets.ts'

const folder = mkdtempSync(join(tmpdir(), 'onboarder-workbook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sheetOf = (name: string, lines: Iterable<SheetLine>): Sheet => ({ name, widths: [12, 20], headerRow: 1, lines })

test('rows beyond the last that a sheet can have stand in a further sheet, with a filter over the first alone', async () => {
  const path = join(folder, 'long.xlsx')
  await writeSheets(path, [sheetOf('It\'s <long> & "wide"', [
    { row: 1, cells: ['Account', 'Name'], isHeader: true }, { row: 1_048_576, cells: ['A1', 'last of the first'] },
    { row: 1_048_577, cells: ['A2', 'first of the second'] }, { row: 1_048_579, cells: ['A3', 'third'] },
  ])])
  const workbook = new Excel.Workbook()
  await workbook.xlsx.readFile(path)
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['It\'s <long> & "wide"', 'It\'s <long> & "wide" (2)'])
  const [first, second] = workbook.worksheets
  expect([first?.getCell('B1048576').value, second?.getCell('A1').value, second?.getCell('B3').value]).toEqual(['last of the first', 'A2', 'third'])
  expect([first?.autoFilter, second?.autoFilter ?? null, second?.views[0]?.state ?? null]).toEqual(['A1:B1048576', null, 'normal'])
})

test('many rows come back whole, in the same bytes each time', async () => {
  function* rows(): Generator<SheetLine> {
    yield { row: 1, cells: ['Account', 'Name'], isHeader: true }
    for (let row = 2; row < 20_000; row += 1) yield { row, cells: [`A${row}`, `Näme ${row} 😀 ${'x'.repeat(row % 90)}`] }
  }
  const [one, other] = [join(folder, 'one.xlsx'), join(folder, 'other.xlsx')]
  for (const path of [one, other]) await writeSheets(path, [sheetOf('Rows', rows())])
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
  const source = await readSource(one)
  if (!source.ok) throw new Error(source.failure.message)
  const read = source.value.tables[0]?.rows
  expect([read?.length, read?.at(0)?.cells, read?.at(19_997)?.cells]).toEqual([19_998, ['A2', `Näme 2 😀 ${'x'.repeat(2)}`], ['A19999', `Näme 19999 😀 ${'x'.repeat(19)}`]])
})

test('spaces at the ends, line breaks and marks of XML come back as they were; a note stands at its cell', async () => {
  const path = join(folder, 'odd.xlsx')
  const odd = ['  two before', 'two after  ', 'a\nb\tc', '<&>"\'', '007', '1e5']
  await writeSheets(path, [sheetOf('Odd', [{ row: 1, cells: ['Text', 'Count'], isHeader: true }, ...odd.map((text, at): SheetLine => ({
    row: at + 2, cells: [text, at], ...(at === 3 ? { colours: new Map([[0, 'FFFFC7CE']]), notes: new Map([[0, 'Mend <this> & that.']]) } : {}),
  }))])])
  const workbook = new Excel.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0] as Excel.Worksheet
  expect(odd.map((_, at) => [sheet.getCell(at + 2, 1).value, sheet.getCell(at + 2, 2).value])).toEqual(odd.map((text, at) => [text, at]))
  expect([JSON.stringify(sheet.getCell('A5').note), sheet.getCell('A5').fill, sheet.getCell('A6').note]).toEqual([expect.stringContaining('Mend <this> & that.'), expect.objectContaining({ fgColor: { argb: 'FFFFC7CE' } }), undefined])
})

test('what fails while lines are made comes out as it is, and the file is let go', async () => {
  function* failing(): Generator<SheetLine> {
    for (let row = 1; row < 5_000; row += 1) yield { row, cells: ['x'.repeat(100)] }
    throw new Error('the journal went away')
  }
  const path = join(folder, 'failed.xlsx')
  await expect(writeSheets(path, [sheetOf('Failing', failing())])).rejects.toThrow('the journal went away')
  await expect(writeSheets(path, [])).rejects.toMatchObject({ code: 'EEXIST' })
})
