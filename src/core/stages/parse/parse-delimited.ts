import { issue, type Issue } from '#core/model/issue.ts'
import type { SourceRow, SourceTable } from '#core/model/source.ts'
import { buildTable, findRaggedRows } from './build-table.ts'
import { detectDialect, type DialectFound, type DialectWanted } from './detect-dialect.ts'
import { findInvalidText, hasInvalidText } from './invalid-text.ts'
import { newDelimitedReader, type DelimitedLimits, type DelimitedReader, type DelimitedRecord, type ReadingStop } from './read-delimited.ts'

export interface DelimitedOptions extends DialectWanted {
  /** Name for the table, without folder. */
  readonly file: string
  readonly headerRow?: number | 'none'
  readonly limits?: DelimitedLimits
}

export type DelimitedOutcome =
  | { readonly kind: 'table'; readonly table: SourceTable; readonly dialect: DialectFound; readonly issues: readonly Issue[] }
  | ReadingStop
  | { readonly kind: 'no-header' | 'no-data-rows' }

export interface DelimitedParser {
  /** Takes decoded text as it comes. A stop means that reading on is useless; `finish` will answer it again. */
  push(text: string): ReadingStop | null
  finish(): DelimitedOutcome
}

const sampleChars = 64 * 1024

/** Delimited text, piece by piece, to one table: waits for a sample, detects the dialect from it, then keeps rows. */
export function parseDelimited(options: DelimitedOptions): DelimitedParser {
  const rows: SourceRow[] = []
  const malformed: DelimitedRecord[] = []
  let sample = ''
  let invalid = false
  let stop: ReadingStop | null = null
  let started: { readonly dialect: DialectFound; readonly reader: DelimitedReader } | null = null

  function onRecord(record: DelimitedRecord): void {
    rows.push({ row: record.row, cells: record.cells })
    if (record.malformed) malformed.push(record)
  }
  function start(whole: boolean): { readonly dialect: DialectFound; readonly reader: DelimitedReader } {
    const dialect = detectDialect(sample, whole, options)
    const reader = newDelimitedReader({ dialect, onRecord, ...(options.limits === undefined ? {} : { limits: options.limits }) })
    stop = reader.push(sample.slice(dialect.skip))
    sample = ''
    started = { dialect, reader }
    return started
  }

  return {
    push(text) {
      invalid ||= hasInvalidText(text)
      if (stop !== null) return stop
      if (started !== null) stop = started.reader.push(text)
      else {
        sample += text
        if (sample.length >= sampleChars) start(false)
      }
      return stop
    },
    finish() {
      const { dialect, reader } = started ?? start(true)
      stop ??= reader.finish()
      if (stop !== null) return stop
      return finishTable({ rows, malformed, invalid, dialect, options })
    },
  }
}

interface Parsed {
  readonly rows: readonly SourceRow[]
  readonly malformed: readonly DelimitedRecord[]
  readonly invalid: boolean
  readonly dialect: DialectFound
  readonly options: DelimitedOptions
}

function finishTable({ rows, malformed, invalid, dialect, options }: Parsed): DelimitedOutcome {
  const { file, headerRow } = options
  const built = buildTable({ file, sheet: null, rows, ...(headerRow === undefined ? {} : { headerRow }) })
  if (built.kind === 'no-header') return { kind: 'no-header' }
  if (built.kind === 'header-only') return { kind: 'no-data-rows' }
  const { table } = built
  const expected = rows.find((row) => row.row === table.headerRow)?.cells.length ?? 0
  const issues = [
    ...findRaggedRows(0, table, expected),
    ...malformed.filter((record) => record.row > table.headerRow).map(strayQuote),
    ...(invalid ? findInvalidText(0, table) : []),
  ]
  return { kind: 'table', table, dialect, issues }
}

/** An error: which commas separate columns cannot be known, so the row's cells may have shifted. */
function strayQuote({ row }: DelimitedRecord): Issue {
  return issue({ code: 'stray-quote', severity: 'error', place: { table: 0, row } })
}
