import { expect, test } from 'vitest'
import type { Source } from '#core/model/source.ts'
import { buildXlsx, textRow, type XlsxSheet } from '../../../test/support/xlsx-builder.ts'
import type { ReadOptions } from '../source-file/read-options.ts'
import { readWorkbook } from './read-workbook.ts'

async function readGood(sheet: Omit<XlsxSheet, 'name'>, options: ReadOptions = {}): Promise<Source> {
  const result = await readWorkbook({ name: 'b.xlsx', bytes: buildXlsx({ sheets: [{ name: 'S', ...sheet }] }) }, options)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
const rowsOf = (source: Source) => Array.from(source.tables[0]?.rows ?? [], ({ row, cells }) => [row, cells])
const hidden = (source: Source) => source.files[0]?.reading.findings.filter(({ about }) => about === 'hidden')
const hide = (row: string, how = 'hidden="1"') => row.replace('<row ', `<row ${how} `)

const header = textRow(1, ['Name', 'Secret', 'Town'])
const withHiddenRow = { xml: header + textRow(2, ['Alpha', 's', 'Leeds']) + hide(textRow(3, ['Bravo', 's', 'York'])) + textRow(4, ['Carol', 's', 'Hull']) }

test('hidden rows with data are a question, with both readings side by side', async () => {
  const source = await readGood(withHiddenRow)
  const all = [['Name', 'Secret', 'Town'], ['Alpha', 's', 'Leeds'], ['Bravo', 's', 'York'], ['Carol', 's', 'Hull']]
  expect(source.questions).toMatchObject([{
    about: 'hiddenRows', option: '--hidden-rows', sheet: 'S',
    choices: [
      { decision: { hiddenRows: 'include' }, value: 'include', preview: all },
      { decision: { hiddenRows: 'skip' }, value: 'skip', preview: [all[0], all[1], all[3]] },
    ],
  }])
  expect(hidden(source)).toMatchObject([{ confidence: 0.5, evidence: 'On sheet “S” 1 hidden row holds data (row 3).' }])
})

test('decided, hidden rows are read or left out, and counted', async () => {
  const read = await readGood(withHiddenRow, { hiddenRows: 'include' })
  expect(rowsOf(read).map(([row]) => row)).toEqual([2, 3, 4])
  const left = await readGood(withHiddenRow, { hiddenRows: 'skip' })
  expect(rowsOf(left).map(([row]) => row)).toEqual([2, 4])
  expect(hidden(left)).toMatchObject([{ confidence: 1, evidence: 'On sheet “S” 1 hidden row holds data (row 3). It was left out, as chosen.' }])
  expect([read.questions, left.questions]).toEqual([[], []])
})

test('a row of no height is hidden, a filter is named; hidden rows above the header and blank ones are nobody’s matter', async () => {
  const flat = await readGood({ xml: header + hide(textRow(2, ['Alpha', 's', 'Leeds']), 'ht="0" customHeight="1"') + textRow(3, ['Bravo', 's', 'York']), after: '<autoFilter ref="A1:C3"><filterColumn colId="0"/></autoFilter>' })
  expect(flat.questions.map(({ about, text }) => [about, text.includes('a filter is set')])).toEqual([['hiddenRows', true]])
  const harmless = await readGood({ xml: hide(textRow(1, ['A title'])) + textRow(2, ['Name', 'Email']) + textRow(3, ['Alpha', 'a@example.com']) + '<row r="4" hidden="1"/>' + textRow(5, ['Bravo', 'b@example.com']) })
  expect([harmless.questions, hidden(harmless)]).toEqual([[], []])
})

const columns = (tag: string) => ({ before: `<cols>${tag}</cols>`, xml: header + textRow(2, ['Alpha', 's', 'Leeds']) + textRow(3, ['Bravo', 't', 'York']) })

test('hidden columns with data are a question; left out, the others keep their letters', async () => {
  const sheet = columns('<col min="2" max="2" width="9" hidden="1"/>')
  const source = await readGood(sheet)
  expect(source.questions).toMatchObject([{
    about: 'hiddenColumns', option: '--hidden-columns',
    choices: [{ value: 'include', preview: [['Name', 'Secret', 'Town'], ['Alpha', 's', 'Leeds'], ['Bravo', 't', 'York']] }, { value: 'skip', preview: [['Name', '', 'Town'], ['Alpha', '', 'Leeds'], ['Bravo', '', 'York']] }],
  }])
  const left = await readGood(sheet, { hiddenColumns: 'skip' })
  expect([left.tables[0]?.headers, rowsOf(left)]).toEqual([['Name', '', 'Town'], [[2, ['Alpha', '', 'Leeds']], [3, ['Bravo', '', 'York']]]])
  expect(hidden(left)).toMatchObject([{ confidence: 1, evidence: 'On sheet “S” column B is hidden; left out, as chosen.' }])
  expect((await readGood(sheet, { hiddenColumns: 'include' })).questions).toEqual([])
})

test('a column of no width is hidden; one without data, and a narrow one, are nobody’s matter', async () => {
  expect((await readGood(columns('<col min="2" max="2" width="0" customWidth="1"/>'))).questions.map(({ about }) => about)).toEqual(['hiddenColumns'])
  expect((await readGood(columns('<col min="4" max="16384" hidden="1"/><col min="2" max="2" width="0.5"/>'))).questions).toEqual([])
})
