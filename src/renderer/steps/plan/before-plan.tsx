import { ProgressBar } from 'react-aria-components'
import { useSession } from '../../app/session.ts'
import type { CountsView, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { LedgerBar } from '../../ui/ledger-bar.tsx'
import { rowParts } from '../ledger-parts.ts'
import { useLookUp } from './use-look-up.ts'

const w = words.plan

/** What there is before a dry run: the rows as the check left them, what the dry run does, and how far it has come. */
export function BeforePlan({ sourceId, counts }: { readonly sourceId: SourceId; readonly counts: CountsView }) {
  const { wizard } = useSession()
  return (
    <div className="plan-view">
      <LedgerBar whole={w.ofRows} total={counts.rows} parts={rowParts(counts)} />
      <section className="plan-before" aria-label={w.before.title}>
        <h2>{w.before.title}</h2>
        <ol>{w.before.does.map((line) => <li key={line}>{line}</li>)}</ol>
        <p><b>{w.before.nothing}</b></p>
        {counts.customersHeld === 0 ? null : <p className="faint">{w.before.held(counts.customersHeld)}</p>}
      </section>
      {wizard.busy === 'planning' ? <LookUpProgress sourceId={sourceId} /> : <p className="faint">{w.outdated}</p>}
    </div>
  )
}

function LookUpProgress({ sourceId }: { readonly sourceId: SourceId }) {
  const lookUp = useLookUp(sourceId)
  const { looked, of } = lookUp ?? { looked: 0, of: 1 }
  const text = lookUp === null ? w.before.looking : w.before.looked(looked, of)
  return (
    <ProgressBar className="look-up" aria-label={words.busy.planning} value={looked} maxValue={Math.max(1, of)} valueLabel={text}>
      {({ percentage = 0 }) => (
        <>
          <span>{text}</span>
          <span className="look-up-track"><span style={{ width: `${percentage}%` }} /></span>
        </>
      )}
    </ProgressBar>
  )
}
