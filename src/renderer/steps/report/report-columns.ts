import type { ReportBucket, ReportLine, ReportView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { reportOrder as buckets } from '../ledger-parts.ts'
import type { GridColumn } from '../../ui/grid/grid-types.ts'

const titles = words.report.columns

export interface ReportColumn extends GridColumn { readonly textOf: (line: ReportLine) => string }

const outcome: ReportColumn = { key: 'outcome', title: titles.outcome, width: 110, textOf: (line) => words.buckets[line.bucket] }
const customer: ReportColumn = { key: 'customer', title: titles.customer, width: 130, textOf: (line) => line.customer ?? '' }
const reason: ReportColumn = { key: 'reason', title: titles.reason, width: 0, textOf: (line) => line.reason }
const ids: readonly ReportColumn[] = [
  { key: 'id', title: titles.id, width: 120, textOf: (line) => line.customerId ?? '' },
  { key: 'sites', title: titles.sites, width: 220, textOf: (line) => line.siteIds },
]
const sheet: ReportColumn = { key: 'sheet', title: titles.sheet, width: 120, textOf: (line) => line.sheet ?? '' }

/** Rows of these may have ids of the server. */
const there: readonly ReportBucket[] = ['created', 'existing', 'incomplete', 'unknown', 'duplicate']
/** The number of the row, and the bar for scrolling. */
const beside = 84 + 14
const leastReason = 440

interface Shown { readonly bucket: ReportBucket | undefined; readonly width: number }

/** Columns that can hold something for the rows that are listed; the reason has all the room that the others leave. */
export function reportColumns({ rowsByBucket, sheets }: Pick<ReportView, 'rowsByBucket' | 'sheets'>, { bucket, width }: Shown): readonly ReportColumn[] {
  const hasIds = bucket === undefined ? there.some((one) => rowsByBucket[one] > 0) : there.includes(bucket)
  const others = [...(hasIds ? ids : []), ...(sheets > 1 ? [sheet] : [])]
  const room = width - beside - sum([outcome, customer])
  const left = room - sum(others)
  // What was created needs no reason as a rule: its ids are what is looked for.
  const isPlain = bucket === undefined ? buckets.every((one) => one === 'created' || rowsByBucket[one] === 0) : bucket === 'created'
  if (isPlain) return [outcome, customer, ...others, { ...reason, width: Math.max(leastReason, left) }]
  // Where the others leave too little, they stand past the edge: the reason is what is read.
  return [outcome, customer, { ...reason, width: Math.max(leastReason, left >= leastReason ? left : room) }, ...others]
}

function sum(columns: readonly ReportColumn[]): number {
  return columns.reduce((all, { width }) => all + width, 0)
}
