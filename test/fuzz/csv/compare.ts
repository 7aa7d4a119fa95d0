import { parse, type Options } from 'csv-parse/sync'
import type { MadeText } from './make-text.ts'
import { readInPieces, type OurReading } from './read-text.ts'

/** Characters at a time: small enough to end in every place, and as files are read. */
const pieceSizes = [1, 7, 10_007, 65_536]

/** `unjudged`: damaged so that csv-parse cannot say what is right: blanks after a closing quote and a stray quote as well. */
export type Verdict = 'same' | 'refused' | 'unjudged'

/**
 * Reads it with our reader in pieces of each size and with csv-parse. Either both have the same cells, or ours says that
 * something is wrong; a difference that is not said is thrown, with what is needed to see it again.
 */
export function compare(made: MadeText): Verdict {
  const first = readInPieces(made.text, made, Infinity)
  // A size that the text fits into is the text in one piece; one by one, a long text takes long.
  const sizes = pieceSizes.filter((size) => size < made.text.length && made.text.length / size < 20_000)
  for (const other of sizes.map((size) => readInPieces(made.text, made, size))) if (JSON.stringify(other) !== JSON.stringify(first)) throw difference(made, 'the size of the pieces changes what is read', [first, other])
  if (first.isReported) return 'refused'
  if (made.records !== null && JSON.stringify(first.records) !== JSON.stringify(made.records)) throw difference(made, 'what was written is not what was read', [first, made.records])
  const theirs = readWithSecondParser(made)
  if (theirs.length === 0) throw difference(made, 'csv-parse refuses what ours reads without a word', [first])
  if (!theirs.some((reading) => agree(first.records, reading))) {
    if (theirs.every(({ isStrict }) => !isStrict) && hasBlankAfterQuote(made)) return 'unjudged'
    throw difference(made, 'csv-parse reads other cells', [first, ...theirs])
  }
  checkReadAgain(made, first)
  return 'same'
}

type Records = readonly (readonly string[])[]

interface TheirReading {
  readonly records: Records
  readonly isStrict: boolean
  /** Blanks at the ends of cells were taken away. */
  readonly isTrimmed: boolean
  /** A backslash before any character was taken away; ours does that before a quote or a backslash only, and keeps it elsewhere. */
  readonly lacksBackslashes: boolean
}

/**
 * As RFC 4180 has it; else with blanks after a closing quote, which ours allows too; else with quotes inside a cell that does not
 * begin with one, where csv-parse may be right with or without the blanks. None: refused in each way.
 */
function readWithSecondParser({ text, delimiter, quote, escape }: MadeText): readonly TheirReading[] {
  const attempt = (more: Options): readonly TheirReading[] => {
    try {
      const records: unknown = parse(text, { delimiter, quote, escape: escape === 'doubled' ? quote : '\\', record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, ...more })
      return [{ records: records as Records, isStrict: more.relax_quotes !== true, isTrimmed: more.rtrim === true, lacksBackslashes: escape === 'backslash' }]
    } catch {
      return []
    }
  }
  const strict = attempt({})
  if (strict.length > 0) return strict
  const trimmed = attempt({ rtrim: true })
  return trimmed.length > 0 ? trimmed : [...attempt({ relax_quotes: true }), ...attempt({ relax_quotes: true, rtrim: true })]
}

function agree(ours: Records, { records, isTrimmed, lacksBackslashes }: TheirReading): boolean {
  const comparable = (cell: string): string => {
    const text = lacksBackslashes ? cell.replaceAll('\\', '') : cell
    return isTrimmed ? text.trimEnd() : text
  }
  return JSON.stringify(ours.map((cells) => cells.map(comparable))) === JSON.stringify(records.map((cells) => cells.map(comparable)))
}

function hasBlankAfterQuote({ text, quote, delimiter }: MadeText): boolean {
  const blank = delimiter === '\t' ? '[^\\S\\t\\r\\n]' : '[^\\S\\r\\n]'
  return new RegExp(`${quote}${blank}+(?:$|[\\r\\n${delimiter === '|' ? '\\|' : delimiter}])`).test(text)
}

/** What was read, written in the one plain way and read again, is written in the same bytes. */
function checkReadAgain(made: MadeText, { records }: OurReading): void {
  const dialect = { delimiter: ',', quote: '"', escape: 'doubled' } as const
  const written = writePlain(records)
  const again = readInPieces(written, dialect, 10_007)
  // Lines of one cell's text that look like rows are taken for a quote left open: said, so not silent.
  if (again.stop?.kind === 'unclosed-quote') return
  if (writePlain(again.records) !== written) throw difference(made, 'reading again gives other bytes', [records, again])
}

/** Every cell in quotes, CRLF. */
export function writePlain(records: Records): string {
  return records.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
}

function difference({ seed, text, delimiter, quote, escape }: MadeText, what: string, seen: readonly unknown[]): Error {
  return new Error([`Seed ${seed}: ${what}`, JSON.stringify({ text, delimiter, quote, escape }), ...seen.map((each) => JSON.stringify(each).slice(0, 4000))].join('\n'))
}
