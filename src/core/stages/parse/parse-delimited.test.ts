import { expect, test } from 'vitest'
import type { ReadingDecisions } from '#core/model/reading.ts'
import { parseDelimited } from './parse-delimited.ts'

function parse(text: string, decisions: ReadingDecisions = {}, chunk = 1000) {
  const parser = parseDelimited({ file: 'a.csv', decisions })
  for (let at = 0; at < text.length; at += chunk) parser.push(text.slice(at, at + chunk))
  return parser.finish()
}
function parseTable(text: string, options = {}, chunk?: number) {
  const outcome = parse(text, options, chunk)
  if (outcome.kind !== 'table') throw new Error(outcome.kind)
  return outcome
}

test('the header is the first row that is not blank, and rows keep their numbers', () => {
  const { table } = parseTable('\n,,\na,b\n1,2\n\n3,4\n')
  expect(table.headerRow).toBe(3)
  expect(table.rows).toEqual([{ row: 4, cells: ['1', '2'] }, { row: 5, cells: [''] }, { row: 6, cells: ['3', '4'] }])
})

test('the operator may name the header row; rows above it belong to no table', () => {
  const { table } = parseTable('Export,March\na,b\n1,2\n', { headerRow: 2 })
  expect([table.headers, table.rows.length]).toEqual([['a', 'b'], 1])
  expect(parse('a,b\n1,2\n', { headerRow: 9 }).kind).toBe('no-header')
  expect(parse('a,b\n\n1,2\n', { headerRow: 2 }).kind).toBe('no-header')
})

test('headers are plain text, doubled, empty or named __proto__', () => {
  expect(parseTable('__proto__,a,a,, b \n1,2,3,4,5\n').table.headers).toEqual(['__proto__', 'a', 'a', '', ' b '])
})

test('nothing but blank rows has no header; nothing below the header has no data', () => {
  expect(parse('\n\n ,\n').kind).toBe('no-header')
  expect(parse('a,b\n').kind).toBe('no-data-rows')
  expect(parse('a,b\n\n,\n').kind).toBe('no-data-rows')
})

test('a short row is a warning, cells beyond the header an error, and empty ones beyond it nothing', () => {
  const { table, issues } = parseTable('a,b,c\n1,2,3\n1,2\n1,2,3,,x\n1,2,3,,\n\n')
  expect(table.headers).toEqual(['a', 'b', 'c', '', ''])
  expect(issues).toMatchObject([
    { code: 'ragged-row', severity: 'warning', place: { table: 0, row: 3 }, params: { expected: 3, found: 2 } },
    { code: 'ragged-row', severity: 'error', place: { table: 0, row: 4, column: 4 }, value: 'x', params: { expected: 3, found: 5 } },
  ])
})

test('a stray quote is an error of its row', () => {
  expect(parseTable('a,b\n"6" pipe",x\n"1",y\n').issues).toMatchObject([{ code: 'stray-quote', severity: 'error', place: { table: 0, row: 2 } }])
})

test('a cell with undecodable bytes is an error that names the cell', () => {
  expect(parseTable('a,b\nx,caf\ufffd\ny,z\n').issues).toMatchObject([{ code: 'invalid-bytes', severity: 'error', place: { table: 0, row: 2, column: 1 }, value: 'caf\ufffd' }])
})

test('rows after a sep line are counted as Excel counts them', () => {
  const { table } = parseTable('sep=;\na;b\n1;2\n')
  expect([table.headerRow, table.rows.at(0)]).toEqual([1, { row: 2, cells: ['1', '2'] }])
})

test('a stop is answered by push and again by finish', () => {
  const parser = parseDelimited({ file: 'a.csv' })
  parser.push(`a,b\n${'1,2\n'.repeat(20_000)}`)
  expect(parser.push('x,"open\n' + 'y\n'.repeat(600_000))).toMatchObject({ kind: 'unclosed-quote', line: 20_002 })
  expect(parser.finish()).toMatchObject({ kind: 'unclosed-quote', row: 20_002 })
})

test('a file longer than the sample reads the same as in one piece', () => {
  const text = `a;b\n${Array.from({ length: 20_000 }, (_, index) => `${index};"x\n${index}"`).join('\n')}\n`
  const { table } = parseTable(text, {}, 4099)
  expect(table.rows.length).toBe(20_000)
  expect(table.rows.at(-1)).toEqual({ row: 20_001, cells: ['19999', 'x\n19999'] })
})
