import type { StepName } from '../wizard/wizard-state.ts'
import type { Desk } from './asking.ts'
import { fileActions } from './file-actions.ts'
import { mappingActions } from './mapping-actions.ts'
import { planActions } from './plan-actions.ts'
import { rowActions } from './row-actions.ts'
import { runActions } from './run-actions.ts'
import { targetActions } from './target-actions.ts'

export type Actions = ReturnType<typeof makeActions>

/** Everything an operator can do, as functions that ask the engine and tell the wizard. */
export function makeActions(desk: Desk) {
  return {
    ...fileActions(desk),
    ...mappingActions(desk),
    ...rowActions(desk),
    ...planActions(desk),
    ...runActions(desk),
    ...targetActions(desk),
    enterPlan: () => desk.tell({ kind: 'plan-entered' }),
    goBack: (to: StepName) => desk.tell({ kind: 'went-back', to }),
    dismissProblem: () => desk.tell({ kind: 'problem-dismissed' }),
  }
}
