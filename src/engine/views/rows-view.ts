import type { z } from 'zod'
import { groupBy } from '#core/model/group-by.ts'
import type { Issue, Severity } from '#core/model/issue.ts'
import { editsOfRow } from '#core/model/edits.ts'
import type { LedgerRow } from '#core/model/prepared.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import type { SourceRow } from '#core/model/source.ts'
import type { RowView } from '#shared/ipc/source-schemas.ts'
import { issueMessage } from '#shared/wording/issue-text.ts'
import { listedRows, type Listed, type RowFilter } from '../lists/listed-rows.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import { preparedOf, type Session } from '../session/session.ts'
import { sentTexts, type SentTexts } from './sent-texts.ts'

export interface RowsQuery {
  readonly table: number
  readonly from: number
  readonly count: number
  readonly filter: RowFilter
  readonly judged: boolean
}

type PlainList = Pick<Listed, 'length' | 'at'>
type RowsPage = { total: number; rows: z.input<typeof RowView>[] }

/** One page of rows as they were read; of a table that is still being read, the rows so far. */
export function plainPage(rows: PlainList | undefined, query: Pick<RowsQuery, 'from' | 'count'>): RowsPage {
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
  const issuesOf = issuesByRow(prepared, query, page)
  const sentOf = sentTexts(session, query.table)
  return {
    total: listed.length,
    rows: page.map((row) => rowView(session, { table: query.table, row, issues: issuesOf(row.row), ledger: prepared.ledgerAt(query.table, indexOfRow(rows, row.row)), sentOf })),
  }
}

/** In the order of the file the rows of a page stand together, and one question is enough. */
function issuesByRow(prepared: PreparedFile, { table, filter }: RowsQuery, page: readonly SourceRow[]): (row: number) => readonly Issue[] {
  if (filter.order !== undefined) return (row) => prepared.issuesOfRows(table, row, row)
  const issues = groupBy(prepared.issuesOfRows(table, page[0]?.row ?? 0, page.at(-1)?.row ?? -1), (issue) => issue.place?.row ?? 0)
  return (row) => issues.get(row) ?? []
}

// By position: a million rows are not copied for a page of a hundred.
function pageOf(rows: PlainList, { from, count }: Pick<RowsQuery, 'from' | 'count'>): SourceRow[] {
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
  return rows.indexOf(place.row)
}

function plainView(row: SourceRow): z.input<typeof RowView> {
  return { row: row.row, bucket: null, customer: null, cells: [...row.cells], marks: [], edited: [], sent: [] }
}

interface JudgedRow {
  readonly table: number
  readonly row: SourceRow
  readonly issues: readonly Issue[]
  readonly ledger: LedgerRow
  readonly sentOf: SentTexts
}

function rowView(session: Session, { table, row, issues: found, ledger, sentOf }: JudgedRow): z.input<typeof RowView> {
  const byColumn = groupBy(found, (issue) => issue.place?.column ?? -1)
  const edits = editsOfRow(session.edits, { table, row: row.row })
  const edited = row.cells.map((_, column) => column).filter((column) => edits?.has(column))
  const cells = row.cells.map((text, column) => edits?.get(column) ?? text)
  return {
    row: row.row,
    bucket: ledger.bucket,
    customer: ledger.customer,
    cells,
    marks: [...byColumn].map(([column, issues]) => ({ column, severity: worst(issues.map((issue) => issue.severity)), messages: issues.map(issueMessage) })),
    edited,
    sent: sentOf(cells),
  }
}

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

function worst(severities: readonly Severity[]): Severity {
  return severities.reduce((most, next) => (ranks[next] > ranks[most] ? next : most), 'info')
}
