import type { Dialect, LineEnd } from './dialect.ts'
import { looksLikeRows } from './swallowed-rows.ts'

/** Records next to each other with the same line end: what papaparse may be given in one call. */
export interface Run {
  readonly start: number
  /** After the last record's line end. */
  readonly end: number
  /** '' for a last record without a line end. */
  readonly newline: LineEnd | ''
  readonly records: number
  /** Line ends of a text editor: more than records where cells hold line breaks. */
  readonly lines: number
  /** A quote stands in each of its records, or in none: papaparse cuts the latter much faster. */
  readonly quoted: boolean
  /** A quote closes and text follows on the same line: one record, which cannot be cut with certainty. */
  readonly malformed: boolean
}
type GrowingRun = { -readonly [Key in keyof Run]: Run[Key] }

export interface Scan {
  readonly runs: readonly Run[]
  /** Where the first record that is not complete begins. */
  readonly rest: number
  /** Where a quote opened that nothing closes, or null. */
  readonly unclosedAt: number | null
  /** The first record that is not in `runs` is longer than may be. */
  readonly isTooLong: boolean
  /** Delimiters and one more of the last record on one line, for the next piece of text; 0 while there was none. */
  readonly columns: number
}

export interface ScanSettings {
  /** Without it, a record that has no end yet is left as `rest` for the next piece of text. */
  readonly final: boolean
  /** What the scan of the piece before answered; 0 for the first. Pieces of any size must tell the same rows. */
  readonly columns: number
  /** Characters of one record. */
  readonly limit: number
}

/**
 * Finds where records end, which papaparse cannot tell: it lets an unclosed quote swallow the rest of the file, knows one kind
 * of line end, and counts no lines. A quote opens at the start of a field only; elsewhere it is text. When text follows a
 * closing quote, the quote was not closing: on the line where it opened that is one malformed record; on a later line the
 * field has run away over other customers' rows, so it counts as never closed. So does a field whose lines are rows themselves.
 */
export function scanRecords(text: string, dialect: Dialect, { final, columns, limit }: ScanSettings): Scan {
  const find = newFinder(text, dialect)
  const runs: GrowingRun[] = []
  let last: GrowingRun | null = null
  let start = 0
  let tooLong = false
  /** The last record on one line: how wide rows are. */
  const plain = { start: 0, end: 0 }
  const width = (): number => (plain.end === 0 ? columns : widthOf(text, plain, dialect.delimiter))
  const ended = (unclosedAt: number | null): Scan => ({ runs, rest: start, unclosedAt, isTooLong: unclosedAt === null && (tooLong || text.length - start > limit), columns: width() })
  while (start < text.length) {
    let at = start
    let malformed = false
    let crossed = -1
    let quote = find.quote(at)
    let lineEnd = find.lineEnd(at)
    const quoted = quote < lineEnd
    while (quote < lineEnd) {
      if (quote > start && text[quote - 1] !== dialect.delimiter) {
        at = quote + 1
      } else {
        const closing = find.closing(quote, final)
        const crosses = closing.kind !== 'open' && lineEnd < closing.at
        if (closing.kind === 'open' || (closing.kind === 'stray' && crosses)) return ended(closing.kind === 'open' && !final ? null : quote)
        at = closing.at + 1
        if (closing.kind === 'stray') {
          malformed = true
          lineEnd = find.lineEnd(at)
          break
        }
        if (crosses && crossed === -1) crossed = quote
      }
      quote = find.quote(at)
      lineEnd = find.lineEnd(at)
    }
    if (!final && (lineEnd === Infinity || (lineEnd === text.length - 1 && text[lineEnd] === '\r'))) break
    const newline = find.newlineAt(lineEnd)
    const end = lineEnd === Infinity ? text.length : lineEnd + newline.length
    if (end - start > limit) {
      tooLong = true
      break
    }
    if (crossed !== -1 && looksLikeRows(text.slice(start, end - newline.length), dialect.delimiter, width)) return ended(crossed)
    if (crossed === -1 && !malformed && lineEnd > start) {
      plain.start = start
      plain.end = lineEnd
    }
    const lines = crossed === -1 ? (newline === '' ? 0 : 1) : countLineEnds(text, crossed, end)
    if (last === null || malformed || last.malformed || last.newline !== newline || last.quoted !== quoted) {
      last = { start, end, newline, records: 1, lines, quoted, malformed }
      runs.push(last)
    } else {
      last.end = end
      last.records += 1
      last.lines += lines
    }
    start = end
  }
  return ended(null)
}

function widthOf(text: string, { start, end }: { readonly start: number; readonly end: number }, delimiter: string): number {
  return text.slice(start, end).split(delimiter).length
}

export function countLineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1
  }
  return count
}

type Closing = { readonly kind: 'closed' | 'stray'; readonly at: number } | { readonly kind: 'open' }

function newFinder(text: string, { delimiter, quote, escape }: Dialect) {
  const nextQuote = newSearch(text, quote)
  const nextLineFeed = newSearch(text, '\n')
  const nextReturn = newSearch(text, '\r')
  return {
    quote: nextQuote,
    lineEnd: (from: number) => Math.min(nextLineFeed(from), nextReturn(from)),
    newlineAt(at: number): LineEnd | '' {
      if (at === Infinity) return ''
      if (text[at] === '\n') return '\n'
      return text[at + 1] === '\n' ? '\r\n' : '\r'
    },
    /** Where the quoted field that opens at `from` closes; blanks may follow the closing quote, as papaparse allows. */
    closing(from: number, final: boolean): Closing {
      const at = escape === 'doubled' ? afterDoubled(from) : afterBackslashes(from)
      if (at === -1) return { kind: 'open' }
      let after = at + 1
      while (after < text.length && !isBoundary(text[after]) && isBlank(text[after])) after += 1
      if (after === text.length) return final ? { kind: 'closed', at } : { kind: 'open' }
      return { kind: isBoundary(text[after]) ? 'closed' : 'stray', at }
    },
  }
  function afterDoubled(from: number): number {
    let at = text.indexOf(quote, from + 1)
    while (at !== -1 && text[at + 1] === quote) at = text.indexOf(quote, at + 2)
    return at
  }
  function afterBackslashes(from: number): number {
    let at = text.indexOf(quote, from + 1)
    while (at !== -1 && isEscaped(text, at, from)) at = text.indexOf(quote, at + 1)
    return at
  }
  function isBoundary(character: string | undefined): boolean {
    return character === delimiter || character === '\n' || character === '\r'
  }
}

/** An odd number of backslashes stands before it: of two, the first one escapes the second. */
function isEscaped(text: string, at: number, from: number): boolean {
  let backslashes = 0
  while (at - 1 - backslashes > from && text[at - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && character.trim() === ''
}

/** `indexOf` that remembers its last answer, so that going forward stays linear in the text. Infinity when there is none. */
function newSearch(text: string, needle: string): (from: number) => number {
  let found = -1
  let askedFrom = Infinity
  return (from) => {
    if (from >= askedFrom && from <= found) return found
    const at = text.indexOf(needle, from)
    askedFrom = from
    found = at === -1 ? Infinity : at
    return found
  }
}
