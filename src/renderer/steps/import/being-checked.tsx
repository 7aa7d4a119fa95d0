import { formatDuration } from '../../app/format.ts'
import type { RunProgress } from '../../app/views.ts'
import { words } from '../../app/wording.ts'

const w = words.import

/** Customers sent without a clear answer: why, and when each is looked up. */
export function BeingChecked({ progress }: { readonly progress: RunProgress | null }) {
  const checks = progress?.checks ?? []
  const more = (progress?.checking ?? 0) - checks.length
  return (
    <section className="list-panel" aria-label={w.checks}>
      <h2>{w.checks}</h2>
      {checks.length === 0 ? <p className="list-none faint">{w.noChecks}</p> : (
        <ul tabIndex={0}>
          {checks.map(({ customer, reason, seconds }, index) => (
            <li key={index} className="is-check"><span><b>{customer}</b>: {reason}</span><span className="check-when">{seconds === 0 ? w.lookNow : w.lookIn(formatDuration(seconds))}</span></li>
          ))}
          {more <= 0 ? null : <li className="faint">{w.moreChecks(more)}</li>}
        </ul>
      )}
    </section>
  )
}
