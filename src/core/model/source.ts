import type { Issue } from './issue.ts'

/** What the file reader decided about a delimited text file, shown to the operator with its evidence. */
export interface TextReading {
  readonly kind: 'text'
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly byteOrderMark: boolean
  readonly delimiter: ',' | ';' | '\t' | '|'
  readonly quote: '"' | "'"
  readonly newline: '\n' | '\r\n' | '\r'
  /** Plain sentences: why the encoding and the delimiter were chosen. */
  readonly evidence: readonly string[]
}

/** What the file reader decided about a workbook. */
export interface WorkbookReading {
  readonly kind: 'workbook'
  /** All sheets, in the workbook's order; the chosen ones are `Source.tables`. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly evidence: readonly string[]
}

export type Reading = TextReading | WorkbookReading

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

/** One sheet of a workbook, or one delimited file. */
export interface SourceTable {
  /** The file's name without its folder. */
  readonly file: string
  readonly sheet: string | null
  readonly headerRow: number
  /** Header texts as they stand, one per column of the widest row; '' where the header row is shorter. */
  readonly headers: readonly string[]
  /** Every record after the header, blank ones too. */
  readonly rows: readonly SourceRow[]
}

/** Everything read from what the operator dropped. */
export interface Source {
  readonly file: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly reading: Reading
  readonly tables: readonly SourceTable[]
  /** Ragged rows, formulas, errors in cells: found while reading. Errors hold the row's customer back. */
  readonly issues: readonly Issue[]
}

/** A row is blank when no cell holds anything but white space; blank rows are counted in their own bucket. */
export function isBlankRow(row: SourceRow): boolean {
  return row.cells.every((cell) => cell.trim() === '')
}
