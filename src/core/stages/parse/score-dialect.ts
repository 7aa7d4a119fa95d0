import type { Dialect } from './dialect.ts'
import { newDelimitedReader } from './read-delimited.ts'

/** How much a text looks like a table when it is cut in one way. */
export interface DialectScore {
  readonly dialect: Dialect
  /** The commonest width, and how many of the records that are not blank have it. */
  readonly width: number
  readonly agreeing: number
  readonly records: number
  /** Log-odds. */
  readonly score: number
  /** The first rows, for showing them. */
  readonly preview: readonly (readonly string[])[]
  /** The same for two dialects that cut the text alike. */
  readonly signature: string
}

const weights = {
  /** All records have one width; by how much a wide table is likelier. */
  agreement: 6, perDoubling: 1,
  /** Rows of one cell above and below the table; a table of one row among such rows. */
  outside: -1.5, lonely: 0.3,
  /** The first row is one cell: a title line, or the header in another way of cutting. */
  titled: -4,
  /** The delimiter is always followed by a space, as in a sentence. */
  spaced: -5,
  /** Of all fields, those between quotes; a record whose quotes are wrong; a quote that nothing closes. */
  quoted: 6, malformed: -3, unclosed: -4,
  /** An escaped apostrophe inside a cell that begins with one: text hardly has that. */
  escapedApostrophe: 2.5,
}
const priors = { doubleQuote: 3, doubled: 0.5 }

export function scoreDialect(text: string, dialect: Dialect, whole: boolean): DialectScore {
  const rows: (readonly string[])[] = []
  let malformed = 0
  const reader = newDelimitedReader({
    dialect,
    onRecord: ({ cells }, remark) => {
      if (cells.length === 1 && cells[0]?.trim() === '') return
      rows.push(cells)
      if (remark?.strayQuote === true) malformed += 1
    },
  })
  const stop = reader.push(text) ?? (whole || rows.length === 0 ? reader.finish() : null)
  const { width, agreeing } = commonestWidth(rows)
  const table = width < 2 ? narrowScore(rows) : tableScore(rows, { width, agreeing })
  const quotes = quotedShare(text, dialect) * weights.quoted + Math.max(-9, malformed * weights.malformed) + (stop === null ? 0 : weights.unclosed)
  const apostrophes = dialect.quote === "'" && /(?:^|[,;\t|\r\n])'[^'\r\n]*(?:(?:''|\\')[^,;\t|\r\n]|\\\\)/.test(text) ? weights.escapedApostrophe : 0
  const prior = apostrophes + (dialect.quote === '"' ? priors.doubleQuote : 0) + (dialect.escape === 'doubled' ? priors.doubled : 0)
  const spaced = width < 2 ? 0 : spacedShare(rows) * weights.spaced
  return { dialect, width, agreeing, records: rows.length, score: table + quotes + prior + spaced, preview: rows.slice(0, 10), signature: `${stop?.kind ?? ''}${JSON.stringify(rows)}` }
}

/**
 * Title lines and a footer are rows of one cell above and below the table, and count little. Within it short rows are common, for
 * trailing empty cells may be left out; rows wider than the others are not, and the first one is as wide as most.
 */
function tableScore(rows: readonly (readonly string[])[], { width, agreeing }: { readonly width: number; readonly agreeing: number }): number {
  const first = rows.findIndex(({ length }) => length > 1)
  const table = rows.slice(first, rows.findLastIndex(({ length }) => length > 1) + 1)
  let support = 0
  for (const { length } of table) support += length === width ? 1 : length > width ? -1 : -0.5
  const outside = rows.length - table.length
  const isTable = outside === 0 || (agreeing > 1 && table[0]?.length === width)
  return weights.agreement * (support / table.length) * (isTable ? 1 : weights.lonely) + weights.perDoubling * Math.log2(width)
    + weights.outside * (outside / rows.length) + (first > 0 ? weights.titled : 0)
}

function narrowScore(rows: readonly (readonly string[])[]): number {
  return rows.length === 0 ? 0 : -weights.agreement * (rows.filter(({ length }) => length > 1).length / rows.length)
}

/** The commonest width of those above one; of two that are equally common, that of the first row, then the wider one. */
function commonestWidth(rows: readonly (readonly string[])[]): { readonly width: number; readonly agreeing: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const first = rows[0]?.length
  let width = 1
  let agreeing = 0
  for (const [candidate, count] of counts) {
    if (count > agreeing || (count === agreeing && width !== first && candidate > width)) [width, agreeing] = [candidate, count]
  }
  return { width, agreeing }
}

/** Of the places where a field begins, those with a quote. */
function quotedShare(text: string, { delimiter, quote }: Dialect): number {
  if (!text.includes(quote)) return 0
  let fields = 0
  let quoted = 0
  for (let at = 0; at !== -1 && at < text.length; at = nextField(text, at, delimiter)) {
    const sign = text[at]
    if (sign === delimiter || sign === '\n' || sign === '\r') continue
    fields += 1
    if (sign === quote) quoted += 1
  }
  return fields === 0 ? 0 : quoted / fields
}

function nextField(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === delimiter || sign === '\n' || sign === '\r') return at + 1
  }
  return -1
}

function spacedShare(rows: readonly (readonly string[])[]): number {
  const later = rows.flatMap((cells) => cells.slice(1))
  return later.length === 0 ? 0 : later.filter((cell) => cell.startsWith(' ')).length / later.length
}
