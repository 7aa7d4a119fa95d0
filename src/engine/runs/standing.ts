import { ok, type Result } from '#core/model/result.ts'
import type { Journal, RunHolder, RunSummary } from '#core/ports-journal.ts'

/**
 * How a run stands for people. running: a living process sends it · interrupted: the process that sent it died · stopped: ended before
 * its end, with a reason · closed: given up for good · finished.
 */
export type Standing = 'running' | 'interrupted' | 'stopped' | 'closed' | 'finished'

export interface RunStanding {
  readonly state: Standing
  /** Who sends it; null when nobody does. */
  readonly holder: RunHolder | null
  /** Customers without a receipt. */
  readonly left: number
  /** Of these, those that were begun: what became of them is looked up first. */
  readonly open: number
}

export function standingOf(journal: Journal, run: RunSummary): Result<RunStanding> {
  const left = run.customers - Object.values(run.counts).reduce((sum, count) => sum + count, 0)
  if (run.state === 'finished') return ok({ state: run.failure === null ? 'finished' : 'closed', holder: null, left, open: 0 })
  const holder = journal.holder(run.id)
  if (!holder.ok) return holder
  const begun = journal.begun(run.id)
  if (!begun.ok) return begun
  const state = holder.value !== null ? 'running' : run.state === 'open' ? 'interrupted' : 'stopped'
  return ok({ state, holder: holder.value, left, open: begun.value.length })
}
