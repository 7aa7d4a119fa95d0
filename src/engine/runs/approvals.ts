import { fail, ok, type Result } from '#core/model/result.ts'
import type { RunPace } from '#core/ports-journal.ts'
import type { Session } from '../session/session.ts'
import type { Target } from '../target/target.ts'

/** What a dry run showed: the plan, where it would go, at which pace. */
export interface Shown {
  readonly planHash: string
  readonly target: Target
  readonly pace: RunPace
}

/** A dry run may be approved once: a second start, a double click or a replayed message finds nothing to approve. */
export interface Approvals {
  shown(session: Session, shown: Shown): void
  /** Takes it. It must be the plan that was shown, and the target it was shown for. */
  take(session: Session, now: { readonly planHash: string; readonly target: Target }): Result<Shown>
  /** Nothing came of it: it may be approved once more. */
  giveBack(session: Session, shown: Shown): void
}

export function makeApprovals(): Approvals {
  const open = new WeakMap<Session, Shown>()
  return {
    shown: (session, shown) => void open.set(session, shown),
    giveBack: (session, shown) => void open.set(session, shown),
    take(session, { planHash, target }) {
      const shown = open.get(session)
      if (shown === undefined) return fail('not-confirmed', 'Run the dry run first and look at its plan; a plan is sent once. Nothing has been sent by this.')
      if (shown.target !== target) return fail('plan-changed', 'The dry run was made for another server. Run it again for this one. Nothing has been sent.')
      if (shown.planHash !== planHash) return fail('plan-changed', 'This is not the plan that the dry run showed. Run the dry run again and look at the new plan. Nothing has been sent.')
      open.delete(session)
      return ok(shown)
    },
  }
}
