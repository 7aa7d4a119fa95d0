import type { SourceRow } from '#core/model/source.ts'
import { maskOf, shapeOf } from './cell-shape.ts'
import { headerWordShare } from './header-words.ts'

// How much the cells of a row speak for being headings and against being data, as a sum of log-odds: 0 is even, 2.2 is 9 to 1.
const weights = {
  /** All its words are known to head columns; half of them are. */
  knownWords: 2.5, someKnownWords: 1.2,
  /** Written as programs name columns: `first_name`, `firstName`, `Email*`, `Name:`. */
  named: 1,
  /** The column below holds numbers, dates, emails, and this is none; or is one as well. */
  contrast: 2, alike: -2.5,
  /** A value where a heading should be, whatever stands below. */
  value: -1,
  /** The column below repeats few values, and this is another one; or this is one of them. */
  outsider: 1.2, repeated: -2.5,
  /** No heading over a column that holds something; the same heading twice. */
  missing: -0.7, doubled: -0.4,
}

/** The log-odds that the row at `at` is the header of the rows below it. Of these, the first fifty that are not blank count. */
export function scoreHeader(head: readonly SourceRow[], at: number): number {
  const cells = head[at]?.cells ?? []
  const own = JSON.stringify(cells)
  const body = head.slice(at + 1).filter((row) => JSON.stringify(row.cells) !== own).slice(0, 50)
  const width = body.reduce((widest, row) => Math.max(widest, row.cells.length), cells.length)
  let score = 0
  for (let column = 0; column < width; column += 1) {
    const below = body.flatMap((row) => (shapeOf(row.cells[column] ?? '') === 'empty' ? [] : [row.cells[column] ?? '']))
    score += scoreCell(cells[column] ?? '', below)
  }
  const texts = cells.map((cell) => cell.trim().toLowerCase()).filter((text) => text !== '')
  return score + (texts.length - new Set(texts).size) * weights.doubled
}

function scoreCell(cell: string, below: readonly string[]): number {
  const shape = shapeOf(cell)
  if (shape === 'empty') return below.length > 0 ? weights.missing : 0
  const against = compare(cell, below)
  if (against < 0) return against
  const value = shape === 'words' || shape === 'code' ? 0 : weights.value
  return against + value + wordsScore(cell)
}

function wordsScore(cell: string): number {
  const share = headerWordShare(cell)
  const known = share === 1 ? weights.knownWords : share >= 0.5 ? weights.someKnownWords : 0
  const named = /^[a-z\d]+(?:[_.][a-z\d]+)+$|^[a-z]+(?:[A-Z][a-z\d]*)+$|\S[*:#?]$/.test(cell.trim())
  return known + (named ? weights.named : 0)
}

/** What the cells below say about one above them. */
function compare(cell: string, below: readonly string[]): number {
  if (below.length === 0) return 0
  const text = cell.trim().toLowerCase()
  const mask = maskOf(cell)
  const hasDigit = mask.includes('9')
  const shape = shapeOf(cell)
  const shapes = below.map(shapeOf)
  const common = commonest(shapes)
  const typed = common.value !== 'words' && common.count >= below.length * 0.7
  const alike = hasDigit ? below.filter((other) => maskOf(other) === mask).length : 0
  if (alike >= below.length * 0.5 || (typed && shape === common.value && shape !== 'code')) return weights.alike
  const values = new Set(below.map((other) => other.trim().toLowerCase()))
  if (values.has(text)) return weights.repeated
  if (typed) return weights.contrast
  return below.length >= 5 && values.size <= below.length * 0.3 ? weights.outsider : 0
}

function commonest<T>(values: readonly T[]): { readonly value: T | undefined; readonly count: number } {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: { value: T | undefined; count: number } = { value: undefined, count: 0 }
  for (const [value, count] of counts) if (count > best.count) best = { value, count }
  return best
}
