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
  /** The first record is narrower than the others; the delimiter is always followed by a space, as in a sentence. */
  narrowHeader: -2, spaced: -3,
  /** Of all fields, those between quotes; a record whose quotes are wrong; a quote that nothing closes. */
  quoted: 6, malformed: -3, unclosed: -4,
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
  const table = width < 2 ? narrowScore(rows) : tableScore(rows, width)
  const quotes = quotedShare(text, dialect) * weights.quoted + Math.max(-9, malformed * weights.malformed) + (stop === null ? 0 : weights.unclosed)
  const prior = (dialect.quote === '"' ? priors.doubleQuote : 0) + (dialect.escape === 'doubled' ? priors.doubled : 0)
  const spaced = width < 2 ? 0 : spacedShare(text, dialect.delimiter) * weights.spaced
  return { dialect, width, agreeing, records: rows.length, score: table + quotes + prior + spaced, preview: rows.slice(0, 10), signature: `${stop?.kind ?? ''}${JSON.stringify(rows)}` }
}

/** Short rows are common, for trailing empty cells may be left out; rows wider than the others are not. */
function tableScore(rows: readonly (readonly string[])[], width: number): number {
  let support = 0
  for (const { length } of rows) support += length === width ? 1 : length > width ? -1 : -0.5
  const header = (rows[0]?.length ?? 0) < width && rows.length > 1 ? weights.narrowHeader : 0
  return weights.agreement * (support / rows.length) + weights.perDoubling * Math.log2(width) + header
}

function narrowScore(rows: readonly (readonly string[])[]): number {
  return rows.length === 0 ? 0 : -weights.agreement * (rows.filter(({ length }) => length > 1).length / rows.length)
}

/** Of two widths that are equally common, that of the first row counts, then the wider one. */
function commonestWidth(rows: readonly (readonly string[])[]): { readonly width: number; readonly agreeing: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const first = rows[0]?.length
  let width = 0
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

function spacedShare(text: string, delimiter: string): number {
  let count = 0
  let spaced = 0
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 1)) {
    count += 1
    if (text[at + 1] === ' ') spaced += 1
  }
  return count === 0 ? 0 : spaced / count
}
