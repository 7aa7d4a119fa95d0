import { expect, test } from 'vitest'
import { readingDecisions, type ReadingOptions } from './reading-options.ts'

function decide(options: ReadingOptions, paths: readonly string[] = ['a.csv']): unknown {
  const decided = readingDecisions(paths, options)
  return decided.ok ? decided.value : decided.failure
}

test('words and signs become decisions, and what is not said stays open', () => {
  expect(decide({})).toEqual([{}])
  expect(decide({
    delimiter: ['tab'], quote: ['single'], escape: ['backslash'], encoding: ['CP1252'], headerRow: ['3'], headerRows: ['2'], footerRows: ['0'],
    mergedCells: ['fill'], hiddenRows: ['skip'], hiddenColumns: ['include'], sheet: ['Sites', 'Contacts'],
  })).toEqual([{
    delimiter: '\t', quote: "'", escape: 'backslash', encoding: 'windows-1252', headerRow: 3, headerRows: 2, footerRows: 0,
    mergedCells: 'fill', hiddenRows: 'skip', hiddenColumns: 'include', sheets: ['Sites', 'Contacts'],
  }])
  expect(decide({ headerRow: ['none'], sheet: ['all'], delimiter: ['\\t'] })).toEqual([{ headerRow: 'none', sheets: 'all', delimiter: '\t' }])
})

test.each([
  ['delimiter', 'colon'], ['quote', 'x'], ['escape', 'none'], ['encoding', 'utf-7'], ['headerRow', '0'], ['headerRow', '1.5'], ['headerRows', 'two'], ['footerRows', '-1'],
  ['mergedCells', 'all'], ['hiddenRows', 'yes'], ['hiddenColumns', 'no'],
])('%s: %s is bad usage and says what the option takes', (key, value) => {
  const option = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  expect(decide({ [key]: [value] })).toEqual({ code: 'bad-usage', message: expect.stringContaining(`${option} takes`) })
})

test('a value with a file before it is for that file; one without for the others', () => {
  const paths = ['in/customers.csv', 'in/sites.csv']
  expect(decide({ delimiter: ['comma', 'sites.csv=semicolon'] }, paths)).toEqual([{ delimiter: ',' }, { delimiter: ';' }])
  expect(decide({ encoding: ['in/customers.csv=utf-8'] }, paths)).toEqual([{ encoding: 'utf-8' }, {}])
  expect(decide({ sheet: ['A=B'] }, paths)).toEqual([{ sheets: ['A=B'] }, { sheets: ['A=B'] }])
})

test('of an option that stands twice the last one counts', () => {
  expect(decide({ delimiter: ['comma', 'tab'] })).toEqual([{ delimiter: '\t' }])
})
