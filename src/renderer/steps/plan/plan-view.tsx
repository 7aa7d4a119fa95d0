import { TriangleAlert } from 'lucide-react'
import { formatCount, formatDuration } from '../../app/format.ts'
import type { DryRunView, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { LedgerBar } from '../../ui/ledger-bar.tsx'
import { CustomersPane } from '../customers/customers-pane.tsx'
import { rowParts } from '../ledger-parts.ts'
import { Approval } from './approval.tsx'
import { SinceLast } from './since-last.tsx'

const w = words.plan

/** The page to trust: sums that add up, requests by kind, time, warnings, and the very bytes of any customer. */
export function PlanView({ sourceId, dryRun }: { readonly sourceId: SourceId; readonly dryRun: DryRunView | null }) {
  if (dryRun === null) return <div className="plan-empty"><p>{w.intro}</p><p className="faint">{w.outdated}</p></div>
  const { counts, requests } = dryRun
  return (
    <div className="plan-view">
      <LedgerBar whole={w.ofRows} total={counts.rows} parts={rowParts(counts)} />
      <div className="plan-figures">
        <table className="sum" aria-label={w.requests}>
          <tbody>
            <tr><th scope="row"><code>{w.createCustomer}</code></th><td>{formatCount(requests.createCustomer)}</td></tr>
            <tr><th scope="row"><code>{w.createSite}</code></th><td>{formatCount(requests.createSite)}</td></tr>
          </tbody>
          <tfoot><tr><th scope="row">{w.total}</th><td>{formatCount(requests.createCustomer + requests.createSite)}</td></tr></tfoot>
        </table>
        <dl className="figures">
          <div><dt>{w.customers}</dt><dd>{formatCount(counts.customersReady)} <small>{w.ofCustomers(formatCount(counts.customers))}</small></dd></div>
          <div><dt>{w.time}</dt><dd>{formatDuration(dryRun.estimatedSeconds)} <small>{w.finalLook(formatDuration(dryRun.finalLookSeconds))}</small></dd></div>
        </dl>
      </div>
      <Approval dryRun={dryRun} />
      <Notices dryRun={dryRun} />
      {dryRun.since === null ? null : <SinceLast since={dryRun.since} />}
      <h2>{w.json}</h2>
      <CustomersPane sourceId={sourceId} view="json" onIssue={null} />
    </div>
  )
}

function Notices({ dryRun }: { readonly dryRun: DryRunView }) {
  const held = dryRun.counts.customersHeld
  const lines = [...dryRun.notices, ...(held > 0 ? [w.heldBack(held)] : [])]
  return (
    <section className="notices" aria-label={w.notices}>
      {lines.length === 0
        ? <p className="faint">{w.noNotices}</p>
        : lines.map((line) => <p key={line} className="notice"><TriangleAlert className="icon" aria-hidden />{line}</p>)}
    </section>
  )
}
