import { expect, test } from 'vitest'
import { detectDialect } from './detect-dialect.ts'

function detect(text: string, wanted = {}) {
  const found = detectDialect(text, true, wanted)
  return { ...found, evidence: found.findings.map(({ evidence }) => evidence), asked: found.questions.map(({ about }) => about) }
}

test('the delimiter is the one that gives most rows the same number of columns', () => {
  expect(detect('a,b,c\n1,2,3\n').delimiter).toBe(',')
  expect(detect('a;b;c\n1,5;2,5;3\n1;2;3\n').delimiter).toBe(';')
  expect(detect('a\tb\n1, 2\t3, 4\n').delimiter).toBe('\t')
  expect(detect('a|b\n1|2\n').delimiter).toBe('|')
})

test('delimiters between quotes do not count', () => {
  expect(detect('name,town\n"a;b;c","x;y;z"\n"d;e;f","u;v;w"\n').delimiter).toBe(',')
})

test('title lines and ragged rows do not mislead it', () => {
  expect(detect('Customer export; March\n\na,b,c\n1,2,3\n4,5\n6,7,8\n').delimiter).toBe(',')
})

test('a single column is read with commas and said to be one', () => {
  const found = detect('name\nAcme\nBolt\n')
  expect(found.delimiter).toBe(',')
  expect(found.evidence).toEqual(['No separator was found in the first rows, so the file was read as a single column.'])
})

test('the evidence counts rows and columns', () => {
  expect(detect('a;b\n1;2\n3\n').evidence).toEqual(['Columns are separated by semicolon: 2 of the first 3 rows have 2 columns.'])
})

test("apostrophes quote only where they do so cleanly and double quotes never do", () => {
  expect(detect("a,b\n'x,1','y'\n'z','w'\n").quote).toBe("'")
  expect(detect("a,b\nO'Brien,1\n'S-Hertogenbosch,2\n").quote).toBe('"')
  expect(detect("a,b\n\"x\",'y'\n'z','w'\n").quote).toBe('"')
})

test('the line end is the commonest outside quotes', () => {
  expect(detect('a,b\r\n1,"x\ny\nz"\r\n').newline).toBe('\r\n')
  expect(detect('a,b\r1,2\r').newline).toBe('\r')
  expect(detect('a,b').newline).toBe('\n')
})

test("Excel's sep line decides and is no row", () => {
  expect(detect('sep=;\r\na,b;c\r\n1,2;3\r\n')).toMatchObject({ delimiter: ';', skip: 7 })
  expect(detect('separator;x\n1;2\n').skip).toBe(0)
})

test('what the operator chose is not second-guessed', () => {
  expect(detect('a,b\n1,2\n', { delimiter: ';', quote: "'" })).toMatchObject({ delimiter: ';', quote: "'", asked: [], evidence: ['Columns are separated by semicolon, as chosen.', "Apostrophes (') stand around cells, as chosen."] })
})
