import type { z } from 'zod'
import { groupBy } from '#core/model/group-by.ts'
import type { Issue, Severity } from '#core/model/issue.ts'
import { cellKey } from '#core/model/place.ts'
import type { LedgerRow } from '#core/model/prepared.ts'
import type { Reading } from '#core/model/reading.ts'
import type { SourceRow, SourceTable } from '#core/model/source.ts'
import type { SourceId } from '#shared/ipc/schemas.ts'
import type { QuestionView, ReadingView, RowView, SourceView, TableView } from '#shared/ipc/source-schemas.ts'
import { issueMessage } from '#shared/wording/issue-text.ts'
import { preparedOf, type Session } from '../session/session.ts'
import { firstAtOrAfter, listedRows, type Listed, type RowFilter } from './listed-rows.ts'

const looseLines = 20

export function sourceView(sourceId: z.infer<typeof SourceId>, session: Session): z.input<typeof SourceView> {
  const { file, sizeBytes, files, tables, questions } = session.source
  return {
    sourceId, file, sizeBytes, state: 'ready', progress: null,
    files: files.map((each) => ({ name: each.name, sizeBytes: each.sizeBytes, reading: readingView(each.reading) })),
    tables: tables.map(tableView),
    questions: questions.map(({ about, file: index, sheet, text, choices }): z.input<typeof QuestionView> => ({
      about, file: index, sheet, text,
      choices: choices.map((choice) => ({
        decision: { ...choice.decision, ...(choice.decision.sheets === undefined || choice.decision.sheets === 'all' ? {} : { sheets: [...choice.decision.sheets] }) } as z.input<typeof QuestionView>['choices'][number]['decision'],
        value: choice.value, label: choice.label, preview: choice.preview.map((row) => [...row]),
      })),
    })),
  }
}

function readingView(reading: Reading): z.input<typeof ReadingView> {
  const findings = reading.findings.map((finding) => ({ ...finding }))
  return reading.kind === 'text'
    ? { ...reading, findings }
    : { kind: 'workbook', sheets: reading.sheets.map(({ name, hidden }) => ({ name, hidden })), findings }
}

function tableView(table: SourceTable): z.input<typeof TableView> {
  const lines = (rows: readonly SourceRow[] = []): { row: number; cells: string[] }[] =>
    rows.slice(0, looseLines).map(({ row, cells }) => ({ row, cells: [...cells] }))
  return {
    file: table.file, sheet: table.sheet, headerRow: table.headerRow, headers: [...table.headers], rows: table.rows.length,
    columns: table.headers.length, preamble: lines(table.preamble), footer: lines(table.footer),
  }
}

export interface RowsQuery {
  readonly table: number
  readonly from: number
  readonly count: number
  readonly filter: RowFilter
  readonly judged: boolean
}

type RowsPage = { total: number; rows: z.input<typeof RowView>[] }

/** One page of rows as they were read; of a table that is still being read, the rows so far. */
export function plainPage(rows: Listed | undefined, query: Pick<RowsQuery, 'from' | 'count'>): RowsPage {
  return rows === undefined ? { total: 0, rows: [] } : { total: rows.length, rows: pageOf(rows, query).map(plainView) }
}

/** One page of source rows; judged: with what is wrong in them. */
export async function rowsPage(session: Session, query: RowsQuery): Promise<RowsPage> {
  const rows = session.source.tables[query.table]?.rows
  if (rows === undefined) return { total: 0, rows: [] }
  if (!query.judged) return plainPage(rows, query)
  const prepared = await preparedOf(session)
  const listed = await listedRows(session, prepared, query)
  const page = pageOf(listed, query)
  const issues = groupBy(prepared.issuesOfRows(query.table, page[0]?.row ?? 0, page.at(-1)?.row ?? -1), (issue) => issue.place?.row ?? 0)
  return {
    total: listed.length,
    rows: page.map((row) => rowView(session, { table: query.table, row, issues: issues.get(row.row) ?? [], ledger: prepared.ledgerAt(query.table, firstAtOrAfter(rows, row.row)) })),
  }
}

// By position: a million rows are not copied for a page of a hundred.
function pageOf(rows: Listed, { from, count }: Pick<RowsQuery, 'from' | 'count'>): SourceRow[] {
  const page: SourceRow[] = []
  for (let index = from; index < Math.min(from + count, rows.length); index++) {
    const row = rows.at(index)
    if (row !== undefined) page.push(row)
  }
  return page
}

/** Position of a row in the list that `rowsPage` pages through; -1 when it is not in it. */
export async function locateRow(session: Session, place: { table: number; row: number; filter: RowFilter }): Promise<number> {
  const rows = await listedRows(session, await preparedOf(session), place)
  const index = firstAtOrAfter(rows, place.row)
  return rows.at(index)?.row === place.row ? index : -1
}

function plainView(row: SourceRow): z.input<typeof RowView> {
  return { row: row.row, bucket: null, customer: null, cells: [...row.cells], marks: [], edited: [] }
}

interface JudgedRow {
  readonly table: number
  readonly row: SourceRow
  readonly issues: readonly Issue[]
  readonly ledger: LedgerRow
}

function rowView(session: Session, { table, row, issues: found, ledger }: JudgedRow): z.input<typeof RowView> {
  const byColumn = groupBy(found, (issue) => issue.place?.column ?? -1)
  const edited = row.cells.map((_, column) => column).filter((column) => session.edits.has(cellKey({ table, row: row.row, column })))
  return {
    row: row.row,
    bucket: ledger.bucket,
    customer: ledger.customer,
    cells: row.cells.map((text, column) => session.edits.get(cellKey({ table, row: row.row, column })) ?? text),
    marks: [...byColumn].map(([column, issues]) => ({ column, severity: worst(issues.map((issue) => issue.severity)), messages: issues.map(issueMessage) })),
    edited,
  }
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

function worst(severities: readonly Severity[]): Severity {
  return severities.reduce((most, next) => (ranks[next] > ranks[most] ? next : most), 'info')
}
