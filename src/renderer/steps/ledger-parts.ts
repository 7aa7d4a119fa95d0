import type { Bucket, CountsView, ReportBucket, ReportView } from '../app/views.ts'
import { words } from '../app/wording.ts'
import type { LedgerPart } from '../ui/ledger-bar.tsx'

const rowOrder: readonly Bucket[] = ['ready', 'existing', 'held', 'excluded', 'blank']
export const reportOrder: readonly ReportBucket[] = ['created', 'existing', 'rejected', 'incomplete', 'unknown', 'duplicate', 'not-sent', 'held', 'excluded', 'blank']

/** Rows by what will become of them, in the order of the bar. */
export function rowParts(counts: CountsView): readonly LedgerPart[] {
  return rowOrder.map((key) => ({ key, label: words.buckets[key], count: counts.rowsByBucket[key], tone: key }))
}

export function reportParts(report: ReportView): readonly LedgerPart[] {
  return reportOrder.map((key) => ({ key, label: words.buckets[key], count: report.rowsByBucket[key], tone: key }))
}
