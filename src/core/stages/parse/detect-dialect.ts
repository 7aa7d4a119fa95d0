import { delimiterNames, delimiters, type Delimiter, type Dialect, type Newline, type Quote } from './dialect.ts'
import { newDelimitedReader } from './read-delimited.ts'
import { scanRecords } from './scan-records.ts'

export interface DialectFound extends Dialect {
  readonly newline: Newline
  /** Characters at the start that are no data: Excel's `sep=;` line. */
  readonly skip: number
  readonly evidence: readonly string[]
}

export interface DialectWanted {
  readonly delimiter?: Delimiter
  readonly quote?: Quote
}

/**
 * The delimiter and the quote under which the sample is most like a table: most records of one width, and a wide one. The
 * sample is the file's beginning; `whole` says that nothing follows it.
 */
export function detectDialect(sample: string, whole: boolean, wanted: DialectWanted = {}): DialectFound {
  const directive = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(sample)
  const skip = directive?.[0].length ?? 0
  const text = sample.slice(skip)
  const fixed = wanted.delimiter ?? asDelimiter(directive?.[1])
  const scored = (fixed === undefined ? delimiters : [fixed]).map((delimiter) => scoreDelimiter(delimiter, { text, whole, wanted }))
  const best = scored.reduce((kept, next) => (next.score > kept.score ? next : kept))
  const newline = detectNewline(text, best.dialect, whole)
  return { ...best.dialect, newline, skip, evidence: [delimiterEvidence(best, { wanted, directed: directive !== null }), ...quoteEvidence(best.dialect.quote, wanted)] }
}

interface Scored {
  readonly dialect: Dialect
  /** The commonest width, and how many of the sampled records have it. */
  readonly width: number
  readonly agreeing: number
  readonly records: number
  readonly score: number
}

function scoreDelimiter(delimiter: Delimiter, { text, whole, wanted }: { text: string; whole: boolean; wanted: DialectWanted }): Scored {
  const quote = wanted.quote ?? chooseQuote(text, delimiter, whole)
  const dialect = { delimiter, quote }
  const widths = new Map<number, number>()
  let records = 0
  let malformed = 0
  const reader = newDelimitedReader({
    dialect,
    onRecord: (record) => {
      if (record.cells.length === 1 && record.cells[0]?.trim() === '') return
      records += 1
      if (record.malformed) malformed += 1
      widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1)
    },
  })
  const stop = reader.push(text) ?? (whole || records === 0 ? reader.finish() : null)
  let width = 0
  let agreeing = 0
  for (const [candidate, count] of widths) {
    if (count > agreeing || (count === agreeing && candidate > width)) [width, agreeing] = [candidate, count]
  }
  const agreement = records === 0 ? 0 : (agreeing - malformed / 2) / records
  const score = width < 2 ? 0 : agreement * agreement * Math.log2(width) * (stop === null ? 1 : 0.9)
  return { dialect, width, agreeing, records, score }
}

/** The apostrophe only when it quotes fields cleanly throughout and the double quote quotes none: O'Brien is no quoting. */
function chooseQuote(text: string, delimiter: Delimiter, whole: boolean): Quote {
  if (!text.includes("'") || scanRecords(text, { delimiter, quote: '"' }, whole).quotedFields > 0) return '"'
  const scan = scanRecords(text, { delimiter, quote: "'" }, whole)
  const clean = scan.unclosedAt === null && !scan.runs.some((run) => run.malformed)
  return clean && scan.quotedFields > 1 ? "'" : '"'
}

function detectNewline(text: string, dialect: Dialect, whole: boolean): Newline {
  const counts = new Map<Newline, number>()
  for (const { newline, records } of scanRecords(text, dialect, whole).runs) {
    if (newline !== '') counts.set(newline, (counts.get(newline) ?? 0) + records)
  }
  return [...counts].reduce<[Newline, number]>((kept, next) => (next[1] > kept[1] ? next : kept), ['\n', 0])[0]
}

function asDelimiter(character: string | undefined): Delimiter | undefined {
  return delimiters.find((delimiter) => delimiter === character)
}

function delimiterEvidence(best: Scored, { wanted, directed }: { wanted: DialectWanted; directed: boolean }): string {
  const name = delimiterNames[best.dialect.delimiter]
  if (wanted.delimiter !== undefined) return `Columns are separated by ${name}, as chosen.`
  if (directed) return `The first line of the file says that columns are separated by ${name}.`
  if (best.score === 0) return 'No separator was found in the first rows, so the file was read as a single column.'
  return `Columns are separated by ${name}: ${best.agreeing} of the first ${best.records} rows have ${best.width} columns.`
}

function quoteEvidence(quote: Quote, wanted: DialectWanted): string[] {
  if (wanted.quote !== undefined) return [`Quoted cells stand between ${quote} marks, as chosen.`]
  return quote === "'" ? ["Quoted cells stand between ' marks."] : []
}
