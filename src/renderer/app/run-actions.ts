import type { Pace, PlanChoice, RunFacts } from '../wizard/wizard-state.ts'
import { defaultChoice } from '../wizard/wizard-state.ts'
import { ask, askQuietly, type Desk } from './asking.ts'
import type { RunSummary } from './views.ts'

/** The dry run, the import, its report. */
export function runActions(desk: Desk) {
  const { client, now, tell } = desk
  const running = (): RunFacts | null => {
    const { step } = now()
    return step.kind === 'import' ? step.run : null
  }
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
      const { step } = now()
      if (step.kind !== 'plan' || step.dryRun === null) return
      const { planHash } = step.dryRun
      const answer = await ask(desk, 'starting', () => client.run.start({ sourceId: step.work.source.sourceId, planHash, confirm }))
      if (answer === null) return
      const { requestsPerSecond, lanes } = step.choice
      tell({ kind: 'run-entered', run: { runId: answer.value.runId, file: step.work.source.file, pace: { requestsPerSecond, lanes } } })
    },
    async pause(): Promise<void> {
      const run = running()
      if (run !== null) await askQuietly(desk, () => client.run.pause({ runId: run.runId }))
    },
    async goOn(): Promise<void> {
      const run = running()
      if (run !== null) await askQuietly(desk, () => client.run.goOn({ runId: run.runId }))
    },
    async cancel(): Promise<void> {
      const run = running()
      if (run !== null) await askQuietly(desk, () => client.run.cancel({ runId: run.runId }))
    },
    async setPace(pace: Pace): Promise<void> {
      const run = running()
      if (run === null) return
      const done = await askQuietly(desk, () => client.run.setPace({ runId: run.runId, ...pace }))
      if (done !== null) tell({ kind: 'pace-changed', pace })
    },
    async resume(summary: Pick<RunSummary, 'runId' | 'file'>): Promise<void> {
      const done = await ask(desk, 'starting', () => client.run.resume({ runId: summary.runId }))
      if (done !== null) tell({ kind: 'run-entered', run: factsOf(summary) })
    },
    watch: (summary: Pick<RunSummary, 'runId' | 'file'>) => tell({ kind: 'run-entered', run: factsOf(summary) }),
    openReport: (summary: Pick<RunSummary, 'runId' | 'file'>) => tell({ kind: 'report-entered', run: factsOf(summary) }),
    async saveReport(run: RunFacts): Promise<boolean> {
      const place = await ask(desk, 'saving', () => client.files.chooseSave({ suggestedName: `${run.file.replace(/\.[^.]+$/, '')}-report.xlsx`, kind: 'report' }))
      if (place === null) return false
      const { value } = place
      const isSaved = value !== null && (await ask(desk, 'saving', () => client.report.save({ runId: run.runId, token: value.token }))) !== null
      if (isSaved || value === null) tell({ kind: 'answered' })
      return isSaved
    },
  }
}

function factsOf(summary: Pick<RunSummary, 'runId' | 'file'>): RunFacts {
  const { requestsPerSecond, lanes } = defaultChoice
  return { runId: summary.runId, file: summary.file, pace: { requestsPerSecond, lanes } }
}
