import { ShieldCheck } from 'lucide-react'
import { useSession } from '../../app/session.ts'
import type { DryRunView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'

const w = words.plan

/** What the button stands for: so many customers, into this server, as this user, by exactly this plan. */
export function Approval({ dryRun }: { readonly dryRun: DryRunView }) {
  const { target } = useSession().wizard
  if (target === null || dryRun.counts.customersReady === 0) return null
  const isLive = target.kind === 'live'
  return (
    <section className="approval" aria-label={w.approve}>
      <ShieldCheck className="icon" aria-hidden />
      <dl>
        <div><dt>{w.into}</dt><dd>{target.label}{isLive && target.baseUrl !== target.label ? <code>{target.baseUrl}</code> : null}</dd></div>
        {isLive ? <div><dt>{w.brand}</dt><dd>{target.brand}</dd></div> : null}
        {isLive ? <div><dt>{w.user}</dt><dd>{target.user}</dd></div> : null}
      </dl>
      <p className="faint">{w.approveHelp} {w.hash} <code title={dryRun.planHash}>{dryRun.planHash.slice(0, 12)}</code>, {w.hashHelp}</p>
    </section>
  )
}
