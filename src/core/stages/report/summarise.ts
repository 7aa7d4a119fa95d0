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

/**
 * Counts rows and customers by bucket and adds up what the receipts say, in one pass over the rows. Throws when the sums
 * disagree: that is a bug of ours.
 */
export function summarise(rows: Iterable<ReportRow>, receipts: readonly UnitReceipt[], issues: readonly ReportIssue[]): ReportSummary {
  const customers = new Map<string, ReportBucket>()
  const counts = { ...noneInAny }
  let total = 0
  for (const { customer, bucket } of rows) {
    total += 1
    counts[bucket] += 1
    if (customer === null || customer === '') continue
    customers.set(customer, heavier(customers.get(customer) ?? bucket, bucket))
  }
  const customersByBucket = countBuckets([...customers.values()])
  const stray = receipts.find((receipt) => customers.get(receipt.customer) !== receipt.outcome)
  if (stray !== undefined) throw new Error('A receipt has no rows in the bucket of its outcome')
  if (new Set(receipts.map((receipt) => receipt.customer)).size !== receipts.length) throw new Error('Two receipts for one customer')
  const sumsAgree = sum(counts) === total && sum(customersByBucket) === customers.size
  if (!sumsAgree) throw new Error('The sums of the report do not agree')
  const bySeverity = (severity: string): number => issues.filter((issue) => issue.severity === severity).length
  return {
    rows: total,
    rowsByBucket: counts,
    customers: customers.size,
    customersByBucket,
    sitesCreated: receipts.filter(({ outcome }) => outcome !== 'existing').reduce((sites, { siteIds }) => sites + Object.keys(siteIds).length, 0),
    attempts: receipts.reduce((requests, { attempts }) => requests + attempts, 0),
    errors: bySeverity('error'),
    warnings: bySeverity('warning'),
    infos: bySeverity('info'),
    sumsAgree,
  }
}

/** Where a customer counts that has rows in both: the one that says more. */
export function heavier(one: ReportBucket, other: ReportBucket): ReportBucket {
  return weight[other] < weight[one] ? other : one
}

function countBuckets(buckets: readonly ReportBucket[]): Readonly<Record<ReportBucket, number>> {
  const counts = { ...noneInAny }
  for (const bucket of buckets) counts[bucket] += 1
  return counts
}

function sum(counts: Readonly<Record<ReportBucket, number>>): number {
  return reportBuckets.reduce((total, bucket) => total + counts[bucket], 0)
}
