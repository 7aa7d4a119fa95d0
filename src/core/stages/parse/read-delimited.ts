import type { Newline } from '#core/model/reading.ts'
import type { SourceRow } from '#core/model/source.ts'
import { cutRun } from './cut-run.ts'
import type { Dialect, LineEnd } from './dialect.ts'
import type { RowRemark } from './row-issues.ts'
import { countLineEnds, scanRecords, type Run } from './scan-records.ts'

/** What stops the reading of a whole file. `line` counts as a text editor does, from 1. */
export type ReadingStop =
  | { readonly kind: 'unclosed-quote'; readonly line: number; readonly row: number }
  | { readonly kind: 'record-too-long'; readonly line: number; readonly row: number }
  | { readonly kind: 'too-many-rows' }

export interface DelimitedReader {
  /** Takes the next piece of decoded text, of any size, and hands on the records it completes. */
  push(text: string): ReadingStop | null
  finish(): ReadingStop | null
  /** How the records ended so far. */
  newline(): Newline
}

export interface DelimitedLimits {
  readonly recordChars: number
  readonly rows: number
}

export const delimitedLimits: DelimitedLimits = { recordChars: 1024 * 1024, rows: 1_048_576 }

export interface DelimitedSettings {
  readonly dialect: Dialect
  /** How most records end; without it no end is odd. */
  readonly usualEnd?: LineEnd | undefined
  readonly limits?: DelimitedLimits | undefined
  /**
   * Rows count from 1, as in a spreadsheet: a record with line breaks inside is one row, a blank line is one too. A record with a
   * stray quote is cut at every delimiter, its quotes left in.
   */
  readonly onRecord: (row: SourceRow, remark: RowRemark | undefined) => void
}

/**
 * Delimited text to records. papaparse cuts records into cells; where records end, and what is wrong with them, is found by
 * our own scan first (`scan-records.ts`), so papaparse only ever sees whole, well-formed records with one kind of line end.
 */
export function newDelimitedReader({ dialect, usualEnd, limits = delimitedLimits, onRecord }: DelimitedSettings): DelimitedReader {
  let waiting = ''
  let row = 0
  let line = 1
  let columns = 0
  const ends = newEndTally(usualEnd)

  function take(text: string, final: boolean): ReadingStop | null {
    const scan = scanRecords(text, dialect, { final, columns, limit: limits.recordChars })
    columns = scan.columns
    for (const run of scan.runs) {
      if (row + run.records > limits.rows) return { kind: 'too-many-rows' }
      let odd = ends.add(run)
      for (const cells of cutRun(text, run, dialect)) {
        row += 1
        onRecord({ row, cells }, run.malformed || odd > 0 ? { strayQuote: run.malformed, oddEnd: odd > 0 } : undefined)
        odd -= 1
      }
      line += run.lines
    }
    waiting = text.slice(scan.rest)
    if (scan.unclosedAt !== null) return { kind: 'unclosed-quote', line: line + countLineEnds(text, scan.rest, scan.unclosedAt), row: row + 1 }
    return scan.isTooLong ? tooLong() : null
  }

  /** A record beyond all measure is most likely a quote that nothing closes, and then that is the thing to say. */
  function tooLong(): ReadingStop {
    const { unclosedAt } = scanRecords(waiting, dialect, { final: true, columns: 0, limit: Infinity })
    if (unclosedAt === null) return { kind: 'record-too-long', line, row: row + 1 }
    return { kind: 'unclosed-quote', line: line + countLineEnds(waiting, 0, unclosedAt), row: row + 1 }
  }

  return {
    push: (text) => take(waiting + text, false),
    finish: () => take(waiting, true),
    newline: () => ends.newline(),
  }
}

/** Counts how records end, and tells how many of a run's first records an odd line end touches. */
function newEndTally(usual: LineEnd | undefined): { add(run: Run): number; newline(): Newline } {
  const seen = new Set<LineEnd>()
  let wasOdd = false
  return {
    add({ newline, records }) {
      if (newline !== '') seen.add(newline)
      const isOdd = usual !== undefined && newline !== '' && newline !== usual
      const touched = isOdd ? records : wasOdd ? 1 : 0
      wasOdd = isOdd
      return touched
    },
    newline: () => (seen.size > 1 ? 'mixed' : [...seen][0] ?? '\n'),
  }
}
