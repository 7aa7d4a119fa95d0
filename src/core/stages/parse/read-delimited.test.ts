import { parse as csvParse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourceRow } from '#core/model/source.ts'
import { delimiters, type Dialect } from './dialect.ts'
import { newDelimitedReader, type DelimitedLimits } from './read-delimited.ts'

const comma: Dialect = { delimiter: ',', quote: '"', escape: 'doubled' }

function read(text: string, chunk = text.length, settings: { dialect?: Dialect; limits?: DelimitedLimits } = {}) {
  const records: (SourceRow & { readonly malformed: boolean })[] = []
  const reader = newDelimitedReader({ dialect: comma, ...settings, onRecord: (row, remark) => records.push({ ...row, malformed: remark?.strayQuote === true }) })
  for (let at = 0; at < text.length; at += chunk) {
    const stop = reader.push(text.slice(at, at + chunk))
    if (stop !== null) return { records, stop }
  }
  return { records, stop: reader.finish() }
}
const cells = (text: string, chunk?: number) => read(text, chunk).records.map((record) => record.cells)

test('cells stay as they stand: spaces, leading zeros, empty ones', () => {
  expect(cells('a,b,c\n 00123 ,,1e5\n')).toEqual([['a', 'b', 'c'], [' 00123 ', '', '1e5']])
})

test('a record with line breaks is one row, and blank lines are rows', () => {
  const { records, stop } = read('a,b\n\n"x\ny\r\nz",2\n \nlast,3')
  expect(stop).toBeNull()
  expect(records.map(({ row, cells: [first] }) => [row, first])).toEqual([[1, 'a'], [2, ''], [3, 'x\ny\r\nz'], [4, ' '], [5, 'last']])
})

test('a line end at the end of the file makes no row, a second one does', () => {
  expect(cells('a\n')).toEqual([['a']])
  expect(cells('a')).toEqual([['a']])
  expect(cells('a\n\n')).toEqual([['a'], ['']])
  expect(cells('')).toEqual([])
})

test('all three line ends count, also mixed in one file and cut between carriage return and line feed', () => {
  for (const chunk of [1, 2, 3, 100]) {
    expect(cells('a,b\r\nc,d\ne,"f"\rg,h\r', chunk)).toEqual([['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']])
  }
})

test('doubled quotes are one, and blanks after a closing quote are dropped', () => {
  expect(cells('"say ""hi""" ,""\n"","x" \n')).toEqual([['say "hi"', ''], ['', 'x']])
})

test('a quote inside an unquoted cell is text', () => {
  expect(cells('12" pipe,"a"\n, "b"\n')).toEqual([['12" pipe', 'a'], ['', ' "b"']])
})

test('text after a closing quote makes one malformed row and swallows nothing', () => {
  const { records, stop } = read('a,b\n"6" pipe",x\n"ok","y"\n')
  expect(stop).toBeNull()
  expect(records).toEqual([
    { row: 1, cells: ['a', 'b'], malformed: false },
    { row: 2, cells: ['"6" pipe"', 'x'], malformed: true },
    { row: 3, cells: ['ok', 'y'], malformed: false },
  ])
})

test('an unclosed quote stops the reading and names the line where it opened', () => {
  for (const chunk of [1, 7, 1000]) {
    expect(read('a,b\n"x\ny",1\nz,"open\nq,2\n', chunk).stop).toEqual({ kind: 'unclosed-quote', line: 4, row: 3 })
  }
})

test('a quote that only a later row seems to close counts as unclosed', () => {
  expect(read('a,b\nz,"open\nq,"2"\nr,"3"\n').stop).toEqual({ kind: 'unclosed-quote', line: 2, row: 2 })
})

test('whether a field has swallowed rows is told by the rows on one line before it, however the text comes', () => {
  const text = '1,b,c\n"p\nq",2,3,4\n5,"x,y,z\n6,7,8,9"\n'
  const whole = read(text)
  expect(whole.stop).toBeNull()
  for (const chunk of [1, 7, 13]) expect(read(text, chunk)).toEqual(whole)
})

test('a record beyond the limit stops early: as an unclosed quote if there is one, else as too long', () => {
  const limits = { recordChars: 50, rows: 100 }
  const long = 'x'.repeat(60)
  expect(read(`a\n"${long},b`, 10, { limits }).stop).toEqual({ kind: 'unclosed-quote', line: 2, row: 2 })
  expect(read(`a\n${long},b`, 10, { limits }).stop).toEqual({ kind: 'record-too-long', line: 2, row: 2 })
  expect(read(`a\n${long.slice(0, 40)}\n`, 10, { limits }).stop).toBeNull()
})

test('more rows than a sheet can hold stop the reading', () => {
  const limits = { recordChars: 50, rows: 3 }
  expect(read('a\nb\nc\n', 2, { limits }).stop).toBeNull()
  expect(read('a\nb\nc\nd\n', 2, { limits }).stop).toEqual({ kind: 'too-many-rows' })
})

const dialects = fc.record({ delimiter: fc.constantFrom(...delimiters), quote: fc.constantFrom('"' as const, "'" as const), escape: fc.constantFrom('doubled' as const, 'backslash' as const) })
const cellText = fc.oneof(fc.constantFrom('', ' ', '0012', "O'Brien", '6" pipe', 'C:\\', '\\"', '\\\\a', 'a,b', 'x;y', '\t', 'l1\nl2', 'l1\r\nl2', '\r', '__proto__', 'é€😀', 'NULL'), fc.string({ maxLength: 6 }))
const table = fc.array(fc.record({ cells: fc.array(cellText, { minLength: 1, maxLength: 5 }), newline: fc.constantFrom('\n', '\r\n', '\r') }), { minLength: 1, maxLength: 8 })

function write(rows: readonly { cells: readonly string[]; newline: string }[], { delimiter, quote, escape }: Dialect): string {
  const special = new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}${quote}\\r\\n]|^\\s|\\s$`)
  const inside = (cell: string) => (escape === 'doubled' ? cell.replaceAll(quote, quote + quote) : cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`))
  const writeCell = (cell: string) => (special.test(cell) ? `${quote}${inside(cell)}${quote}` : cell)
  // A row of one empty cell is written quoted: bare, its line end would run together with the one before it.
  const writeRow = (row: readonly string[]) => (row.length === 1 && row[0] === '' ? quote + quote : row.map(writeCell).join(delimiter))
  return rows.map(({ cells: row, newline }) => writeRow(row) + newline).join('')
}

test('what was written is read back, at any chunk size, and csv-parse agrees', () => {
  fc.assert(fc.property(table, dialects, fc.record({ chunk: fc.integer({ min: 1, max: 40 }), endless: fc.boolean() }), (rows, dialect, { chunk, endless }) => {
    const whole = write(rows, dialect)
    const text = endless ? whole.slice(0, -(rows.at(-1)?.newline.length ?? 0)) : whole
    const { records, stop } = read(text, chunk, { dialect })
    expect(stop).toBeNull()
    const found = records.map((record) => record.cells)
    expect(found).toEqual(rows.map((row) => row.cells))
    const oracle: string[][] = csvParse(text, { delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape === 'doubled' ? dialect.quote : '\\', record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true })
    expect(found).toEqual(oracle)
    expect(records.map((record) => record.row)).toEqual(records.map((_, index) => index + 1))
  }), { numRuns: 800 })
})

test('any text at all is cut alike at every chunk size, and no character of a well-formed row is lost', () => {
  const anyText = fc.array(fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', 'b'), { maxLength: 30 }).map((parts) => parts.join(''))
  fc.assert(fc.property(anyText, fc.integer({ min: 1, max: 7 }), (text, chunk) => {
    const whole = read(text)
    const pieces = read(text, chunk)
    expect(pieces.stop).toEqual(whole.stop)
    expect(pieces.records).toEqual(whole.records)
  }), { numRuns: 2000 })
})
