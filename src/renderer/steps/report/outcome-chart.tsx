import { formatCount } from '../../app/format.ts'
import type { ReportView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { reportOrder } from '../ledger-parts.ts'

const w = words.report

/** How many customers ended how: a bar each, as long as its share of all, and the same in figures. */
export function OutcomeChart({ customers }: Pick<ReportView, 'customers'>) {
  const shown = reportOrder.filter((bucket) => customers[bucket] > 0)
  const total = shown.reduce((sum, bucket) => sum + customers[bucket], 0)
  if (shown.length === 0) return null
  return (
    <figure className="outcome-chart">
      <figcaption>{w.chart}</figcaption>
      <ul>
        {shown.map((bucket) => (
          <li key={bucket}>
            <span className="outcome-name">{words.buckets[bucket]}</span>
            <span className="outcome-track" aria-hidden><span className={`outcome-bar tone-${bucket}`} style={{ width: `${(customers[bucket] / total) * 100}%` }} /></span>
            <b>{formatCount(customers[bucket])}</b>
            <span className="faint">{w.share(customers[bucket], total)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
