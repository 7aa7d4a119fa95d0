import { addedHeadings, isReturned } from '#core/model/added-columns.ts'
import type { Issue } from '#core/model/issue.ts'
import { columnLetters } from '#core/model/place.ts'
import type { ReadingDecisions, ReadingFinding, ReadingQuestion } from '#core/model/reading.ts'
import { isBlankRow, type NewRowSink, type RowSink, type SourceRow, type SourceTable, type TableStarted } from '#core/model/source.ts'
import { findFooter } from './find-footer.ts'
import { findHeader, type HeaderFound } from './find-header.ts'
import { countFilled } from './count-filled.ts'
import { newMemorySink } from './memory-sink.ts'
import { newHeaderWatch, sayRepeats } from './repeated-header.ts'
import { judgeRow, type RowJudge, type RowRemark } from './row-issues.ts'

export interface TableSettings {
  readonly file: string
  readonly sheet: string | null
  readonly decisions: ReadingDecisions
  /** Where the rows go; by default they are kept in memory. */
  readonly newSink?: NewRowSink | undefined
  /** Called when the header is decided, before the first row goes to the sink. */
  readonly onTable?: ((table: TableStarted) => void) | undefined
  /** Index into `Source.tables` that issues name; 0 by default. */
  readonly tableIndex?: number
  /** Rows that are not as wide as the header are issues: in delimited text, not in a workbook. */
  readonly checkWidths?: boolean
}

export interface TableBuilder {
  /** The next row from the top of the sheet, blank ones included. */
  push(row: SourceRow, remark?: RowRemark): void
  finish(): TableBuilt
}

/** The table, or why there is none: nothing that could be a header, or nothing but a header (`table` without rows). */
export type TableBuilt =
  | { readonly kind: 'table' | 'header-only'; readonly table: SourceTable; readonly findings: readonly ReadingFinding[]; readonly questions: readonly ReadingQuestion[]; readonly issues: readonly Issue[] }
  | { readonly kind: 'no-header' }

const headRows = 100
/** So many of the last rows are held back until the end shows which of them are footer; and blank rows among them. */
const tailRows = 30
const tailBlankRows = 1000

/**
 * Rows as they come to one table: decides from the first hundred where the header stands, then passes row after row to the sink.
 * Only the last few are held back, because a footer shows at the end.
 */
export function newTableBuilder(settings: TableSettings): TableBuilder {
  const { decisions } = settings
  const head: SourceRow[] = []
  const remarks = new Map<number, RowRemark>()
  let started: Started | null = null
  let hasHeader = true
  let hasText = false

  function start(): void {
    const header = findHeader(head, decisions, settings.sheet)
    hasHeader = header !== null
    if (header === null) return
    started = newStarted(settings, header, head)
    for (const row of head.slice(header.body)) started.take(row, remarks.get(row.row))
  }
  return {
    push(row, remark) {
      if (started !== null) return started.take(row, remark)
      head.push(row)
      hasText ||= !isBlank(row)
      if (remark !== undefined) remarks.set(row.row, remark)
      if (hasText && head.length >= headRows && reaches(row, decisions)) start()
    },
    finish() {
      if (started === null && hasHeader) start()
      return started === null ? { kind: 'no-header' } : started.finish()
    },
  }
}

/** Whether the whole header that was named has come. */
function reaches({ row }: SourceRow, { headerRow, headerRows = 1 }: ReadingDecisions): boolean {
  return typeof headerRow !== 'number' || row >= headerRow + headerRows
}

interface Started {
  take(row: SourceRow, remark: RowRemark | undefined): void
  finish(): TableBuilt
}

function newStarted(settings: TableSettings, header: HeaderFound, head: readonly SourceRow[]): Started {
  const { file, sheet, decisions, tableIndex = 0 } = settings
  const headerRow = header.body === header.first ? 0 : head[header.first]?.row ?? 0
  settings.onTable?.({ file, sheet, headerRow, headers: header.headers })
  const sink: RowSink = (settings.newSink ?? newMemorySink)()
  const issues: Issue[] = []
  const judge: RowJudge = { tableIndex, expected: settings.checkWidths === true ? expectedWidth(head, header) : null, checkColumn: isReturned(header.headers) ? header.headers.indexOf(addedHeadings.check) : -1 }
  const remarks = new Map<number, RowRemark>()
  const tail = newTail(Math.max(tailRows, decisions.footerRows ?? 0))
  const isHeaderAgain = newHeaderWatch(header.body - header.first === 1 ? head[header.first] : undefined)
  const repeats: number[] = []
  let width = header.headers.length
  let hasData = false

  function release(row: SourceRow): void {
    if (row.cells.length > width) width = row.cells.length
    hasData ||= !isBlank(row)
    const remark = remarks.size === 0 ? undefined : remarks.get(row.row)
    judgeRow(issues, { row, remark }, judge)
    sink.add(row)
  }
  return {
    take(row, remark) {
      if (isHeaderAgain(row)) return void repeats.push(row.row)
      if (remark !== undefined) remarks.set(row.row, remark)
      tail.push(row, release)
    },
    finish() {
      const last = tail.rows()
      const facts = { headers: header.headers, usual: usualCount(head.slice(header.body)), sheet, wanted: decisions.footerRows }
      const found = findFooter(last, facts)
      const end = last.findLastIndex((row) => !isBlank(row)) + 1
      const data = end - found.rows
      for (const row of last.slice(0, data)) release(row)
      if (found.rows === 0) for (const row of last.slice(end)) release(row)
      const { rows, columns } = sink.finish()
      const preamble = head.slice(0, header.first)
      const footer = found.rows === 0 ? [] : last.slice(data)
      const table = {
        file, sheet, headerRow, headers: widen(header, width), rows, columns,
        ...(preamble.length === 0 ? {} : { preamble }), ...(footer.length === 0 ? {} : { footer }), ...(repeats.length === 0 ? {} : { repeats }),
      }
      const questions = [header.question, found.question].filter((question) => question !== null)
      return { kind: hasData ? 'table' : 'header-only', table, findings: [...header.findings, ...sayRepeats(repeats), ...found.findings], questions, issues }
    },
  }
}

/** Holds the last rows back, in order. */
function newTail(limit: number): { push(row: SourceRow, release: (row: SourceRow) => void): void; rows(): readonly SourceRow[] } {
  const most = Math.max(tailBlankRows, limit)
  let held: SourceRow[] = []
  let from = 0
  let filled = 0
  return {
    push(row, release) {
      held.push(row)
      if (!isBlank(row)) filled += 1
      while (filled > limit || held.length - from > most) {
        const oldest = held[from]
        if (oldest === undefined) return
        from += 1
        if (!isBlank(oldest)) filled -= 1
        release(oldest)
      }
      if (from < 256) return
      held = held.slice(from)
      from = 0
    },
    rows: () => held.slice(from),
  }
}

/** Cells in the header; without one, in most rows. */
function expectedWidth(head: readonly SourceRow[], { first, body }: HeaderFound): number {
  if (body > first) return head.slice(first, body).reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  const counts = new Map<number, number>()
  for (const { cells } of head) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0]
}

function usualCount(rows: readonly SourceRow[]): number {
  const counts = rows.filter((row) => !isBlank(row)).map(countFilled).toSorted((a, b) => a - b)
  return counts[Math.floor(counts.length / 2)] ?? 0
}

/** As `isBlankRow`, and nearly always told by the first cell. */
function isBlank(row: SourceRow): boolean {
  const code = row.cells[0]?.charCodeAt(0) ?? 0
  return !(code > 32 && code < 127) && isBlankRow(row)
}

function widen({ headers, first, body }: HeaderFound, width: number): readonly string[] {
  return Array.from({ length: width }, (_, column) => headers[column] ?? (first === body ? `Column ${columnLetters(column)}` : ''))
}
