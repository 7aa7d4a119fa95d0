import { isBlankRow, type SourceRow } from '#core/model/source.ts'
import { countFilled } from './count-filled.ts'
import { joinHeaders } from './join-headers.ts'
import { scoreHeader } from './score-header.ts'

/** One way to read the first rows: the header is `[first, body)` of them, or there is none. */
export interface HeaderReading {
  readonly first: number
  readonly body: number
  /** 0 to 1: its share of what speaks for all readings. */
  readonly confidence: number
}

const candidateRows = 8
/** Most tables have a header, and it is their first row. */
const priors = { first: 1, afterBlank: -1, later: -2.5 }

/**
 * All likely readings of the first rows, the likeliest first. `filled` are the rows that are not blank. Title lines are told by
 * having at most half as many cells as is usual below.
 */
export function rankHeaders(head: readonly SourceRow[], filled: readonly number[]): readonly HeaderReading[] {
  const usual = usualCount(head, filled)
  const wide = filled.filter((index) => countFilled(head[index]) * 2 > usual).slice(0, candidateRows)
  const scored = wide.map((first) => {
    const cells = scoreHeader(head, first)
    const above = head[first - 1]
    return { first, body: first + 1, cells, score: cells + (first === wide[0] ? priors.first : above !== undefined && isBlankRow(above) ? priors.afterBlank : priors.later) }
  })
  const top = scored.reduce((best, next) => (next.score > best.score ? next : best))
  const titled = wide[0] !== filled[0]
  const none = { first: 0, body: 0, score: filled.length === 1 ? -3 : 0 }
  const readings = [...scored, none, ...joinedReadings(head, scored, top.cells)]
  const total = readings.reduce((sum, { score }) => sum + Math.exp(score - top.score), 0)
  const weighed = readings.map(({ first, body, score }) => ({ first, body, confidence: Math.exp(score - top.score) / total }))
  // Data from the first row on, although that row looks like a title: never taken without asking.
  const doubted = weighed.map((reading) => (titled && reading.body === 0 ? { ...reading, confidence: Math.min(0.6, reading.confidence) } : reading))
  return doubted.toSorted((a, b) => b.confidence - a.confidence).filter(({ confidence }, index) => index < 2 || confidence > 0.05)
}

interface Scored extends Pick<HeaderReading, 'first' | 'body'> {
  /** What its cells say, without what is usual. */
  readonly cells: number
}

/**
 * Two rows that head the columns together. Group titles over headings that stand there twice (“Name, Town, Name, Town”) speak
 * for it; two full rows of headings leave it open.
 */
function joinedReadings(head: readonly SourceRow[], scored: readonly Scored[], top: number): readonly { readonly first: number; readonly body: number; readonly score: number }[] {
  return scored.flatMap((lower) => {
    const first = lower.first - 1
    const upper = head[first]
    const row = head[lower.first]
    if (upper === undefined || row === undefined || isBlankRow(upper) || lower.cells < top * 0.6) return []
    const before = doubles(row.cells)
    const after = doubles(joinHeaders([upper, row]))
    if (before > 0 && after === 0 && countFilled(upper) > 1) return [{ first, body: lower.body, score: lower.cells + priors.first + 3 }]
    const above = scored.find((one) => one.first === first)?.cells ?? -Infinity
    return Math.min(above, lower.cells) > 3 && above > lower.cells * 0.6 ? [{ first, body: lower.body, score: Math.max(above, lower.cells) + priors.first }] : []
  })
}

function doubles(cells: readonly string[]): number {
  const texts = cells.map((cell) => cell.trim().toLowerCase()).filter((text) => text !== '')
  return texts.length - new Set(texts).size
}

/** The middle of how many cells the rows fill; of the later half, so that title lines do not count. */
function usualCount(head: readonly SourceRow[], filled: readonly number[]): number {
  const counts = filled.slice(Math.floor(filled.length / 2)).map((index) => countFilled(head[index])).toSorted((a, b) => a - b)
  return counts[Math.floor(counts.length / 2)] ?? 0
}
