// Joins what the earlier stages and the journal say into one account of every source row. It recomputes nothing and knows no
// file format but text; the workbook is written in src/node.
import { finalLookOf } from '#core/model/final-look.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import type { Report, ReportInput, ReportLine, ReportRow } from '#core/model/report.ts'
import { maskIssue } from './mask.ts'
import { type ExplainRow, explainRows } from './row-reason.ts'
import { summarise } from './summarise.ts'

export { renderReportCsv } from './report-csv.ts'
export { renderReportJson, type ReportDocument } from './report-json.ts'
export { resultSheets } from './result-sheets.ts'
export { fixSheets } from './fix-sheets.ts'
export type { PackSheet, PackLine } from './pack-sheet.ts'

/**
 * The report of a run. Throws (a bug, never the operator's data) when a receipt belongs to no row, or when the sums disagree.
 */
export function buildReport(input: ReportInput): Report {
  const { run, tables, receipts } = input
  const issues = input.issues.map(maskIssue)
  const context: Context = {
    receipts: new Map(receipts.map((receipt) => [receipt.customer, receipt])),
    explain: explainRows(tables, issues),
    siteColumns: tables.map(({ fields }) => fields.flatMap((field, column) => (isSiteReference(field) ? [column] : []))),
    linkOf: (id) => (id === null ? null : run.customerLink?.replaceAll('{id}', encodeURIComponent(id)) ?? null),
  }
  const rows: Iterable<ReportRow> = { * [Symbol.iterator]() { for (const line of input.lines) yield reportRow(line, context) } }
  return {
    format: 'elevate-onboarder/report', version: 2,
    run, summary: summarise(rows, receipts, issues),
    finalLook: input.audit === undefined || input.audit === null ? null : finalLookOf(input.audit, receipts),
    tables, issues, rows,
  }
}

interface Context {
  readonly receipts: ReadonlyMap<string, UnitReceipt>
  readonly explain: ExplainRow
  /** By table: columns that name a site. */
  readonly siteColumns: readonly (readonly number[])[]
  readonly linkOf: (customerId: string | null) => string | null
}

function reportRow(line: ReportLine, { receipts, explain, siteColumns, linkOf }: Context): ReportRow {
  const { table, row, customer, cells, edits = {} } = line
  const base = { table, row, customer, cells, edits }
  const receipt = line.bucket === 'ready' && customer !== null ? receipts.get(customer) : undefined
  if (receipt === undefined) {
    const bucket = line.bucket === 'ready' ? 'not-sent' : line.bucket
    return { ...base, bucket, reason: explain(line), customerId: null, siteIds: {}, attempts: 0, link: null }
  }
  const { outcome: bucket, reason, customerId, attempts } = receipt
  const references = (siteColumns[table] ?? []).map((column) => (edits[column] ?? cells[column] ?? '').trim())
  return { ...base, bucket, reason, customerId, siteIds: sitesOfRow(receipt.siteIds, references), attempts, link: linkOf(customerId) }
}

function isSiteReference(field: string | null): boolean {
  return field !== null && /^site(\[\d+\])?\.siteReference$/.test(field)
}

/** Only the sites the row names, so that a person finds the id beside the site; all of them when it names none that we know. */
function sitesOfRow(siteIds: Readonly<Record<string, string>>, references: readonly string[]): Readonly<Record<string, string>> {
  if (references.length > 0 && references.every((reference) => reference === '')) return {}
  const named = Object.entries(siteIds).filter(([reference]) => references.includes(reference))
  return named.length > 0 ? Object.fromEntries(named) : siteIds
}
