import type { SourceRow } from '#core/model/source.ts'
import { looksOf, type CellLook } from './cell-shape.ts'
import { headerWordShare } from './header-words.ts'
import { saysTheSame } from './repeated-header.ts'

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

/** The log-odds that the row at `at` is the header of the rows below it. Of these, the first thirty that are not blank count. */
export function scoreHeader(head: readonly SourceRow[], at: number): number {
  const row = head[at]
  if (row === undefined) return 0
  const isAgain = saysTheSame(row)
  const body = head.slice(at + 1, at + 31).filter((one) => !isAgain(one))
  const width = body.reduce((widest, one) => Math.max(widest, one.cells.length), row.cells.length)
  let score = 0
  for (let column = 0; column < width; column += 1) {
    const below = body.flatMap((one) => {
      const look = looksOf(one)[column]
      return look === undefined || look.shape === 'empty' ? [] : [look]
    })
    score += scoreCell(looksOf(row)[column], row.cells[column] ?? '', below)
  }
  const texts = looksOf(row).map(({ text }) => text).filter((text) => text !== '')
  return score + (texts.length - new Set(texts).size) * weights.doubled
}

function scoreCell(look: CellLook | undefined, cell: string, below: readonly CellLook[]): number {
  if (look === undefined || look.shape === 'empty') return below.length > 0 ? weights.missing : 0
  const against = compare(look, below)
  if (against < 0) return against
  const value = look.shape === 'words' || look.shape === 'code' ? 0 : weights.value
  return against + value + wordsScore(cell)
}

function wordsScore(cell: string): number {
  const share = headerWordShare(cell)
  const known = share === 1 ? weights.knownWords : share >= 0.5 ? weights.someKnownWords : 0
  const named = /^[a-z\d]+(?:[_.][a-z\d]+)+$|^[a-z]+(?:[A-Z][a-z\d]*)+$|\S[*:#?]$/.test(cell.trim())
  return known + (named ? weights.named : 0)
}

/** What the cells below say about one above them. */
function compare({ shape, mask, text }: CellLook, below: readonly CellLook[]): number {
  if (below.length === 0) return 0
  const common = commonest(below.map((other) => other.shape))
  const typed = common.value !== 'words' && common.count >= below.length * 0.7
  const alike = mask.includes('9') ? below.filter((other) => other.mask === mask).length : 0
  if (alike >= below.length * 0.5 || (typed && shape === common.value && shape !== 'code')) return weights.alike
  const values = new Set(below.map((other) => other.text))
  if (values.has(text)) return weights.repeated
  // One value below says less than three.
  if (typed) return weights.contrast * Math.min(1, (below.length + 1) / 4)
  return below.length >= 5 && values.size <= below.length * 0.3 ? weights.outsider : 0
}

function commonest<T>(values: readonly T[]): { readonly value: T | undefined; readonly count: number } {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: { value: T | undefined; count: number } = { value: undefined, count: 0 }
  for (const [value, count] of counts) if (count > best.count) best = { value, count }
  return best
}
