import type { ColumnProfile } from './column-profile.ts'
import type { Issue } from './issue.ts'
import type { Reading, ReadingQuestion } from './reading.ts'

/**
 * What the workbook says of a cell beyond its text. The text is what the sheet shows (dates as yyyy-MM-dd, a zero-padded
 * number with its zeros); a mark says where it came from, so that a rule can say what Excel has already destroyed.
 */
export type CellMark = 'number' | 'imprecise-number' | 'date' | 'boolean' | 'formula' | 'error'

/** One record. Cells are an array, never an object keyed by header text: headers may be empty, doubled or `__proto__`. */
export interface SourceRow {
  /** As the spreadsheet shows it, from 1. A record with line breaks inside is one row; blank rows are counted. */
  readonly row: number
  readonly cells: readonly string[]
  /** By column index; absent for plain text. */
  readonly marks?: Readonly<Record<number, CellMark>>
}

/** Rows by position. An array is one; a staged file keeps its rows on disk and reads them block by block. */
export interface RowList extends Iterable<SourceRow> {
  readonly length: number
  at(index: number): SourceRow | undefined
}

/** Takes the rows of one table while they are read, in order: keeps them in memory, or stages them on disk. */
export interface RowSink {
  add(row: SourceRow): void
  /** No more rows come. The profiles are by column index. */
  finish(): { readonly rows: RowList; readonly columns: readonly ColumnProfile[] }
}
export type NewRowSink = () => RowSink

/** What is known of a table before its rows: enough to show the first page while the rest is read. */
export interface TableStarted {
  readonly file: string
  readonly sheet: string | null
  readonly headerRow: number
  readonly headers: readonly string[]
}

/** One sheet of a workbook, or one delimited file. */
export interface SourceTable {
  /** The file's name without its folder. */
  readonly file: string
  readonly sheet: string | null
  readonly headerRow: number
  /** Header texts as they stand, one per column of the widest row; '' where the header row is shorter. */
  readonly headers: readonly string[]
  /** Every record after the header, blank ones too. */
  readonly rows: RowList
  /** By column index, gathered while reading; a table made by hand may leave it to `profileTable`. */
  readonly columns?: readonly ColumnProfile[]
  /** Lines above the header and below the data that are no records, as they stand: shown, and part of no sum. */
  readonly preamble?: readonly SourceRow[]
  readonly footer?: readonly SourceRow[]
  /** Rows that repeat the header word for word, as page after page of a printed list does: no records, and part of no sum. */
  readonly repeats?: readonly number[]
}

/** One file of those that were dropped together. */
export interface SourceFile {
  /** Without its folder. */
  readonly name: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly reading: Reading
}

/** Everything read from what the operator dropped. */
export interface Source {
  /** The file's name, or what to call several. */
  readonly file: string
  readonly sizeBytes: number
  /** Of the one file; of several, over their sums. */
  readonly sha256: string
  readonly files: readonly SourceFile[]
  readonly tables: readonly SourceTable[]
  /** What reading left open. With any of them undecided, nothing may be prepared from this source. */
  readonly questions: readonly ReadingQuestion[]
  /** Ragged rows, formulas, errors in cells: found while reading. Errors hold the row's customer back. */
  readonly issues: readonly Issue[]
}

/** A row is blank when no cell holds anything but white space; blank rows are counted in their own bucket. */
export function isBlankRow(row: SourceRow): boolean {
  return row.cells.every((cell) => cell.trim() === '')
}
