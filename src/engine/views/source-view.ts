import type { z } from 'zod'
import { groupBy } from '#core/model/group-by.ts'
import { cellKey } from '#core/model/place.ts'
import type { Reading } from '#core/model/reading.ts'
import type { SourceRow, SourceTable } from '#core/model/source.ts'
import type { SourceId } from '#shared/ipc/schemas.ts'
import type { QuestionView, ReadingView, RowView, SourceView, TableView } from '#shared/ipc/source-schemas.ts'
import { issueMessage } from '#shared/wording/issue-text.ts'
import { rowIndexOf, worst, type RowIndex } from '../session/row-index.ts'
import { preparedOf, type Session } from '../session/session.ts'

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
  readonly only: 'all' | 'problems'
  readonly judged: boolean
}

type RowsPage = { total: number; rows: z.input<typeof RowView>[] }

/** One page of source rows; judged: with what is wrong in them. */
export function rowsPage(session: Session, query: RowsQuery): RowsPage {
  const rows = session.source.tables[query.table]?.rows
  if (rows === undefined) return { total: 0, rows: [] }
  if (!query.judged) return { total: rows.length, rows: pageOf(rows, query).map(plainView) }
  const index = rowIndexOf(preparedOf(session))
  const listed = listedRows(session, index, query)
  return { total: listed.length, rows: pageOf(listed, query).map((row) => rowView(session, index, { table: query.table, row })) }
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

interface Listed {
  readonly length: number
  at(index: number): SourceRow | undefined
}

/** Position of a row in the list that `rowsPage` pages through; -1 when it is not in it. */
export function locateRow(session: Session, place: { table: number; row: number; only: 'all' | 'problems' }): number {
  const rows = listedRows(session, rowIndexOf(preparedOf(session)), place)
  const index = firstAtOrAfter(rows, place.row)
  return rows.at(index)?.row === place.row ? index : -1
}

/** Rows stand in the order of their numbers, so that a place is found by halving. */
function firstAtOrAfter(rows: Listed, row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows.at(middle)?.row ?? Infinity) < row) low = middle + 1
    else high = middle
  }
  return low
}

function listedRows(session: Session, index: RowIndex, query: Pick<RowsQuery, 'table' | 'only'>): Listed {
  const rows: Listed = session.source.tables[query.table]?.rows ?? []
  if (query.only === 'all') return rows
  const wanted = index.problemRows.get(query.table) ?? []
  return {
    length: wanted.length,
    at: (place) => {
      const row = wanted[place]
      return row === undefined ? undefined : rows.at(firstAtOrAfter(rows, row))
    },
  }
}

function plainView(row: SourceRow): z.input<typeof RowView> {
  return { row: row.row, bucket: null, customer: null, cells: [...row.cells], marks: [], edited: [] }
}

function rowView(session: Session, index: RowIndex, place: { table: number; row: SourceRow }): z.input<typeof RowView> {
  const { table, row } = place
  const key = `${table}:${row.row}`
  const byColumn = groupBy(index.issues.get(key) ?? [], (issue) => issue.place?.column ?? -1)
  const ledger = index.ledger.get(key)
  const edited = row.cells.map((_, column) => column).filter((column) => session.edits.has(cellKey({ table, row: row.row, column })))
  return {
    row: row.row,
    bucket: ledger?.bucket ?? 'blank',
    customer: ledger?.customer ?? null,
    cells: row.cells.map((text, column) => session.edits.get(cellKey({ table, row: row.row, column })) ?? text),
    marks: [...byColumn].map(([column, issues]) => ({ column, severity: worst(issues.map((issue) => issue.severity)), messages: issues.map(issueMessage) })),
    edited,
  }
}
