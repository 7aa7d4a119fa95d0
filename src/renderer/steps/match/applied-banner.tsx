import { BookmarkCheck, TriangleAlert } from 'lucide-react'
import type { AppliedMapping } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'

const w = words.match.applied

interface AppliedBannerProps { readonly applied: AppliedMapping; readonly isBusy: boolean; readonly onReset: () => void }

/** Which saved mapping was used, and all that is not as it was then. One press takes it back. */
export function AppliedBanner({ applied, isBusy, onReset }: AppliedBannerProps) {
  const { drift } = applied
  const name = applied.name === null ? w.noName : `“${applied.name}”`
  const hasDrift = drift.length > 0
  return (
    <section className={`applied${hasDrift ? ' has-drift' : ''}`} aria-label={hasDrift ? w.drift : w[applied.fit](name)}>
      {hasDrift ? <TriangleAlert className="icon" aria-hidden /> : <BookmarkCheck className="icon" aria-hidden />}
      <div>
        <p><b>{hasDrift ? w.drifted(name) : w[applied.fit](name)}</b></p>
        {hasDrift ? <ul>{drift.map((each, index) => <li key={index}>{each.text}</li>)}</ul> : null}
      </div>
      <Button size="small" isDisabled={isBusy} onPress={onReset}>{words.match.reset}</Button>
    </section>
  )
}
