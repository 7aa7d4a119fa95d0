// Joins what the earlier stages and the journal say into one account of every source row. It recomputes nothing and knows no
// file format but text; the workbook is written in src/node.
import { finalLookOf } from '#core/model/final-look.ts'
import type { LedgerRow } from '#core/model/prepared.ts'
import type { UnitReceipt } from '#core/model/receipt.ts'
import type { Report, ReportInput, ReportRow, ReportTable } from '#core/model/report.ts'
import type { SourceRow } from '#core/model/source.ts'
import { holdsBankAccount, maskIssue, maskText } from './mask.ts'
import { type ExplainRow, explainRows } from './row-reason.ts'
import { summarise } from './summarise.ts'

export { renderReportCsv } from './report-csv.ts'
export { renderReportJson } from './report-json.ts'
export { type ReportColumns, reportColumns } from './report-columns.ts'

/**
 * The report of a run. Throws (a bug, never the operator's data) when a source row is missing from the ledger or the ledger names
 * a row that is not there, when a receipt belongs to no row, or when the sums disagree.
 */
export function buildReport(input: ReportInput): Report {
  const issues = input.showBankAccounts === true ? input.issues : input.issues.map(maskIssue)
  const tables = input.tables.map(({ file, sheet, headers, fields }): ReportTable => ({ file, sheet, headers, fields }))
  const context: Context = {
    ledger: indexLedger(input.ledger),
    receipts: new Map(input.receipts.map((receipt) => [receipt.customer, receipt])),
    explain: explainRows(tables, issues),
  }
  const rows = input.tables.flatMap((table, index) => {
    const masked = input.showBankAccounts === true ? [] : table.fields.flatMap((field, column) => (holdsBankAccount(field) ? [column] : []))
    const siteColumns = table.fields.flatMap((field, column) => (isSiteReference(field) ? [column] : []))
    return Array.from(table.rows, (row) => reportRow({ row, table: index, masked, siteColumns }, context))
  })
  if (rows.length !== input.ledger.length) throw new Error('The ledger names a row that the source does not have')
  return {
    format: 'elevate-onboarder/report', version: 1,
    run: input.run, summary: summarise(rows, input.receipts, issues),
    finalLook: input.audit === undefined || input.audit === null ? null : finalLookOf(input.audit, input.receipts),
    tables, issues, rows,
  }
}

interface Context {
  readonly ledger: ReadonlyMap<string, LedgerRow>
  readonly receipts: ReadonlyMap<string, UnitReceipt>
  readonly explain: ExplainRow
}

interface RowInTable {
  readonly row: SourceRow
  readonly table: number
  readonly masked: readonly number[]
  readonly siteColumns: readonly number[]
}

function indexLedger(ledger: readonly LedgerRow[]): ReadonlyMap<string, LedgerRow> {
  return new Map(ledger.map((line) => [`${line.table}:${line.row}`, line]))
}

function reportRow(place: RowInTable, { ledger, receipts, explain }: Context): ReportRow {
  const { row: { row, cells }, table } = place
  const line = ledger.get(`${table}:${row}`)
  if (line === undefined) throw new Error(`Row ${row} of table ${table} is missing from the ledger`)
  const base = { table, row, customer: line.customer, cells: maskCells(cells, place.masked) }
  const receipt = line.bucket === 'ready' && line.customer !== null ? receipts.get(line.customer) : undefined
  if (receipt === undefined) {
    const bucket = line.bucket === 'ready' ? 'not-sent' : line.bucket
    return { ...base, bucket, reason: explain(line), customerId: null, siteIds: {}, attempts: 0 }
  }
  const { outcome: bucket, reason, customerId, attempts } = receipt
  const references = place.siteColumns.map((column) => cells[column]?.trim() ?? '')
  return { ...base, bucket, reason, customerId, siteIds: sitesOfRow(receipt.siteIds, references), attempts }
}

function maskCells(cells: readonly string[], masked: readonly number[]): readonly string[] {
  return masked.length === 0 ? cells : cells.map((cell, column) => (masked.includes(column) ? maskText(cell) : cell))
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
