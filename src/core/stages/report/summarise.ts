import type { UnitReceipt } from '#core/model/receipt.ts'
import type { ReportBucket, ReportIssue, ReportRow, ReportSummary } from '#core/model/report.ts'
import { reportBuckets } from '#core/model/report.ts'

const noneInAny: Readonly<Record<ReportBucket, number>> = {
  created: 0, existing: 0, rejected: 0, incomplete: 0, unknown: 0, duplicate: 0, 'not-sent': 0, held: 0, excluded: 0, blank: 0,
}

/** A customer some of whose rows were left out counts where the rest of it went: what was left out or blank says least. */
const weight: Readonly<Record<ReportBucket, number>> = {
  ...noneInAny, blank: 3, excluded: 2, held: 1,
}

/** Counts rows and customers by bucket and adds up what the receipts say. Throws when the sums disagree: that is a bug of ours. */
export function summarise(rows: readonly ReportRow[], receipts: readonly UnitReceipt[], issues: readonly ReportIssue[]): ReportSummary {
  const customers = bucketOfCustomers(rows)
  const rowsByBucket = countBuckets(rows.map((row) => row.bucket))
  const customersByBucket = countBuckets([...customers.values()])
  const stray = receipts.find((receipt) => customers.get(receipt.customer) !== receipt.outcome)
  if (stray !== undefined) throw new Error('A receipt has no rows in the bucket of its outcome')
  if (new Set(receipts.map((receipt) => receipt.customer)).size !== receipts.length) throw new Error('Two receipts for one customer')
  const sumsAgree = sum(rowsByBucket) === rows.length && sum(customersByBucket) === customers.size
  if (!sumsAgree) throw new Error('The sums of the report do not agree')
  const bySeverity = (severity: string): number => issues.filter((issue) => issue.severity === severity).length
  return {
    rows: rows.length,
    rowsByBucket,
    customers: customers.size,
    customersByBucket,
    sitesCreated: receipts.filter(({ outcome }) => outcome !== 'existing').reduce((total, { siteIds }) => total + Object.keys(siteIds).length, 0),
    attempts: receipts.reduce((total, { attempts }) => total + attempts, 0),
    errors: bySeverity('error'),
    warnings: bySeverity('warning'),
    infos: bySeverity('info'),
    sumsAgree,
  }
}

function bucketOfCustomers(rows: readonly ReportRow[]): ReadonlyMap<string, ReportBucket> {
  const buckets = new Map<string, ReportBucket>()
  for (const { customer, bucket } of rows) {
    if (customer === null || customer === '') continue
    const known = buckets.get(customer)
    if (known === undefined || weight[bucket] < weight[known]) buckets.set(customer, bucket)
  }
  return buckets
}

function countBuckets(buckets: readonly ReportBucket[]): Readonly<Record<ReportBucket, number>> {
  const counts = { ...noneInAny }
  for (const bucket of buckets) counts[bucket] += 1
  return counts
}

function sum(counts: Readonly<Record<ReportBucket, number>>): number {
  return reportBuckets.reduce((total, bucket) => total + counts[bucket], 0)
}
