// What the reader of a file decided, how sure it is, and what it leaves to the operator.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh'
export type Delimiter = ',' | ';' | '\t' | '|'
export type Quote = '"' | "'"
/** How a quote is written inside a quoted field: doubled (RFC 4180), or with a backslash before it (MySQL and others). */
export type Escape = 'doubled' | 'backslash'
export type Newline = '\n' | '\r\n' | '\r' | 'mixed'

/** One thing that was decided while reading, with the reason in a plain sentence. */
export interface ReadingFinding {
  readonly about: FindingKind
  /** 0 to 1. What the operator decided is 1. Below the threshold of its kind it stands in `Source.questions` too. */
  readonly confidence: number
  readonly evidence: string
}

export type FindingKind =
  | 'encoding' | 'delimiter' | 'quote' | 'escape' | 'newline' | 'preamble' | 'header' | 'footer' | 'file-kind'
  | 'sheet' | 'hidden' | 'merged-cells' | 'date-system' | 'macros'

/** What the file reader decided about a delimited text file. */
export interface TextReading {
  readonly kind: 'text'
  readonly encoding: Encoding
  readonly byteOrderMark: boolean
  readonly delimiter: Delimiter
  readonly quote: Quote
  readonly escape: Escape
  readonly newline: Newline
  readonly findings: readonly ReadingFinding[]
}

/** What the file reader decided about a workbook. */
export interface WorkbookReading {
  readonly kind: 'workbook'
  /** All sheets, in the workbook's order; the chosen ones are `Source.tables`. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly findings: readonly ReadingFinding[]
}

export type Reading = TextReading | WorkbookReading

/** What the operator decides instead of the detection, for one file. Absent: detected. */
export interface ReadingDecisions {
  /** Names of the sheets to read, or all visible ones. */
  readonly sheets?: readonly string[] | 'all'
  readonly delimiter?: Delimiter
  readonly quote?: Quote
  readonly escape?: Escape
  readonly encoding?: Encoding
  /** As the spreadsheet counts, from 1; `none`: the first row is data already and columns are named by their letters. */
  readonly headerRow?: number | 'none'
  /** How many rows the header takes, from `headerRow` on; their texts are joined by a space. */
  readonly headerRows?: number
  /** How many of the last rows are no data, such as a total. */
  readonly footerRows?: number
  /** Merged cells over data: their text counts for the first cell only, or for each cell they cover. */
  readonly mergedCells?: 'first' | 'fill'
  readonly hiddenRows?: 'include' | 'skip'
  readonly hiddenColumns?: 'include' | 'skip'
}

/**
 * Something the file leaves open: two readings or more are likely, and taking the wrong one would misread data. Nothing goes on
 * before it is decided: the window shows the choices side by side, the command line stops and names the option.
 */
export interface ReadingQuestion {
  readonly about: keyof ReadingDecisions
  /** Index into `Source.files`. */
  readonly file: number
  readonly sheet: string | null
  /** One plain sentence. */
  readonly text: string
  /** Of the command line, with its dashes. */
  readonly option: string
  /** Two or more, the likeliest first. */
  readonly choices: readonly ReadingChoice[]
}

export interface ReadingChoice {
  /** What the decision becomes. */
  readonly decision: ReadingDecisions
  /** As the option of the command line takes it. */
  readonly value: string
  readonly label: string
  /** The first rows as they would be read, header included; at most ten rows. */
  readonly preview: readonly (readonly string[])[]
}
