import type { z } from 'zod'
import { lineOf } from '#core/mend/history-path.ts'
import type { HistoryView } from '#shared/ipc/mend-schemas.ts'
import { stepText } from '#shared/wording/fixes.ts'
import type { Session } from '../session/session.ts'

/** Everything that was ever done to the file, in the order in which it was done, with where the file is now. */
export function historyView(session: Session): z.input<typeof HistoryView> {
  const { history } = session
  if (history === null) return { undo: null, redo: null, isKept: false, lines: [] }
  const steps = history.steps()
  const current = history.current()
  const done = new Set(lineOf(history.parents(), current))
  const ahead = new Set(history.ahead())
  const stateOf = (id: number): 'current' | 'done' | 'undone' | 'aside' => (id === current ? 'current' : done.has(id) ? 'done' : ahead.has(id) ? 'undone' : 'aside')
  return { ...nextSteps(session), isKept: history.isKept, lines: steps.map((step) => ({ id: step.id, at: step.at, ...stepText(step), state: stateOf(step.id) })) }
}

/** The step that going back takes back, and the one that going forth does again; null when there is none. */
export function nextSteps({ history }: Session): { undo: string | null; redo: string | null } {
  const label = (id: number | undefined): string | null => {
    const step = id === undefined ? null : (history?.step(id) ?? null)
    return step === null ? null : stepText(step).label
  }
  return { undo: label(history?.current()), redo: label(history?.ahead()[0]) }
}
