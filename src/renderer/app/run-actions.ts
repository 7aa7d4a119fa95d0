import type { Pace, RunFacts } from '../wizard/wizard-state.ts'
import { ask, askQuietly, type Desk } from './asking.ts'

/** The import and its report, and imports of earlier days. */
export function runActions(desk: Desk) {
  const { client, now, tell } = desk
  const running = (): RunFacts | null => {
    const { step } = now()
    return step.kind === 'import' ? step.run : null
  }
  const watch = ({ runId, file }: RunFacts): void => tell({ kind: 'run-entered', run: { runId, file }, notices: [] })
  return {
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
      if (run !== null) await askQuietly(desk, () => client.run.setPace({ runId: run.runId, ...pace }))
    },
    async resume(run: RunFacts): Promise<void> {
      const done = await ask(desk, 'starting', () => client.run.resume({ runId: run.runId }))
      if (done !== null) watch(run)
    },
    /** Gives it up for good; what is open is looked up first, which is followed like an import. */
    async close(run: RunFacts): Promise<void> {
      const done = await ask(desk, 'starting', () => client.run.close({ runId: run.runId }))
      if (done !== null) watch(run)
    },
    /** Of another process, which hears it within a second. */
    async stopElsewhere({ runId }: RunFacts): Promise<void> {
      await askQuietly(desk, () => client.run.cancel({ runId }))
    },
    /** Deletes all that is kept of a run that has ended. */
    async forget({ runId }: Pick<RunFacts, 'runId'>): Promise<void> {
      if ((await ask(desk, 'loading', () => client.run.forget({ runId }))) !== null) tell({ kind: 'runs-changed' })
    },
    watch,
    openReport: ({ runId, file }: RunFacts) => tell({ kind: 'report-entered', run: { runId, file } }),
    /** `result`: the operator's rows with what became of them · `fix`: the workbook of what is left to mend. */
    async saveReport(run: RunFacts, what: 'result' | 'fix'): Promise<boolean> {
      const suggestedName = `${run.file.replace(/\.[^.]+$/, '')}-${what === 'fix' ? 'to-fix' : 'result'}.xlsx`
      const place = await ask(desk, 'saving', () => client.files.chooseSave({ suggestedName, kind: what === 'fix' ? 'fix' : 'report' }))
      if (place === null) return false
      const { value } = place
      const isSaved = value !== null && (await ask(desk, 'saving', () => client.report.save({ runId: run.runId, token: value.token, what }))) !== null
      if (isSaved || value === null) tell({ kind: 'answered' })
      return isSaved
    },
  }
}
