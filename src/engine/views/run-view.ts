import type { z } from 'zod'
import { ok, type Result } from '#core/model/result.ts'
import type { DamagedRun, Journal, RunSummary } from '#core/ports-journal.ts'
import { RunId, type DamagedRun as DamagedRunView, type RunSummary as RunSummaryView } from '#shared/ipc/schemas.ts'
import { standingOf, type RunStanding } from '../runs/standing.ts'

interface Onlooker {
  /** Whether the run is sent by the process that asks. */
  readonly isHere: boolean
  /** Address of the practice server at hand; null when none is. */
  readonly practiceUrl: string | null
}

export function runView(journal: Journal, run: RunSummary, onlooker: Onlooker): Result<z.input<typeof RunSummaryView>> {
  const standing = standingOf(journal, run)
  if (!standing.ok) return standing
  const { state, holder, left, open } = standing.value
  return ok({
    runId: RunId.parse(run.id), startedAt: run.createdAt, file: run.fileName, target: run.practice ? 'Practice server' : run.baseUrl, user: run.username,
    state, customers: run.customers, created: run.counts.created, left, open, resumable: isResumable(run, state, onlooker.practiceUrl),
    sender: holder === null ? null : onlooker.isHere ? 'here' : holder.shell,
  })
}

export function damagedView({ id, fileName, createdAt, hasEnded, says }: DamagedRun): z.input<typeof DamagedRunView> {
  return { runId: RunId.parse(id), file: fileName, startedAt: createdAt, hasEnded, says }
}

/** A practice server forgets everything when its program ends: its runs can be gone on with only while it lives. */
function isResumable(run: RunSummary, state: RunStanding['state'], practiceUrl: string | null): boolean {
  return (state === 'interrupted' || state === 'stopped') && (!run.practice || run.baseUrl === practiceUrl)
}
