import type { z } from 'zod'
import { groupBy } from '#core/model/group-by.ts'
import { cellKey } from '#core/model/place.ts'
import type { SourceRow } from '#core/model/source.ts'
import type { RowView, SourceId, SourceView } from '#shared/ipc/schemas.ts'
import { issueMessage } from '#shared/wording/issue-text.ts'
import { rowIndexOf, worst, type RowIndex } from '../session/row-index.ts'
import { preparedOf, type Session } from '../session/session.ts'

export function sourceView(sourceId: z.infer<typeof SourceId>, session: Session): z.input<typeof SourceView> {
  const { file, sizeBytes, files, tables } = session.source
  const reading = files[0]?.reading ?? { kind: 'workbook', sheets: [], findings: [] }
  const evidence = reading.findings.map((finding) => finding.evidence)
  return {
    sourceId, file, sizeBytes,
    reading: reading.kind === 'text'
      ? { kind: 'text', encoding: reading.encoding, byteOrderMark: reading.byteOrderMark, delimiter: reading.delimiter, quote: reading.quote, newline: reading.newline, evidence }
      : { kind: 'workbook', sheets: reading.sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden })), evidence },
    tables: tables.map((table) => ({
      sheet: table.sheet, headerRow: table.headerRow, headers: [...table.headers], rows: table.rows.length, columns: table.headers.length,
    })),
  }
}

export interface RowsQuery {
  readonly table: number
  readonly from: number
  readonly count: number
  readonly only: 'all' | 'problems'
}

/** One page of source rows with what is wrong in them. */
export function rowsPage(session: Session, query: RowsQuery): { total: number; rows: z.input<typeof RowView>[] } {
  const index = rowIndexOf(preparedOf(session))
  const rows = listedRows(session, index, query)
  const page = rows.slice(query.from, query.from + query.count)
  return { total: rows.length, rows: page.map((row) => rowView(session, index, { table: query.table, row })) }
}

/** Position of a row in the list that `rowsPage` pages through; -1 when it is not in it. */
export function locateRow(session: Session, place: { table: number; row: number; only: 'all' | 'problems' }): number {
  const rows = listedRows(session, rowIndexOf(preparedOf(session)), place)
  return rows.findIndex((row) => row.row === place.row)
}

function listedRows(session: Session, index: RowIndex, query: Pick<RowsQuery, 'table' | 'only'>): readonly SourceRow[] {
  const rows = [...session.source.tables[query.table]?.rows ?? []]
  if (query.only === 'all') return rows
  const wanted = new Set(index.problemRows.get(query.table) ?? [])
  return rows.filter((row) => wanted.has(row.row))
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
