// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient declaration cannot be imported, and only tsc of the core includes it by itself
/// <reference path="./papaparse.d.ts" />
import papaparse from 'papaparse/papaparse.js'
import type { Dialect } from './dialect.ts'
import { scanRecords, type Run } from './scan-records.ts'

/** What stops the reading of a whole file. `line` counts as a text editor does, from 1. */
export type ReadingStop =
  | { readonly kind: 'unclosed-quote'; readonly line: number; readonly row: number }
  | { readonly kind: 'record-too-long'; readonly line: number; readonly row: number }
  | { readonly kind: 'too-many-rows' }

export interface DelimitedRecord {
  /** From 1, as a spreadsheet counts: a record with line breaks inside is one row, a blank line is one too. */
  readonly row: number
  readonly cells: readonly string[]
  /** Text follows a closing quote: cut at every delimiter, quotes left in. */
  readonly malformed: boolean
}

export interface DelimitedReader {
  /** Takes the next piece of decoded text, of any size, and hands on the records it completes. */
  push(text: string): ReadingStop | null
  finish(): ReadingStop | null
}

export interface DelimitedLimits {
  readonly recordChars: number
  readonly rows: number
}

export const delimitedLimits: DelimitedLimits = { recordChars: 1024 * 1024, rows: 1_048_576 }

export interface DelimitedSettings {
  readonly dialect: Dialect
  readonly limits?: DelimitedLimits
  readonly onRecord: (record: DelimitedRecord) => void
}

/**
 * Delimited text to records. papaparse cuts records into cells; where records end, and what is wrong with them, is found by
 * our own scan first (`scan-records.ts`), so papaparse only ever sees whole, well-formed records with one kind of line end.
 */
export function newDelimitedReader({ dialect, limits = delimitedLimits, onRecord }: DelimitedSettings): DelimitedReader {
  let waiting = ''
  let row = 0
  let line = 1

  function take(text: string, final: boolean): ReadingStop | null {
    const scan = scanRecords(text, dialect, final)
    for (const run of scan.runs) {
      if (row + run.records > limits.rows) return { kind: 'too-many-rows' }
      for (const cells of cutRun(text, run, dialect)) {
        row += 1
        onRecord({ row, cells, malformed: run.malformed })
      }
    }
    waiting = text.slice(scan.rest)
    if (scan.unclosedAt !== null) return { kind: 'unclosed-quote', line: line + countLineEnds(text.slice(0, scan.unclosedAt)), row: row + 1 }
    line += countLineEnds(text.slice(0, scan.rest))
    return waiting.length > limits.recordChars ? tooLong() : null
  }

  /** A record beyond all measure is most likely a quote that nothing closes, and then that is the thing to say. */
  function tooLong(): ReadingStop {
    const { unclosedAt } = scanRecords(waiting, dialect, true)
    if (unclosedAt === null) return { kind: 'record-too-long', line, row: row + 1 }
    return { kind: 'unclosed-quote', line: line + countLineEnds(waiting.slice(0, unclosedAt)), row: row + 1 }
  }

  return {
    push: (text) => take(waiting + text, false),
    finish: () => take(waiting, true),
  }
}

function cutRun(text: string, run: Run, dialect: Dialect): readonly (readonly string[])[] {
  if (run.malformed) return [text.slice(run.start, run.end - run.newline.length).split(dialect.delimiter)]
  const newline = run.newline === '' ? '\n' : run.newline
  const records = text.slice(run.start, run.end) + (run.newline === '' ? newline : '')
  const parser = new papaparse.Parser({ delimiter: dialect.delimiter, newline, quoteChar: dialect.quote })
  // With `ignoreLastRow` the nothing after the last line end is no row.
  const { data } = parser.parse(records, 0, true)
  if (data.length !== run.records) throw new Error(`papaparse found ${data.length} records where the scan found ${run.records}`)
  return data
}

function countLineEnds(text: string): number {
  if (!text.includes('\r')) return text.split('\n').length - 1
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
