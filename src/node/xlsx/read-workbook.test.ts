import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '#core/model/source.ts'
import { buildXlsx, textRow, type XlsxContent } from '../../../test/support/xlsx-builder.ts'
import type { ReadOptions } from '../source-file/read-options.ts'
import { readWorkbook } from './read-workbook.ts'

const header = textRow(1, ['a', 'b', 'c', 'd'])

async function read(content: XlsxContent | Buffer, options: ReadOptions = {}) {
  return readWorkbook({ name: 'b.xlsx', bytes: Buffer.isBuffer(content) ? content : buildXlsx(content) }, options)
}
async function readGood(content: XlsxContent | Buffer, options?: ReadOptions): Promise<Source> {
  const result = await read(content, options)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
/** The data rows of a single sheet whose header is a, b, c, d. */
async function rowsOf(xml: string, content: Omit<XlsxContent, 'sheets'> = {}) {
  const source = await readGood({ ...content, sheets: [{ name: 'S', xml: header + xml }] }, { headerRow: 1, footerRows: 0 })
  return { rows: [...source.tables[0]?.rows ?? []], issues: source.issues }
}
const evidenceOf = (source: Source): readonly string[] => source.files.flatMap(({ reading }) => reading.findings.map(({ evidence }) => evidence))

async function failureOf(content: XlsxContent | Buffer, options?: ReadOptions) {
  const result = await read(content, options)
  return result.ok ? null : result.failure
}

test('texts are the same, whether shared, rich, inline or of a formula; phonetic guides are left out', async () => {
  const { rows } = await rowsOf(
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><r><t>Tok</t></r><r><t>yo</t></r></is></c><c r="D2" t="str"><f>A1</f><v>Tokyo</v></c></row>',
    { sharedStrings: '<si><t>Tokyo</t></si><si><r><t xml:space="preserve">Tok</t></r><rPh sb="0" eb="1"><t>noise</t></rPh><r><t>yo</t></r></si>' },
  )
  expect(rows).toEqual([{ row: 2, cells: ['Tokyo', 'Tokyo', 'Tokyo', 'Tokyo'], marks: { 3: 'formula' } }])
})

test('spaces, leading zeros, entities and escaped characters of a text survive', async () => {
  const { rows } = await rowsOf(textRow(2, [' 00123 ', 'A &amp; B &lt;x&gt;', 'l1_x000D_\nl2', '_x005F_x000D_']))
  expect(rows[0]?.cells).toEqual([' 00123 ', 'A & B <x>', 'l1\r\nl2', '_x000D_'])
})

test('numbers, booleans and dates are given as the sheet shows them, with their mark', async () => {
  const { rows } = await rowsOf(
    '<row r="2"><c r="A2"><v>4.0999999999999996</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" s="1"><v>44378</v></c><c r="D2" s="2"><v>123</v></c></row>'
    + '<row r="3"><c r="A3" s="3"><v>0.25</v></c><c r="B3" t="b"><v>0</v></c><c r="C3" s="4"><v>44378.5</v></c><c r="D3" t="d"><v>2021-07-01T00:00:00</v></c></row>',
    { formats: ['dd/mm/yyyy', '00000', '0%', 22] },
  )
  expect(rows).toEqual([
    { row: 2, cells: ['4.1', 'TRUE', '2021-07-01', '00123'], marks: { 0: 'number', 1: 'boolean', 2: 'date', 3: 'number' } },
    { row: 3, cells: ['0.25', 'FALSE', '2021-07-01T12:00:00', '2021-07-01'], marks: { 0: 'number', 1: 'boolean', 2: 'date', 3: 'date' } },
  ])
})

test('dates of a 1904 workbook are counted from there', async () => {
  const { rows } = await rowsOf('<row r="2"><c r="A2" s="1"><v>42916</v></c></row>', { formats: [14], date1904: true })
  expect(rows[0]?.cells).toEqual(['2021-07-01'])
})

test('numbers beyond 15 digits are warned of, fifteen are not', async () => {
  const { rows, issues } = await rowsOf('<row r="2"><c r="A2"><v>123456789012345</v></c><c r="B2"><v>12345678901234567890</v></c></row>')
  expect(rows[0]).toMatchObject({ cells: ['123456789012345', '12345678901234567890'], marks: { 0: 'number', 1: 'imprecise-number' } })
  expect(issues).toMatchObject([{ code: 'imprecise-number', severity: 'warning', place: { table: 0, row: 2, column: 1 }, value: '12345678901234567890' }])
})

test('errors in cells are errors, and so is a formula without a saved result', async () => {
  const { rows, issues } = await rowsOf('<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><f>1+1</f></c><c r="C2" t="str"><f>A9</f><v></v></c><c r="D2"><v>abc</v></c></row>')
  expect(rows[0]).toEqual({ row: 2, cells: ['#N/A', '', '', 'abc'], marks: { 0: 'error', 1: 'error', 2: 'formula', 3: 'error' } })
  expect(issues.filter(({ code }) => code === 'cell-error')).toMatchObject([{ value: '#N/A', severity: 'error' }, { value: null, place: { column: 1 } }, { value: 'abc' }])
})

test('formulas are mentioned once for each column, with the first cell and how many there are', async () => {
  const cell = (reference: string) => `<c r="${reference}"><f>1</f><v>1</v></c>`
  const { issues } = await rowsOf(`<row r="2">${cell('B2')}</row><row r="4">${cell('A4')}${cell('B4')}</row>`)
  expect(issues).toMatchObject([
    { code: 'formula-value', severity: 'info', place: { row: 4, column: 0 }, params: { count: 1 } },
    { code: 'formula-value', severity: 'info', place: { row: 2, column: 1 }, params: { count: 2 } },
  ])
})

test('rows left out are blank rows between data and no rows after it', async () => {
  const { rows } = await rowsOf(`${textRow(4, ['x'])}<row r="6"><c r="A6" s="1"/></row><row r="9"/>`)
  expect(rows).toEqual([{ row: 2, cells: [] }, { row: 3, cells: [] }, { row: 4, cells: ['x'] }])
})

test('rows and cells need no reference, gaps are empty cells, and rows may come in any order', async () => {
  const { rows } = await rowsOf('<row r="3"><c r="B3"><v>2</v></c><c><v>3</v></c></row><row><c r="AA4"><v>27</v></c></row><row r="2"><c r="C2"><v>1</v></c><c r="A2"><v>0</v></c></row>')
  expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
    [2, ['0', '', '1']], [3, ['', '2', '3']], [4, [...Array.from({ length: 26 }, () => ''), '27']],
  ])
})

test('a namespace prefix of the writer makes no difference', async () => {
  const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>h</x:t></x:is></x:c></x:row><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  expect((await readGood({ sheets: [{ name: 'S', xml: sheet }] })).tables[0]).toMatchObject({ headers: ['h'], rows: [{ row: 2, cells: ['5'] }] })
})

const three: XlsxContent = {
  sheets: [
    { name: 'Blank', xml: '' },
    { name: 'Notes', xml: textRow(1, ['Read me first']) + textRow(2, ['Then the rest']) },
    { name: 'Secret', xml: textRow(1, ['s', 't']) + textRow(2, ['1', '2']), state: 'hidden' },
    { name: 'Customers', xml: textRow(3, ['Name', 'Town']) + textRow(4, ['Alpha', 'Leeds']) },
    { name: 'Empty', xml: textRow(1, ['Reference', 'Name']) },
  ],
}
const two: XlsxContent = { sheets: [...three.sheets, { name: 'Sites', xml: textRow(1, ['Site', 'Town']) + textRow(2, ['North gate', 'York']) }] }

test('the one visible sheet that holds a table is read, and what was left is said', async () => {
  const source = await readGood(three)
  expect(source.questions).toEqual([])
  expect(source.tables).toMatchObject([{ file: 'b.xlsx', sheet: 'Customers', headerRow: 3, headers: ['Name', 'Town'], rows: [{ row: 4, cells: ['Alpha', 'Leeds'] }] }])
  expect(evidenceOf(source).slice(0, 3)).toEqual([
    'Sheet “Customers” was read, the only visible one that holds a table.',
    'Not read: “Blank” (blank), “Notes” (notes), “Empty” (a header and nothing below).',
    'Hidden and not read: “Secret”.',
  ])
  const { reading } = source.files[0] ?? { reading: null }
  expect(reading?.kind === 'workbook' && reading.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['Blank', false], ['Notes', false], ['Secret', true], ['Customers', false], ['Empty', false]])
})

test('of several visible sheets with tables the operator says which; until then none is read', async () => {
  const source = await readGood(two)
  expect(source.tables).toEqual([])
  expect(source.questions).toMatchObject([{
    about: 'sheets', option: '--sheet', sheet: null, file: 0,
    choices: [
      { decision: { sheets: 'all' }, value: 'all' },
      { decision: { sheets: ['Customers'] }, value: 'Customers', preview: [['Name', 'Town'], ['Alpha', 'Leeds']] },
      { decision: { sheets: ['Sites'] }, value: 'Sites', preview: [['Site', 'Town'], ['North gate', 'York']] },
    ],
  }])
  for (const { decision } of source.questions[0]?.choices ?? []) expect((await readGood(two, { ...decision, footerRows: 0, headerRow: 'none' })).questions).toEqual([])
})

test('sheets can be named, hidden and header-only ones too, or all visible ones with a table or a header read', async () => {
  const names = async (sheets: ReadOptions['sheets'] & {}) => (await readGood(two, { sheets })).tables.map(({ sheet }) => sheet)
  expect(await names(['Sites', ' customers'])).toEqual(['Sites', 'Customers'])
  expect(await names(['Secret', 'Empty'])).toEqual(['Secret', 'Empty'])
  expect(await names('all')).toEqual(['Customers', 'Empty', 'Sites'])
})

test('the sheet that explains our template is no table, one with other headings is', async () => {
  const fields = (last: string): XlsxContent => ({ sheets: [
    { name: 'Customers', xml: textRow(1, ['Name', 'Town']) + textRow(2, ['1', '2']) },
    { name: 'Fields', xml: textRow(1, ['Label (header of the column)', 'Field', 'Required', 'What to write', last]) + textRow(2, ['a', 'b', 'c', 'd', 'e']) },
  ] })
  expect((await readGood(fields('Explanation'))).questions).toEqual([])
  expect((await readGood(fields('Comment'))).questions).toMatchObject([{ about: 'sheets' }])
})

test('a sheet that is not there is answered with those that are', async () => {
  expect(await failureOf(three, { sheets: ['Custmers'] })).toEqual({ code: 'no-such-sheet', message: 'b.xlsx has no sheet “Custmers”. Its sheets are: “Blank”, “Notes”, “Secret” (hidden), “Customers”, “Empty”.' })
})

test('no header and no data are told apart', async () => {
  expect((await failureOf({ sheets: [{ name: 'S', xml: '' }] }))?.code).toBe('no-header')
  expect((await failureOf({ sheets: [{ name: 'S', xml: header }] }))?.code).toBe('no-data-rows')
  expect((await failureOf(three, { sheets: ['Blank', 'Customers'] }))?.message).toContain('has no header row in sheet “Blank”')
  expect((await failureOf(three, { sheets: ['Customers'], headerRow: 9 }))?.message).toContain('no header in row 9')
  expect((await readGood(three, { sheets: ['Customers'], headerRow: 3 })).tables[0]?.headerRow).toBe(3)
})

test('macros are left alone and mentioned', async () => {
  const source = await readGood({ sheets: [{ name: 'S', xml: header + textRow(2, ['1']) }], extra: [{ name: 'xl/vbaProject.bin', data: 'x' }] })
  expect(evidenceOf(source)).toContain('The workbook holds macros; they were not run.')
})

test('reading stops when asked to', async () => {
  expect((await failureOf({ sheets: [{ name: 'S', xml: header }] }, { signal: AbortSignal.abort() }))?.code).toBe('stopped')
})

test('512 columns are read, one more is too large', async () => {
  const wide = (reference: string) => ({ sheets: [{ name: 'S', xml: `${header}<row r="2"><c r="${reference}2"><v>1</v></c></row>` }] })
  expect((await readGood(wide('SR'))).tables[0]?.headers.length).toBe(512)
  expect((await failureOf(wide('SS')))?.code).toBe('file-too-large')
})

test('what another program writes is read back: texts, numbers and dates', async () => {
  const values = fc.oneof(
    fc.stringMatching(/^[A-Za-z][A-Za-zé€&<>"' \n_]{0,20}$/).filter((text) => !/_x[0-9A-Fa-f]{4}_/.test(text)),
    fc.integer(),
    fc.integer({ min: 61, max: 2_958_465 }).map((days) => new Date(Date.UTC(1899, 11, 30) + days * 86_400_000)),
  )
  const shown = (value: string | number | Date) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value))
  await fc.assert(fc.asyncProperty(fc.array(fc.array(values, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), async (rows) => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('S')
    sheet.addRow(['a', 'b', 'c', 'd'])
    for (const row of rows) sheet.addRow(row)
    const { tables } = await readGood(Buffer.from(await workbook.xlsx.writeBuffer()), { headerRow: 1, footerRows: 0 })
    const trimmed = rows.map((row) => row.map(shown))
    const last = trimmed.findLastIndex((row) => row.some((text) => text.trim() !== ''))
    expect(Array.from(tables[0]?.rows ?? [], ({ cells }) => cells)).toEqual(trimmed.slice(0, last + 1))
  }), { numRuns: 30 })
})
