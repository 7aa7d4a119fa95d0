import type { Command } from 'commander'
import { ok, type Result } from '#core/model/result.ts'
import { describeFinalLook, finalLookOf } from '#core/model/final-look.ts'
import type { FinalLook } from '#core/model/report.ts'
import { damagedRuns, soundRuns, type DamagedRun, type Journal, type ListedRun, type RunHolder, type RunSummary } from '#core/ports-journal.ts'
import { standingOf, type RunStanding } from '#engine/runs/standing.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { plain, print, printJson, refuse, say } from '../output.ts'
import { withReadableJournal, withJson } from '../run-commands.ts'
import type { SetExit } from '../set-exit.ts'

interface StatusOptions {
  readonly json?: boolean
}

export function statusCommand(program: Command, setExit: SetExit): void {
  withJson(program.command('status').argument('[run]').description('list the runs, or say how one stands and what can be done with it'))
    .action(async (run: string | undefined, options: StatusOptions) => setExit(await withReadableJournal(options.json === true, (journal) => status(journal, run, options))))
}

interface Told extends RunStanding {
  readonly run: RunSummary
  readonly finalLook: FinalLook | null
}

function status(journal: Journal, id: string | undefined, options: StatusOptions): ExitCode {
  const json = options.json === true
  const listed = id === undefined ? journal.listed() : single(journal.run(id))
  if (!listed.ok) return refuse(listed.failure, json)
  const told = tell(journal, soundRuns(listed.value))
  if (!told.ok) return refuse(told.failure, json)
  const damaged = damagedRuns(listed.value)
  if (json) printJson({ runs: told.value.map(statusJson), damaged: damaged.map(damagedJson) })
  else if (listed.value.length === 0) say('No runs yet.')
  else printAll(told.value, damaged)
  return damaged.length === 0 ? exitCodes.well : exitCodes.withIssues
}

function printAll(told: readonly Told[], damaged: readonly DamagedRun[]): void {
  for (const each of told) printRun(each)
  for (const { id, fileName, createdAt, says } of damaged) print(`${plain(id)}  ${createdAt ?? 'time unknown'}  damaged  ${plain(fileName)}\n    ${plain(says)}`)
}

function damagedJson({ id, fileName, createdAt, hasEnded, says }: DamagedRun): object {
  return { runId: id, startedAt: createdAt, file: fileName, says, next: hasEnded ? ['forget'] : [] }
}

function tell(journal: Journal, runs: readonly RunSummary[]): Result<readonly Told[]> {
  const told: Told[] = []
  for (const run of runs) {
    const standing = standingOf(journal, run)
    if (!standing.ok) return standing
    const finalLook = lookOf(journal, run)
    if (!finalLook.ok) return finalLook
    told.push({ run, finalLook: finalLook.value, ...standing.value })
  }
  return ok(told)
}

/** The receipts of a run are read only where some of them are to be named. */
function lookOf(journal: Journal, { id, audit, counts }: RunSummary): Result<FinalLook | null> {
  if (audit === null) return ok(null)
  const receipts = counts.duplicate === 0 ? ok([]) : journal.receipts(id)
  return receipts.ok ? ok(finalLookOf(audit, receipts.value)) : receipts
}

function single(run: Result<RunSummary>): Result<readonly ListedRun[]> {
  return run.ok ? ok([{ kind: 'sound', run: run.value }]) : run
}

/** Commands that do something with the run as it stands. */
function nextSteps({ run, state }: Told): readonly string[] {
  switch (state) {
    case 'running': return ['cancel', 'pace']
    case 'interrupted': case 'stopped': return run.practice ? ['cancel', 'report'] : ['resume', 'cancel', 'report']
    case 'closed': case 'finished': return ['report']
    default: return state satisfies never
  }
}

function statusJson(told: Told): object {
  const { run, state, holder, left, open, finalLook } = told
  const next = nextSteps(told)
  return {
    runId: run.id, startedAt: run.createdAt, finishedAt: run.finishedAt, file: run.fileName, target: run.practice ? 'Practice server' : run.baseUrl, brand: run.brand,
    user: run.username, state, holder, customers: run.customers, created: run.counts.created, counts: run.counts, left, open, resumable: next.includes('resume'), next,
    pace: run.pace, planHash: run.planHash, failure: run.failure, finalLook,
  }
}

function printRun(told: Told): void {
  const { run, state, holder, left, open, finalLook } = told
  print(`${run.id}  ${run.createdAt}  ${state.padEnd(11)}  ${run.counts.created}/${run.customers} created  ${plain(run.fileName)}  ${run.practice ? 'practice' : run.baseUrl}`)
  if (holder !== null) print(`    sent by the ${shellName(holder)}, since ${holder.since}, at most ${run.pace.requestsPerSecond} requests/s on ${run.pace.lanes} lanes`)
  if (run.failure !== null) print(`    ${plain(run.failure.message)}`)
  if (finalLook !== null) for (const sentence of describeFinalLook(finalLook)) print(`    Final look: ${plain(sentence)}`)
  if (state !== 'finished' && state !== 'closed') print(`    ${left} left${open === 0 ? '' : `, ${open} of them sent and not settled`}; next: ${nextSteps(told).map((step) => `onboarder ${step} ${run.id}`).join(', ')}`)
}

function shellName({ shell, pid, host }: RunHolder): string {
  return `${shell} (process ${pid} on ${plain(host)})`
}
