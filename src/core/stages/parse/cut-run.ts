// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient declaration cannot be imported, and only tsc of the core includes it by itself
/// <reference path="./papaparse.d.ts" />
import papaparse, { type Parser } from 'papaparse/papaparse.js'
import type { Dialect } from './dialect.ts'
import type { Run } from './scan-records.ts'

/** Whole records of one line end to their cells. papaparse cuts; what it cannot read right never reaches it. */
export function cutRun(text: string, run: Run, dialect: Dialect): readonly (readonly string[])[] {
  if (run.malformed) return [text.slice(run.start, run.end - run.newline.length).split(dialect.delimiter)]
  const newline = run.newline === '' ? '\n' : run.newline
  const records = text.slice(run.start, run.end) + (run.newline === '' ? newline : '')
  if (dialect.escape === 'backslash' && records.includes('\\')) return cutEscaped(records, newline, dialect)
  // With `ignoreLastRow` the nothing after the last line end is no row.
  const { data } = parserFor(newline, dialect).parse(records, 0, true)
  if (data.length !== run.records) throw new Error(`papaparse found ${data.length} records where the scan found ${run.records}`)
  return data
}

const parsers = new Map<string, Parser>()

/** A parser keeps nothing between two texts, and making one costs as much as a few rows. */
function parserFor(newline: string, { delimiter, quote }: Dialect): Parser {
  const key = newline + delimiter + quote
  const known = parsers.get(key)
  if (known !== undefined) return known
  const parser = new papaparse.Parser({ delimiter, newline, quoteChar: quote })
  parsers.set(key, parser)
  return parser
}

/**
 * Records with backslashes before quotes, which papaparse takes for escaped even after an escaped backslash (`"C:\\"`). Inside
 * quotes a backslash before a quote or a backslash is left out; elsewhere it is text.
 */
function cutEscaped(records: string, newline: string, { delimiter, quote }: Dialect): readonly (readonly string[])[] {
  const field = new RegExp(`${quote}((?:[^${quote}\\\\]|\\\\[^])*)${quote}[^\\S\\r\\n${delimiter}]*(?=${delimiter === '|' ? '\\|' : delimiter}|${newline})|((?:(?!${newline})[^${delimiter}])*)`, 'y')
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < records.length;) {
    field.lastIndex = at
    const match = field.exec(records)
    const [whole = '', quoted, plain = ''] = match ?? []
    row.push(quoted === undefined ? plain : quoted.replace(/\\(["'\\])/g, (both, sign: string) => (sign === quote || sign === '\\' ? sign : both)))
    at += whole.length
    if (records[at] === delimiter) {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at += newline.length
  }
  return rows
}
