import type { Report, ReportRow } from '#core/model/report.ts'
import { bucketWords } from '#core/model/report.ts'

/** A column that we add. Headers say whose it is, so that none is taken for a field when the report is imported again. */
interface OutcomeColumn {
  readonly header: string
  readonly read: (row: ReportRow) => string | number
}

export interface ReportColumns {
  readonly outcome: readonly OutcomeColumn[]
  /** Headers of the operator's own columns: those of every table, a column that several share standing once. */
  readonly own: readonly string[]
  /** The operator's own cells under those headers; `undefined` where the row's table has no such column. */
  readonly readOwn: (row: ReportRow) => readonly (string | undefined)[]
}

/** The columns of every list in the report: the outcome first, where a person looks, then the operator's own columns. */
export function reportColumns(report: Report): ReportColumns {
  const positions = new Map<string, number>()
  const own: string[] = []
  const layouts = report.tables.map((table, index) => {
    const seen = new Map<string, number>()
    const widest = report.rows.reduce((width, row) => (row.table === index ? Math.max(width, row.cells.length) : width), table.headers.length)
    return Array.from({ length: widest }, (_, column) => {
      const header = table.headers[column] ?? ''
      const nth = (seen.get(header) ?? 0) + 1
      seen.set(header, nth)
      const key = `${nth}:${header}`
      const position = positions.get(key) ?? own.push(header) - 1
      positions.set(key, position)
      return position
    })
  })
  return { outcome: outcomeColumns(report), own, readOwn: (row) => placeCells(row, layouts[row.table] ?? [], own.length) }
}

function placeCells(row: ReportRow, layout: readonly number[], width: number): readonly (string | undefined)[] {
  const cells = Array.from<string | undefined>({ length: width })
  for (const [column, position] of layout.entries()) cells[position] = row.cells[column]
  return cells
}

function outcomeColumns(report: Report): readonly OutcomeColumn[] {
  const sheet: OutcomeColumn = { header: 'Source sheet', read: (row) => report.tables[row.table]?.sheet ?? report.tables[row.table]?.file ?? '' }
  return [
    ...(report.tables.length > 1 ? [sheet] : []),
    { header: 'Source row', read: (row) => row.row },
    { header: 'Import outcome', read: (row) => bucketWords[row.bucket].title },
    { header: 'Import reason', read: (row) => row.reason ?? '' },
    { header: 'Elevate customer id', read: (row) => row.customerId ?? '' },
    { header: 'Elevate site ids', read: (row) => Object.entries(row.siteIds).map(([reference, id]) => `${reference}: ${id}`).join('; ') },
    { header: 'Requests sent', read: (row) => row.attempts },
  ]
}
