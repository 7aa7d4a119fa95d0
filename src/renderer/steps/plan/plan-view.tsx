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
export function PlanView({ sourceId, dryRun }: { readonly sourceId: SourceId; readonly dryRun: DryRunView }) {
  const { counts, requests: { createCustomer, createSite } } = dryRun
  return (
    <div className="plan-view">
      <LedgerBar whole={w.ofRows} total={counts.rows} parts={rowParts(counts)} />
      <dl className="figures">
        <div><dt>{w.customers}</dt><dd>{formatCount(counts.customersReady)} <small>{w.ofCustomers(formatCount(counts.customers))}</small></dd></div>
        <div><dt>{w.requests}</dt><dd>{formatCount(createCustomer + createSite)} <small>{w.byKind(createCustomer, createSite)}</small></dd></div>
        <div><dt>{w.time}</dt><dd>{formatDuration(dryRun.estimatedSeconds)} <small>{w.finalLook(formatDuration(dryRun.finalLookSeconds))}</small></dd></div>
      </dl>
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
