import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { fail, type Failure } from '#core/model/result.ts'
import type { Journal, RunPace } from '#core/ports-journal.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { print, printJson, refuse } from '../output.ts'
import { paceOf, withPaceOptions, type PaceOptions } from '../pace-options.ts'
import { findRun, withJournal, withJson } from '../run-commands.ts'
import type { SetExit } from '../set-exit.ts'

interface Options extends PaceOptions {
  readonly json?: boolean
}

export function paceCommand(program: Command, setExit: SetExit): void {
  withJson(withPaceOptions(program.command('pace').argument('[run]').description('change how fast a run that is going on sends'), false))
    .action(async (run: string | undefined, options: Options) => setExit(await withJournal(options.json === true, (journal) => changePace(journal, run, options))))
}

async function changePace(journal: Journal, id: string | undefined, options: Options): Promise<ExitCode> {
  const json = options.json === true
  if (options.rate === undefined && options.lanes === undefined) return refuse(fail('bad-usage', 'Say how fast, with --rate, --lanes or both.').failure, json)
  const isRunning = (run: string): boolean => {
    const holder = journal.holder(run)
    return holder.ok && holder.value !== null
  }
  const run = findRun(journal, id, (each) => isRunning(each.id))
  if (!run.ok) return refuse(run.failure, json)
  if (!isRunning(run.value.id)) return refuse(notGoingOn(run.value.id), json)
  const pace = paceOf(options, run.value.pace)
  if (!pace.ok) return refuse(pace.failure, json)
  const asked = journal.wish(run.value.id, { kind: 'pace', pace: pace.value })
  if (!asked.ok) return refuse(asked.failure, json)
  if (!(await isHeard(journal, { id: run.value.id, isRunning, pace: pace.value }))) return refuse(notGoingOn(run.value.id), json)
  if (json) printJson({ runId: run.value.id, pace: pace.value, exitCode: exitCodes.well })
  else print(`Run ${run.value.id} sends at most ${pace.value.requestsPerSecond} requests per second now, on ${pace.value.lanes} lanes.`)
  return exitCodes.well
}

function notGoingOn(id: string): Failure {
  return { code: 'no-such-run', message: `Run ${id} is not going on. \`onboarder resume ${id} --rate N --lanes N\` goes on with it at another pace.` }
}

const lookMs = 100

/** The sending process writes the pace it has taken into the journal. False: it ended before. */
async function isHeard(journal: Journal, asked: { readonly id: string; readonly isRunning: (id: string) => boolean; readonly pace: RunPace }): Promise<boolean> {
  for (;;) {
    const run = journal.run(asked.id)
    if (run.ok && run.value.pace.requestsPerSecond === asked.pace.requestsPerSecond && run.value.pace.lanes === asked.pace.lanes) return true
    if (!asked.isRunning(asked.id)) return false
    await wait(lookMs)
  }
}
