import { expect, test } from 'vitest'
import type { Source } from '#core/model/source.ts'
import { buildXlsx, textRow, type XlsxSheet } from '../../../test/support/xlsx-builder.ts'
import type { ReadOptions } from '../source-file/read-options.ts'
import { readRange } from './cell-range.ts'
import { newMergeRule } from './merged-cells.ts'
import { readWorkbook } from './read-workbook.ts'

const merged = (...ranges: readonly string[]) => `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
const read = (sheet: Omit<XlsxSheet, 'name'>, options: ReadOptions = {}) => readWorkbook({ name: 'b.xlsx', bytes: buildXlsx({ sheets: [{ name: 'S', ...sheet }] }) }, options)
async function readGood(sheet: Omit<XlsxSheet, 'name'>, options?: ReadOptions): Promise<Source> {
  const result = await read(sheet, options)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
const cellsOf = (source: Source) => Array.from(source.tables[0]?.rows ?? [], ({ cells }) => cells)
const findings = (source: Source) => source.files[0]?.reading.findings.filter(({ about }) => about === 'merged-cells')

const rows = textRow(1, ['Account number', 'Customer name', 'Town']) + textRow(2, ['A1', 'Alpha', 'Leeds']) + textRow(3, ['', '', 'York']) + textRow(4, ['B1', 'Bravo', 'Hull'])
const overData = { xml: rows, after: merged('A2:A3', 'B2:B3') }

test('merged cells over data are a question, with both readings side by side', async () => {
  const source = await readGood(overData)
  expect(source.questions).toMatchObject([{
    about: 'mergedCells', option: '--merged-cells', file: 0, sheet: 'S',
    choices: [
      { decision: { mergedCells: 'fill' }, value: 'fill', preview: [['Account number', 'Customer name', 'Town'], ['A1', 'Alpha', 'Leeds'], ['A1', 'Alpha', 'York'], ['B1', 'Bravo', 'Hull']] },
      { decision: { mergedCells: 'first' }, value: 'first', preview: [['Account number', 'Customer name', 'Town'], ['A1', 'Alpha', 'Leeds'], ['', '', 'York'], ['B1', 'Bravo', 'Hull']] },
    ],
  }])
  expect(source.questions[0]?.text).toContain('2 ranges of merged cells (the first is A2:A3)')
  expect(findings(source)).toMatchObject([{ confidence: 0.5 }])
})

test('decided, the text counts for each cell or for the first only, and nothing is asked', async () => {
  const filled = await readGood(overData, { mergedCells: 'fill' })
  expect(cellsOf(filled)).toEqual([['A1', 'Alpha', 'Leeds'], ['A1', 'Alpha', 'York'], ['B1', 'Bravo', 'Hull']])
  const first = await readGood(overData, { mergedCells: 'first' })
  expect(cellsOf(first)).toEqual([['A1', 'Alpha', 'Leeds'], ['', '', 'York'], ['B1', 'Bravo', 'Hull']])
  for (const source of [filled, first]) {
    expect(source.questions).toEqual([])
    expect(findings(source)).toMatchObject([{ confidence: 1 }])
  }
})

test('what a covered cell holds itself is not shown by the sheet and never read', async () => {
  const sheet = { xml: textRow(1, ['Account number', 'Name']) + textRow(2, ['A1', 'x']) + textRow(3, ['hidden', 'y']), after: merged('A2:A3') }
  expect(cellsOf(await readGood(sheet, { mergedCells: 'fill' }))).toEqual([['A1', 'x'], ['A1', 'y']])
  expect(cellsOf(await readGood(sheet, { mergedCells: 'first' }))).toEqual([['A1', 'x'], ['', 'y']])
})

test('merged cells of a header are a question too', async () => {
  const sheet = { xml: textRow(1, ['Name', 'Contact', '']) + textRow(2, ['Alpha', 'a@example.com', '01132 496000']), after: merged('B1:C1') }
  expect((await readGood(sheet)).questions.map(({ about }) => about)).toContain('mergedCells')
  expect((await readGood(sheet, { mergedCells: 'fill', headerRow: 1 })).tables[0]?.headers).toEqual(['Name', 'Contact', 'Contact'])
})

test('merged cells above the header are a title: found, and no question', async () => {
  const source = await readGood({ xml: textRow(1, ['Customers of 2026']) + textRow(3, ['Account number', 'Name']) + textRow(4, ['A1', 'Alpha']) + textRow(5, ['B1', 'Bravo']), after: merged('A1:B1') })
  expect(source.questions).toEqual([])
  expect(findings(source)).toMatchObject([{ confidence: 1, evidence: expect.stringContaining('A1:B1') as string }])
})

test('empty merged cells, and those beside and below all data, matter to nobody', async () => {
  const source = await readGood({ xml: rows, after: merged('F2:G3', 'A9:B9') })
  expect([source.questions, findings(source)]).toEqual([[], []])
  const empty = await readGood({ xml: textRow(1, ['Name', 'Note', 'Town']) + textRow(2, ['Alpha', '', 'Leeds']) + textRow(3, ['Bravo', '', 'York']), after: merged('B2:B3') })
  expect(empty.questions).toEqual([])
})

test('one merged cell over everything, or over all columns of the header, leaves no table', async () => {
  const over = await read({ xml: textRow(1, ['All', 'x']) + textRow(2, ['y', 'z']), after: merged('A1:B2') })
  expect(over).toMatchObject({ ok: false, failure: { code: 'no-header', message: expect.stringContaining('everything there is one merged cell (A1:B2)') as string } })
  const header = await read({ xml: textRow(1, ['All']) + textRow(2, ['y', 'z']) + textRow(3, ['y', 'z']), after: merged('A1:B1') }, { headerRow: 1 })
  expect(header).toMatchObject({ ok: false, failure: { code: 'no-header', message: expect.stringContaining('row 1 is one merged cell over all columns (A1:B1)') as string } })
})

test('merged cells that overlap, or lie nowhere, are damage', async () => {
  expect(await read({ xml: rows, after: merged('A2:A3', 'A3:B4') })).toMatchObject({ ok: false, failure: { code: 'file-damaged' } })
  for (const range of ['A0:B1', 'B2:A1', 'A1:XFE1', 'A1:A1048577', '']) expect(await read({ xml: rows, after: merged(range) })).toMatchObject({ ok: false, failure: { code: 'file-damaged' } })
})

test('a row that is nothing but covered cells is no record of its own', () => {
  const range = readRange('A1:B3')
  const rule = newMergeRule(range === null ? [] : [range], 'fill')
  expect([rule({ row: 1, cells: ['x', ''] }), rule({ row: 2, cells: [] }), rule({ row: 3, cells: ['', '', 'own'] }), rule({ row: 4, cells: ['y'] })].map(({ cells }) => cells))
    .toEqual([['x', 'x'], [], ['x', 'x', 'own'], ['y']])
})

test('a merge over a million rows and all columns costs nothing', async () => {
  const source = await readGood({ xml: rows, after: merged('E2:XFD1048576') }, { mergedCells: 'fill' })
  expect(cellsOf(source)).toHaveLength(3)
})
