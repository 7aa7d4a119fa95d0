import { expect, test } from 'vitest'
import type { ReadingDecisions } from '#core/model/reading.ts'
import type { NewRowSink, SourceRow, TableStarted } from '#core/model/source.ts'
import { newTableBuilder } from './table-builder.ts'

function build(rows: readonly (readonly string[])[], decisions: ReadingDecisions = {}) {
  const started: TableStarted[] = []
  const builder = newTableBuilder({ file: 'a.csv', sheet: null, decisions, checkWidths: true, onTable: (table) => started.push(table) })
  rows.forEach((cells, index) => builder.push({ row: index + 1, cells }))
  const built = builder.finish()
  if (built.kind === 'no-header') throw new Error(built.kind)
  const { table } = built
  return { ...built, started, data: [...table.rows].map(({ cells }) => cells), preamble: table.preamble?.map(({ row }) => row), footer: table.footer?.map(({ row }) => row), about: built.questions.map(({ about }) => about) }
}
const records = (count: number): string[][] => Array.from({ length: count }, (_, index) => [`C-${1000 + index}`, `Firm ${'abc'[index % 3] ?? ''}${index} Ltd`, `info${index}@firm.example`, '12/03/2024'])
const header = ['Account number', 'Company', 'Email', 'Start date']

test('a header over records is the header, and nothing is asked', () => {
  const { table, data, about, started } = build([header, ...records(5)])
  expect(table).toMatchObject({ headerRow: 1, headers: header })
  expect([data.length, about, started]).toEqual([5, [], [{ file: 'a.csv', sheet: null, headerRow: 1, headers: header }]])
})

test('title lines above and a total below are no data', () => {
  const { table, preamble, footer, about } = build([['Customer export', '', '', ''], ['Printed 1 March 2024'], [''], header, ...records(5), [''], ['Total', '', '', '5'], ['']])
  expect([table.headerRow, preamble, footer, about]).toEqual([4, [1, 2, 3], [11, 12], []])
})

test('a row that an earlier import marked as in doubt is held until its mark is cleared; a column of that name alone means nothing', () => {
  const doubtful = (last: string) => build([[...header, 'Check first', last], ...records(3).map((cells, at) => [...cells, at === 1 ? 'Look' : ' ', 'run-1'])]).issues
  expect(doubtful('Import run')).toMatchObject([{ code: 'row-unchecked', severity: 'error', place: { table: 0, row: 3, column: 4 }, value: 'Look' }])
  expect(doubtful('Run')).toEqual([])
})

test('without a header the columns are named by their letters', () => {
  const { table, about } = build(records(4))
  expect(table).toMatchObject({ headerRow: 0, headers: ['Column A', 'Column B', 'Column C', 'Column D'] })
  expect(about).toEqual([])
})

test('a first row that could be data as well is asked about, with both readings', () => {
  const { questions } = build([['Alpha', 'Leeds'], ['Beta', 'York'], ['Gamma', 'Hull']])
  expect(questions).toMatchObject([{
    about: 'headerRow', option: '--header-row', choices: [
      { decision: { headerRow: 1 }, value: '1', preview: [['Alpha', 'Leeds'], ['Beta', 'York'], ['Gamma', 'Hull']] },
      { decision: { headerRow: 'none' }, value: 'none', preview: [['Column A', 'Column B'], ['Alpha', 'Leeds'], ['Beta', 'York'], ['Gamma', 'Hull']] },
    ],
  }])
})

test('group titles over headings that stand twice are joined with them', () => {
  const { table, about } = build([['Billing', '', 'Delivery', ''], ['Name', 'Town', 'Name', 'Town'], ['Alpha', 'Leeds', 'Beta', 'York'], ['Gamma', 'Hull', 'Delta', 'Bath']])
  expect(table).toMatchObject({ headerRow: 1, headers: ['Billing Name', 'Billing Town', 'Delivery Name', 'Delivery Town'] })
  expect(about).toEqual([])
})

test('the rows go to the sink one by one, in order, and only the last few wait for the end', () => {
  const seen: SourceRow[] = []
  const newSink: NewRowSink = () => ({ add: (row) => seen.push(row), finish: () => ({ rows: seen, columns: [] }) })
  const builder = newTableBuilder({ file: 'a.csv', sheet: null, decisions: {}, newSink })
  const rows = [header, ...records(5000)].map((cells, index) => ({ row: index + 1, cells }))
  for (const row of rows) builder.push(row)
  expect(seen.length).toBe(4970)
  expect(builder.finish()).toMatchObject({ kind: 'table' })
  expect(seen).toEqual(rows.slice(1))
})

test('what the operator decides is not second-guessed', () => {
  expect(build([header, ...records(3)], { headerRow: 'none' })).toMatchObject({ about: [], table: { headerRow: 0 }, data: [header, ...records(3)] })
  expect(build([['Billing', '', 'Delivery', ''], ['Name', 'Town', 'Name', 'Town'], ...records(3)], { headerRow: 1, headerRows: 2 }).table.headers).toEqual(['Billing Name', 'Billing Town', 'Delivery Name', 'Delivery Town'])
  expect(build([header, ...records(3), ['', ''], ['note', ''], ['']], { footerRows: 2 })).toMatchObject({ about: [], footer: [5, 6, 7] })
  expect(build([header, ...records(3), ['Total', '', '', '3']], { footerRows: 0 })).toMatchObject({ about: [], footer: undefined })
  expect(build([['x'], ...records(150), header, ...records(3)], { headerRow: 152 })).toMatchObject({ table: { headerRow: 152, headers: header }, data: records(3) })
})

test('every row is in one place: above the header, data, or below it', () => {
  const rows = [['Export'], [''], header, ...records(40), [''], ['Total', '', '', '40'], ['Printed by Ann'], ['']]
  const { table, data, preamble = [], footer = [] } = build(rows)
  expect(preamble.length + 1 + data.length + footer.length).toBe(rows.length)
  expect([table.headerRow, data.length]).toEqual([3, 41])
})

test('a header that is repeated among the rows, word for word, is no data, and that is said', () => {
  const again = header.map((text) => ` ${text} `)
  const { table, data, findings, about } = build([header, ...records(3), header, ...records(3), [...again, ''], ...records(1)])
  expect([table.repeats, data, about]).toEqual([[5, 9], [...records(3), ...records(3), ...records(1)], []])
  expect(findings).toContainEqual({ about: 'header', confidence: 1, evidence: 'Rows 5 and 9 repeat the header and are no data.' })
  // A part of it, more than it, or another spelling is data, which is judged.
  const others = [['Account number', 'Company', '', ''], [...header, 'x'], header.map((text) => text.toUpperCase())]
  expect(build([header, ...records(3), ...others, ...records(3)], { headerRow: 1 })).toMatchObject({ table: { headerRow: 1 }, data: [...records(3), ...others, ...records(3)] })
  expect(build([['Account number'], ['A-1'], ['Account number'], ['A-2']], { headerRow: 1 }).data).toEqual([['A-1'], ['Account number'], ['A-2']])
  expect(build([header, ...Array.from({ length: 8 }, () => header), ...records(2)]).findings).toContainEqual({ about: 'header', confidence: 1, evidence: 'Rows 2, 3, 4, 5, 6 and 3 more repeat the header and are no data.' })
})
