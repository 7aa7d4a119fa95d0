import type { Issue } from '#core/model/issue.ts'
import type { Newline, ReadingDecisions, ReadingFinding, ReadingQuestion } from '#core/model/reading.ts'
import type { NewRowSink, SourceRow, SourceTable, TableStarted } from '#core/model/source.ts'
import { detectDialect, type DialectFound } from './detect-dialect.ts'
import type { Dialect } from './dialect.ts'
import { undecodable } from './invalid-text.ts'
import { newDelimitedReader, type DelimitedLimits, type DelimitedReader, type ReadingStop } from './read-delimited.ts'
import type { RowRemark } from './row-issues.ts'
import { newTableBuilder } from './table-builder.ts'

export interface DelimitedOptions {
  /** Name for the table, without folder. */
  readonly file: string
  readonly decisions?: ReadingDecisions
  readonly newSink?: NewRowSink | undefined
  readonly onTable?: ((table: TableStarted) => void) | undefined
  readonly limits?: DelimitedLimits
}

export interface DelimitedTable {
  readonly kind: 'table'
  readonly table: SourceTable
  readonly dialect: Dialect & { readonly newline: Newline }
  readonly findings: readonly ReadingFinding[]
  readonly questions: readonly ReadingQuestion[]
  readonly issues: readonly Issue[]
}

export type DelimitedOutcome = DelimitedTable | ReadingStop | { readonly kind: 'no-header' } | { readonly kind: 'no-data-rows' }

export interface DelimitedParser {
  /** Takes decoded text as it comes. A stop means that reading on is useless; `finish` will answer it again. */
  push(text: string): ReadingStop | null
  finish(): DelimitedOutcome
  /** Records so far, the header among them. */
  rows(): number
}

const sampleChars = 64 * 1024

/** Delimited text, piece by piece, to one table: waits for a sample, detects the dialect from it, then hands rows on. */
export function parseDelimited(options: DelimitedOptions): DelimitedParser {
  const { file, decisions = {}, newSink, onTable, limits } = options
  const builder = newTableBuilder({ file, sheet: null, decisions, newSink, onTable, checkWidths: true })
  let sample = ''
  let rows = 0
  let isDamaged = false
  let stop: ReadingStop | null = null
  let started: { readonly dialect: DialectFound; readonly reader: DelimitedReader } | null = null

  function onRecord(row: SourceRow, remark: RowRemark | undefined): void {
    rows = row.row
    builder.push(row, isDamaged ? { ...remark, undecodable: true } : remark)
  }
  function read(reader: DelimitedReader, text: string): ReadingStop | null {
    // Once a piece of text is damaged, every cell is looked at: a record may span several pieces.
    isDamaged ||= text.includes(undecodable)
    return reader.push(text)
  }
  function start(whole: boolean): { readonly dialect: DialectFound; readonly reader: DelimitedReader } {
    const dialect = detectDialect(sample, whole, decisions)
    const reader = newDelimitedReader({ dialect, usualEnd: dialect.newline, limits, onRecord })
    stop = read(reader, sample.slice(dialect.skip))
    sample = ''
    started = { dialect, reader }
    return started
  }

  return {
    push(text) {
      if (stop !== null) return stop
      if (started !== null) stop = read(started.reader, text)
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
      const built = builder.finish()
      if (built.kind === 'no-header') return built
      if (built.kind === 'header-only') return { kind: 'no-data-rows' }
      const { delimiter, quote, escape } = dialect
      const newline = reader.newline()
      return {
        kind: 'table', table: built.table, dialect: { delimiter, quote, escape, newline }, issues: built.issues,
        findings: [...dialect.findings, newlineFinding(newline), ...built.findings], questions: [...dialect.questions, ...built.questions],
      }
    },
    rows: () => rows,
  }
}

const ends: Readonly<Record<Newline, string>> = {
  '\n': 'Rows end with a line feed, as on Linux and Mac.', '\r\n': 'Rows end with a carriage return and a line feed, as on Windows.',
  '\r': 'Rows end with a carriage return, as on very old Macs.', mixed: 'Rows end in different ways; each of them was taken for the end of a row.',
}

function newlineFinding(newline: Newline): ReadingFinding {
  return { about: 'newline', confidence: newline === 'mixed' ? 0.9 : 1, evidence: ends[newline] }
}
