import { formatDuration } from '../../app/format.ts'
import type { RunProgress } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { ListPanel } from '../../ui/list-panel.tsx'

const w = words.import

/** Customers sent without a clear answer: why, and when each is looked up. */
export function BeingChecked({ progress }: { readonly progress: RunProgress | null }) {
  const checks = progress?.checks ?? []
  const more = (progress?.checking ?? 0) - checks.length
  const lines = checks.map(({ customer, reason, seconds }, index) => (
    <li key={index} className="is-check"><span><b>{customer}</b>: {reason}</span><span className="check-when">{seconds === 0 ? w.lookNow : w.lookIn(formatDuration(seconds))}</span></li>
  ))
  return <ListPanel title={w.checks} none={w.noChecks}>{checks.length > 0 && more > 0 ? [...lines, <li key="more" className="faint">{w.moreChecks(more)}</li>] : lines}</ListPanel>
}
