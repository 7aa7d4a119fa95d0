import { z } from 'zod'
import { Bucket, FileToken, Severity, SourceId } from './schemas.ts'

/** Shapes of what was read: how, how surely, what it leaves open, and pages of its rows. */
export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'macintosh'])
export const Delimiter = z.enum([',', ';', '\t', '|'])
export const Quote = z.enum(['"', "'"])
export const Escape = z.enum(['doubled', 'backslash'])

/** `ReadingDecisions` of the core: what the operator decides instead of the detection, for one file. */
export const ReadingDecisions = z.strictObject({
  sheets: z.union([z.array(z.string().max(100)).min(1).max(1000), z.literal('all')]).exactOptional(),
  delimiter: Delimiter.exactOptional(),
  quote: Quote.exactOptional(),
  escape: Escape.exactOptional(),
  encoding: Encoding.exactOptional(),
  headerRow: z.union([z.int().min(1).max(1_048_576), z.literal('none')]).exactOptional(),
  headerRows: z.int().min(1).max(10).exactOptional(),
  footerRows: z.int().min(0).max(1000).exactOptional(),
  mergedCells: z.enum(['first', 'fill']).exactOptional(),
  hiddenRows: z.enum(['include', 'skip']).exactOptional(),
  hiddenColumns: z.enum(['include', 'skip']).exactOptional(),
})

/** One of the files that are opened together, with what was decided about it. */
export const FileToOpen = z.strictObject({ token: FileToken, decisions: ReadingDecisions })

export const Finding = z.strictObject({ about: z.string(), confidence: z.number(), evidence: z.string() })

export const ReadingView = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'), encoding: Encoding, byteOrderMark: z.boolean(), delimiter: Delimiter, quote: Quote, escape: Escape,
    newline: z.string(), findings: z.array(Finding),
  }),
  z.strictObject({
    kind: z.literal('workbook'), sheets: z.array(z.strictObject({ name: z.string(), hidden: z.boolean() })), findings: z.array(Finding),
  }),
])

/** Something the file leaves open, with its readings side by side; the likeliest first. */
export const QuestionView = z.strictObject({
  about: z.string(),
  /** Index into `files`. */
  file: z.int(),
  sheet: z.string().nullable(),
  text: z.string(),
  choices: z.array(z.strictObject({
    decision: ReadingDecisions, value: z.string(), label: z.string(), preview: z.array(z.array(z.string())),
  })),
})

/** A line above or below the table, as it stands. */
const LooseLine = z.strictObject({ row: z.int(), cells: z.array(z.string()) })

export const TableView = z.strictObject({
  file: z.string(), sheet: z.string().nullable(), headerRow: z.int(), headers: z.array(z.string()),
  /** While reading: the rows so far. */
  rows: z.int(),
  columns: z.int(),
  /** Lines above the header and below the data that belong to no record; the first twenty of each. */
  preamble: z.array(LooseLine),
  footer: z.array(LooseLine),
})

/** How far reading is: rows of all tables so far, and the share of the files' bytes, 0 to 1. */
export const ReadingProgress = z.strictObject({ rows: z.int(), share: z.number() })

/**
 * What `source.open` answers. A small file is `ready` at once. A large one is answered as soon as the header of its first table is
 * decided and its first rows are there (`reading`): `source.rows` then pages through the rows so far, `source.progressed` tells
 * how many there are, and `source.ready` answers this view again when all is read. Questions that reading finds later come with
 * that second answer, so nothing but looking at rows is allowed before it.
 */
export const SourceView = z.strictObject({
  sourceId: SourceId,
  /** The file's name, or what to call several. */
  file: z.string(),
  sizeBytes: z.number(),
  state: z.enum(['reading', 'ready']),
  /** Null when ready. */
  progress: ReadingProgress.nullable(),
  files: z.array(z.strictObject({
    name: z.string(), sizeBytes: z.number(),
    /** Null while the file is being read. */
    reading: ReadingView.nullable(),
  })),
  tables: z.array(TableView),
  /** With any of them open, nothing may be prepared from this source. Empty while reading. */
  questions: z.array(QuestionView),
})

/**
 * Told while reading, at most ten times a second and once at the end of reading a table. `rows` by table of the view that
 * `source.open` answered; a table that is begun later counts in `progress` only.
 */
export const SourceProgressed = z.strictObject({ sourceId: SourceId, progress: ReadingProgress, rows: z.array(z.int()) })

/**
 * In which order rows are listed: by the texts of a column, rows without one last. `turn` counts how often that was asked for: rows stay
 * where they are while they are edited, until it is asked for again.
 */
export const RowOrder = z.strictObject({ column: z.int().min(0), descending: z.boolean(), turn: z.int().min(0) })

/**
 * Which rows of a table are listed, and in which order. A customer (by account number) goes before a cause, and a cause before a severity;
 * `search` looks in the account number and in every cell.
 */
export const RowFilter = z.strictObject({
  only: z.enum(['all', 'problems', 'errors', 'warnings']).default('all'), cause: z.string().max(5_000).optional(), customer: z.string().max(32_767).optional(),
  search: z.string().max(200).optional(), order: RowOrder.optional(),
})

/** More cells than that are neither copied nor changed at once. */
export const mostRangeCells = 100_000
/** Longer texts are not pasted: the main process takes no larger messages. */
export const longestPaste = 500_000

/** Cells of rows that stand one after the other in a list. What a list holds may change: the range is only what the operator saw. */
export const CellRange = z.strictObject({
  table: z.int().min(0), filter: RowFilter,
  /** Numbers of the first and the last of the rows, and how many there are from the one to the other. */
  firstRow: z.int().min(1), lastRow: z.int().min(1), rows: z.int().min(1),
  /** As they are shown from left to right. The first `width` are in the range; those to the right of it take what is pasted wider. */
  columns: z.array(z.int().min(0)).min(1).max(16_384), width: z.int().min(1),
})

/** `paste`: text of the clipboard. One cell fills the range, and a block that fits in it several times is repeated. */
export const RangeChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fill'), text: z.string().max(32_767) }),
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('paste'), text: z.string().min(1).max(longestPaste) }),
])

/** Rows of one table. `judged: false` gives the cells as they were read, without asking what is wrong in them. */
export const RowsQuery = z.strictObject({
  sourceId: SourceId, table: z.int().min(0), from: z.int().min(0), count: z.int().min(1).max(500),
  filter: RowFilter.default({ only: 'all' }), judged: z.boolean().default(true),
})

export const RowView = z.strictObject({
  row: z.int(),
  /** Null when nothing has been judged (`judged: false`, or still reading). */
  bucket: Bucket.nullable(),
  customer: z.string().nullable(),
  cells: z.array(z.string()),
  /** Worst severity and sentences by column index. */
  marks: z.array(z.strictObject({ column: z.int(), severity: Severity, messages: z.array(z.string()) })),
  /** Columns whose text the operator changed. */
  edited: z.array(z.int()),
  /** By column, the value that is sent where it is another text than the cell's, and what was done to the cell's in plain words. */
  sent: z.array(z.strictObject({ column: z.int(), text: z.string(), how: z.string() })),
})
