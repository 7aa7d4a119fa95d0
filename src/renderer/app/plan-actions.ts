import type { PlanChoice } from '../wizard/wizard-state.ts'
import { ask, type Desk } from './asking.ts'

/** The dry run, and the start that approves it. */
export function planActions(desk: Desk) {
  const { client, now, tell } = desk
  return {
    changeChoice: (choice: PlanChoice) => tell({ kind: 'choice-changed', choice }),
    async dryRun(): Promise<void> {
      const { step } = now()
      if (step.kind !== 'plan') return
      const { sourceId } = step.work.source
      const answer = await ask(desk, 'planning', () => client.run.dryRun({ sourceId, ...step.choice }))
      if (answer !== null) tell({ kind: 'planned', sourceId, dryRun: answer.value })
    },
    async start(confirm: string | null): Promise<void> {
      const { step, busy } = now()
      // A double click is one start; the engine sends a plan once all the same.
      if (step.kind !== 'plan' || step.dryRun === null || busy !== null) return
      const { planHash } = step.dryRun
      const answer = await ask(desk, 'starting', () => client.run.start({ sourceId: step.work.source.sourceId, planHash, confirm }))
      if (answer === null) return
      const { runId, notices } = answer.value
      tell({ kind: 'run-entered', run: { runId, file: step.work.source.file }, notices })
    },
  }
}
