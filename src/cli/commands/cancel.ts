import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { fail, ok, type Result } from '#core/model/result.ts'
import { soundRuns, type Journal, type RunHolder, type RunSummary } from '#core/ports-journal.ts'
import { closeRun } from '#engine/runs/close-run.ts'
import { reportOf } from '#engine/runs/run-report.ts'
import { standingOf, type Standing } from '#engine/runs/standing.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { printSummary } from '../finish-run.ts'
import { followRun, progressPrinter } from '../follow-run.ts'
import { count, printJson, refuse, say } from '../output.ts'
import { withJournal, withJson } from '../run-commands.ts'
import type { Shell } from '../shell.ts'
import { openTarget, withTargetOptions, type OpenTarget, type TargetOptions } from '../target-options.ts'

interface CancelOptions extends TargetOptions {
  readonly json?: boolean
  readonly offline?: boolean
}

export function cancelCommand(program: Command, shell: Shell): void {
  withJson(withTargetOptions(program.command('cancel').argument('[run]').description('stop a run that is going on, wherever; give one up for good that is not')))
    .option('--offline', 'give up without asking the server: what is open is reported as unknown')
    .action(async (run: string | undefined, options: CancelOptions) => shell.setExit(await withJournal(options.json === true, (journal) => cancel(journal, { run, options }, shell))))
}

async function cancel(journal: Journal, { run: id, options }: { run: string | undefined; options: CancelOptions }, shell: Shell): Promise<ExitCode> {
  const json = options.json === true
  const run = findUnfinished(journal, id)
  if (!run.ok) return refuse(run.failure, json)
  const holder = journal.holder(run.value.id)
  if (!holder.ok) return refuse(holder.failure, json)
  return holder.value === null ? giveUp(journal, { run: run.value, options }, shell) : stop(journal, { run: run.value, holder: holder.value }, json)
}

/** The one that is going on; else the only one that has not ended. Nobody is to give up a run that was not meant. */
function findUnfinished(journal: Journal, id: string | undefined): Result<RunSummary> {
  if (id !== undefined) return journal.run(id)
  const listed = journal.listed()
  if (!listed.ok) return listed
  const unfinished = soundRuns(listed.value).filter(({ state }) => state !== 'finished')
  const running = unfinished.filter((run) => {
    const holder = journal.holder(run.id)
    return holder.ok && holder.value !== null
  })
  const [only, another] = running.length > 0 ? running : unfinished
  if (only === undefined) return fail('no-such-run', 'There is no run that could be cancelled. `onboarder status` lists them all.')
  return another === undefined ? ok(only) : fail('bad-usage', 'Several runs could be meant. Name one: `onboarder status` lists them.')
}

const lookMs = 250

/** Asks the process that sends it, and waits until it has: it completes the customers it has begun, and settles what is open. */
async function stop(journal: Journal, { run, holder }: { run: RunSummary; holder: RunHolder }, json: boolean): Promise<ExitCode> {
  const asked = journal.wish(run.id, { kind: 'stop' })
  if (!asked.ok) return refuse(asked.failure, json)
  say(`Asked the ${holder.shell} (process ${holder.pid}) to stop run ${run.id}. Waiting until it has.`)
  for (;;) {
    const now = journal.holder(run.id)
    if (!now.ok) return refuse(now.failure, json)
    // Another process may have gone on with it at once: then the one that was asked has stopped all the same.
    if (now.value === null || now.value.pid !== holder.pid || now.value.since !== holder.since) return told(journal, run.id, json)
    await wait(lookMs)
  }
}

async function giveUp(journal: Journal, { run, options }: { run: RunSummary; options: CancelOptions }, shell: Shell): Promise<ExitCode> {
  const json = options.json === true
  const open = journal.begun(run.id)
  if (!open.ok) return refuse(open.failure, json)
  // The server of a practice run ended with it: there is nobody to ask.
  const isAsked = open.value.length > 0 && options.offline !== true && !run.practice
  if (isAsked) say(`What became of ${count(open.value.length, 'customer')} is looked up first. (--offline leaves that out, and reports them as unknown.)`)
  const { baseUrl, brand, username } = run
  const target: Result<OpenTarget | null> = isAsked ? await openTarget({ target: baseUrl, brand, user: username, ...options, practice: false }, shell.programs) : ok(null)
  if (!target.ok) return refuse(target.failure, json)
  try {
    const active = closeRun(journal, { id: run.id, target: target.value?.target ?? null }, progressPrinter())
    if (!active.ok) return refuse(active.failure, json)
    const end = await followRun(active.value)
    return end.kind === 'finished' ? told(journal, run.id, json) : refuse(end.failure, json)
  } finally {
    target.value?.close()
  }
}

const said: Readonly<Record<Standing, (id: string) => string>> = {
  running: (id) => `Run ${id} is going on again: another process has taken it.`,
  interrupted: (id) => `The process that sent run ${id} has ended. Go on with: onboarder resume ${id}\nGive it up for good with: onboarder cancel ${id}`,
  stopped: (id) => `Run ${id} has stopped. Go on with: onboarder resume ${id}\nGive it up for good with: onboarder cancel ${id}`,
  closed: (id) => `Run ${id} is given up for good. Its report: onboarder report ${id}`,
  finished: (id) => `Run ${id} had come to its end. Its report: onboarder report ${id}`,
}

/** How the run stands after it. Exit 1 where something that was sent is not as it should be. */
function told(journal: Journal, id: string, json: boolean): ExitCode {
  const report = reportOf(journal, id)
  if (!report.ok) return refuse(report.failure, json)
  const run = journal.run(id)
  if (!run.ok) return refuse(run.failure, json)
  const standing = standingOf(journal, run.value)
  if (!standing.ok) return refuse(standing.failure, json)
  const { state } = standing.value
  const { unknown, duplicate, incomplete } = run.value.counts
  const exitCode = state === 'closed' && unknown + duplicate + incomplete > 0 ? exitCodes.withIssues : exitCodes.well
  if (json) printJson({ runId: id, state, failure: run.value.failure, exitCode, summary: report.value.summary })
  else printSummary(report.value)
  say(said[state](id))
  return exitCode
}
