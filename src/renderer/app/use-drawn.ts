import { useDeferredValue } from 'react'
import type { Wizard } from '../wizard/wizard-state.ts'
import type { Session } from './session.ts'

/**
 * The session as it is drawn. Another page is drawn in the background, a few milliseconds at a time, and until it is there the one
 * before stays, whole: in one go it would keep the window from answering. Within a page everything shows at once.
 */
export function useDrawn(session: Session): Session {
  const ready = useDeferredValue(session)
  return drawnAs(ready.wizard) === drawnAs(session.wizard) ? session : ready
}

/** Another step, or another file, is another page: nothing of the old one (scroll, open lists) is kept. */
export function pageKey({ step }: Wizard): string {
  return 'work' in step ? `${step.kind}:${step.work.source.sourceId}` : step.kind
}

/** With the end of reading nearly all of its page is drawn again. */
function drawnAs(wizard: Wizard): string {
  return wizard.step.kind === 'check' ? `${pageKey(wizard)}:${wizard.step.work.source.state}` : pageKey(wizard)
}
