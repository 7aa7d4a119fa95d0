import type { Report, ReportBucket, ReportRow } from '#core/model/report.ts'
import { holdsBankAccount, maskText } from './mask.ts'
import { heavier } from './summarise.ts'

/** What became of one row, as JSON. Bank account numbers show their last four characters only. */
export interface ReportedRow extends Pick<ReportRow, 'table' | 'row' | 'reason' | 'siteIds' | 'cells'> {
  readonly state: ReportBucket
}

/** One document for each customer: what it is on the server, and the rows it came from. */
export interface ReportedCustomer extends Pick<ReportRow, 'customerId' | 'siteIds' | 'attempts' | 'link'> {
  readonly customer: string
  readonly state: ReportBucket
  /** Of the first row that is in this state. */
  readonly reason: string | null
  readonly rows: readonly ReportedRow[]
}

export interface ReportDocument extends Omit<Report, 'rows'> {
  readonly customers: readonly ReportedCustomer[]
  /** Rows of no customer: blank ones, and those without an account number. */
  readonly otherRows: readonly ReportedRow[]
}

/**
 * The whole report as JSON, in pieces to be written one after the other: one customer and one issue to a line, so that a large report
 * never stands in memory as one string. Ids are text, since int64 does not survive a JSON number everywhere.
 */
export function* renderReportJson(report: Report): Generator<string, void, undefined> {
  const { issues, rows, ...head } = report
  const show = rowShower(report)
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "issues": [`
  yield* renderLines(issues)
  yield '],\n  "customers": ['
  yield* renderLines(customersOf(report, show))
  yield '],\n  "otherRows": ['
  yield* renderLines(othersOf(rows, show))
  yield ']\n}\n'
}

type ShowRow = (row: ReportRow) => ReportedRow

function rowShower({ tables }: Report): ShowRow {
  const masked = tables.map(({ fields }) => new Set(fields.flatMap((field, column) => (holdsBankAccount(field) ? [column] : []))))
  return ({ table, row, bucket, reason, siteIds, cells }) => {
    const hidden = masked[table]
    return { table, row, state: bucket, reason, siteIds, cells: hidden === undefined || hidden.size === 0 ? cells : cells.map((cell, column) => (hidden.has(column) ? maskText(cell) : cell)) }
  }
}

/** Each as soon as its last row has passed: only customers whose rows stand apart wait in memory. */
function* customersOf({ rows }: Report, show: ShowRow): Generator<ReportedCustomer, void, undefined> {
  const left = new Map<string, number>()
  for (const { customer } of rows) if (isNamed(customer)) left.set(customer, (left.get(customer) ?? 0) + 1)
  const waiting = new Map<string, ReportRow[]>()
  for (const row of rows) {
    const { customer } = row
    if (!isNamed(customer)) continue
    const own = waiting.get(customer) ?? []
    own.push(row)
    waiting.set(customer, own)
    const after = (left.get(customer) ?? 0) - 1
    left.set(customer, after)
    if (after > 0) continue
    waiting.delete(customer)
    yield describeCustomer(customer, own, show)
  }
}

function describeCustomer(customer: string, rows: readonly ReportRow[], show: ShowRow): ReportedCustomer {
  const state = rows.reduce((found, { bucket }) => heavier(found, bucket), rows[0]?.bucket ?? 'blank')
  const first = rows.find(({ bucket }) => bucket === state)
  return {
    customer, state, reason: first?.reason ?? null, customerId: first?.customerId ?? null, siteIds: Object.assign({}, ...rows.map(({ siteIds }) => siteIds)) as Record<string, string>,
    attempts: first?.attempts ?? 0, link: first?.link ?? null, rows: rows.map(show),
  }
}

function* othersOf(rows: Iterable<ReportRow>, show: ShowRow): Generator<ReportedRow, void, undefined> {
  for (const row of rows) if (!isNamed(row.customer)) yield show(row)
}

function isNamed(customer: string | null): customer is string {
  return customer !== null && customer !== ''
}

function* renderLines(items: Iterable<unknown>): Generator<string, void, undefined> {
  let isFirst = true
  for (const item of items) {
    yield `${isFirst ? '' : ','}\n    ${JSON.stringify(item)}`
    isFirst = false
  }
  if (!isFirst) yield '\n  '
}
