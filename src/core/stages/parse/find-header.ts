import { columnLetters } from '#core/model/place.ts'
import type { ReadingChoice, ReadingDecisions, ReadingFinding, ReadingQuestion } from '#core/model/reading.ts'
import { isBlankRow, type SourceRow } from '#core/model/source.ts'
import { rankHeaders, type HeaderReading } from './header-readings.ts'
import { joinHeaders } from './join-headers.ts'

/** Where the header stands among the first rows, and what else it could be. */
export interface HeaderFound {
  /** Indexes into the head. The header is `[first, body)` of it; empty when there is none. */
  readonly first: number
  readonly body: number
  /** '' where the header row is shorter than the rows of the head. */
  readonly headers: readonly string[]
  readonly findings: readonly ReadingFinding[]
  /** Null when it is clear. */
  readonly question: ReadingQuestion | null
}

/** Below it the operator is asked. */
const headerThreshold = 0.9

/** Null when no row could be a header: all are blank, or the one that was named is. */
export function findHeader(head: readonly SourceRow[], decisions: ReadingDecisions, sheet: string | null): HeaderFound | null {
  const { headerRow, headerRows = 1 } = decisions
  const filled = head.flatMap((row, index) => (isBlankRow(row) ? [] : [index]))
  if (filled.length === 0) return null
  if (headerRow === 'none') return decided(head, { first: 0, body: 0 })
  if (headerRow !== undefined) {
    const first = filled.find((index) => head[index]?.row === headerRow)
    return first === undefined ? null : decided(head, { first, body: first + headerRows })
  }
  const ranked = rankHeaders(head, filled).map((reading) => withRows(reading, decisions.headerRows))
  const [best] = ranked
  if (best === undefined) return null
  const isClear = best.confidence >= headerThreshold || decisions.headerRows !== undefined
  const question = isClear || ranked.length < 2 ? null : askHeader(head, ranked, sheet)
  return { ...best, headers: headersOf(head, best), findings: findingsOf(head, best), question }
}

function decided(head: readonly SourceRow[], reading: Pick<HeaderReading, 'first' | 'body'>): HeaderFound {
  return { ...reading, headers: headersOf(head, reading), findings: [{ about: 'header', confidence: 1, evidence: `${describe(head, reading)}, as chosen.` }], question: null }
}

/** The operator said how many rows the header takes, and not which: it ends where the likeliest one does. */
function withRows(reading: HeaderReading, rows: number | undefined): HeaderReading {
  if (rows === undefined || reading.body === 0 || reading.body - reading.first === rows) return reading
  return reading.body >= rows ? { ...reading, first: reading.body - rows } : { ...reading, body: reading.first + rows }
}

function headersOf(head: readonly SourceRow[], { first, body }: Pick<HeaderReading, 'first' | 'body'>): readonly string[] {
  const names = joinHeaders(head.slice(first, body))
  const width = head.slice(first).reduce((widest, row) => Math.max(widest, row.cells.length), names.length)
  return Array.from({ length: width }, (_, column) => (body === first ? `Column ${columnLetters(column)}` : names[column] ?? ''))
}

function describe(head: readonly SourceRow[], { first, body }: Pick<HeaderReading, 'first' | 'body'>): string {
  if (first === body) return 'There is no header row: columns are named by their letters'
  const row = head[first]?.row ?? 0
  return body - first === 1 ? `Row ${row} is the header` : `Rows ${row} to ${row + body - first - 1} are the header together`
}

function findingsOf(head: readonly SourceRow[], reading: HeaderReading): readonly ReadingFinding[] {
  const { first, body, confidence } = reading
  const why = first === body ? 'its first row looks like the rows below it' : 'its cells read like headings and differ from those below'
  const found: ReadingFinding = { about: 'header', confidence, evidence: `${describe(head, reading)}: ${why}.` }
  const title = head.slice(0, first).filter((row) => !isBlankRow(row))
  if (title.length === 0) return [found]
  const text = title.map((row) => row.cells.filter((cell) => cell.trim() !== '').join(' ')).join(' / ').slice(0, 120)
  return [found, { about: 'preamble', confidence, evidence: `Above the header ${title.length === 1 ? 'stands 1 line that is' : `stand ${title.length} lines that are`} no data: “${text}”.` }]
}

function askHeader(head: readonly SourceRow[], ranked: readonly HeaderReading[], sheet: string | null): ReadingQuestion {
  const choices = ranked.slice(0, 3).map((reading) => choiceOf(head, reading))
  return { about: 'headerRow', file: 0, sheet, option: '--header-row', choices, text: 'It is not certain which row holds the names of the columns.' }
}

function choiceOf(head: readonly SourceRow[], reading: HeaderReading): ReadingChoice {
  const { first, body } = reading
  const row = head[first]?.row ?? 1
  const count = body - first
  const decision: ReadingDecisions = count === 0 ? { headerRow: 'none' } : count === 1 ? { headerRow: row } : { headerRow: row, headerRows: count }
  const preview = [headersOf(head, reading), ...head.slice(body).filter((one) => !isBlankRow(one)).slice(0, 9).map(({ cells }) => cells)]
  return { decision, value: count === 0 ? 'none' : count === 1 ? `${row}` : `${row} --header-rows ${count}`, label: describe(head, reading), preview }
}
