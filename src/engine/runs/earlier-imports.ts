import { ok, type Result } from '#core/model/result.ts'
import type { Journal, RunSummary } from '#core/ports-journal.ts'
import type { Target } from '../target/target.ts'
import { standingOf, type Standing } from './standing.ts'

/** All runs, newest first, and the journal that knows more of each. */
export interface RunsBefore {
  readonly journal: Journal
  readonly runs: readonly RunSummary[]
}

const words: Readonly<Record<Standing, string>> = {
  running: 'is being imported at this moment', interrupted: 'was imported in part', stopped: 'was imported in part', closed: 'was imported in part', finished: 'was imported',
}

/**
 * A sentence for each run that sent the very same file to this server, the newest first: so that "everything is there already" explains
 * itself, and a run that stopped is resumed instead of begun anew.
 */
export function earlierImports({ journal, runs }: RunsBefore, file: { readonly sha256: string }, { api }: Target): Result<readonly string[]> {
  const same = runs.filter((run) => run.fileSha256 === file.sha256 && run.baseUrl === api.baseUrl && run.brand === api.brand)
  const told: string[] = []
  for (const run of same.slice(0, mostTold)) {
    const standing = standingOf(journal, run)
    if (!standing.ok) return standing
    told.push(sentence(run, standing.value))
  }
  if (same.length > mostTold) told.push(`And ${same.length - mostTold} more imports of this file before.`)
  return ok(told)
}

const mostTold = 3

function sentence(run: RunSummary, { state, left }: { readonly state: Standing; readonly left: number }): string {
  const when = `${run.createdAt.slice(0, 10)} ${run.createdAt.slice(11, 16)} UTC`
  const unfinished = (state === 'interrupted' || state === 'stopped') && left > 0
  return `This file ${words[state]}, begun on ${when} as run ${run.id}: ${run.counts.created} of ${run.customers} customers created.${unfinished ? ' Resume that run to send the rest.' : ''}`
}
