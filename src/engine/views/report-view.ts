import type { z } from 'zod'
import { describeFinalLook, isCleanLook } from '#core/model/final-look.ts'
import type { Report } from '#core/model/report.ts'
import { RunId, type ReportLine, type ReportView, type RunSummary } from '#shared/ipc/schemas.ts'

export function reportView(report: Report, { state, resumable, left, open }: Pick<z.input<typeof RunSummary>, 'state' | 'resumable' | 'left' | 'open'>): z.input<typeof ReportView> {
  const { run, summary, finalLook } = report
  return {
    runId: RunId.parse(run.runId), state, resumable, left, open, file: run.file.name, target: run.target.name, startedAt: run.startedAt,
    finishedAt: run.finishedAt === '' ? null : run.finishedAt,
    rows: summary.rows, rowsByBucket: { ...summary.rowsByBucket }, customers: { ...summary.customersByBucket }, sumsAgree: summary.sumsAgree, sheets: new Set(report.tables.map(({ sheet }) => sheet)).size,
    finalLook: finalLook === null ? null : { isClean: isCleanLook(finalLook), says: [...describeFinalLook(finalLook)] },
  }
}

export interface LineQuery {
  readonly from: number
  readonly count: number
  readonly bucket?: string | undefined
}

export type Line = z.input<typeof ReportLine>

/** What became of each row, without the cells of the file: small enough to be kept while it is looked at. */
export function reportLines({ rows, tables }: Report): readonly Line[] {
  return Array.from(rows, (line): Line => ({
    row: line.row, sheet: tables[line.table]?.sheet ?? null, customer: line.customer, bucket: line.bucket, reason: line.reason ?? '',
    customerId: line.customerId, siteIds: Object.entries(line.siteIds).map(([reference, id]) => `${reference}: ${id}`).join(', '),
  }))
}

export function pageOf(lines: readonly Line[], query: LineQuery): { total: number; lines: Line[] } {
  const found = query.bucket === undefined ? lines : lines.filter(({ bucket }) => bucket === query.bucket)
  return { total: found.length, lines: found.slice(query.from, query.from + query.count) }
}
