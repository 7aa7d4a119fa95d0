import type { Command } from 'commander'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Journal, RunSummary } from '#core/ports.ts'
import { reportOf } from '#engine/runs/run-report.ts'
import { resumeRun } from '#engine/runs/start-run.ts'
import { runView } from '#engine/views/progress-view.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { dataFolder } from '#node/paths.ts'
import { writeReport } from '#node/report-files.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { exitCodeOfReport, finishRun, printSummary } from '../finish-run.ts'
import { followRun, progressPrinter } from '../follow-run.ts'
import { plain, print, printJson, refuse, say } from '../output.ts'
import type { Shell } from '../shell.ts'
import { checkReportPath } from '../report-path.ts'
import { openTarget, withTargetOptions, type TargetOptions } from '../target-options.ts'

interface RunOptions extends TargetOptions {
  readonly json?: boolean
  readonly report?: string
  readonly out?: string
}

const withJson = (command: Command): Command => command.option('--json', 'machine-readable result on stdout (docs/cli-json.md)')

/** The commands over runs of the journal: resume, status, report. */
export function runCommands(program: Command, shell: Shell): void {
  withJson(withTargetOptions(program.command('resume').argument('[run]').description('go on with an import that stopped before its end')))
    .option('--report <file>', 'write the report (.xlsx, .csv or .json)')
    .action(async (run: string | undefined, options: RunOptions) => shell.setExit(await withJournal(options, (journal) => resume(journal, { run, options }, shell))))
  withJson(program.command('status').argument('[run]').description('list the runs, or say how one stands'))
    .action(async (run: string | undefined, options: RunOptions) => shell.setExit(await withJournal(options, async (journal) => status(journal, run, options))))
  withJson(program.command('report').argument('[run]').description('the report of a run (the last one, when none is named)'))
    .option('--out <file>', 'write it to a .xlsx, .csv or .json file')
    .action(async (run: string | undefined, options: RunOptions) => shell.setExit(await withJournal(options, (journal) => report(journal, run, options))))
}

async function withJournal(options: RunOptions, act: (journal: Journal) => Promise<ExitCode>): Promise<ExitCode> {
  const journal = openJournal(dataFolder())
  if (!journal.ok) return refuse(journal.failure, options.json === true)
  try {
    return await act(journal.value)
  } finally {
    journal.value.close()
  }
}

function findRun(journal: Journal, id: string | undefined, isWanted: (run: RunSummary) => boolean): Result<RunSummary> {
  if (id !== undefined) return journal.run(id)
  const runs = journal.runs()
  if (!runs.ok) return runs
  const run = runs.value.find(isWanted)
  return run === undefined ? fail('no-such-run', 'There is no run that this could be done with. `onboarder status` lists them all.') : ok(run)
}

async function resume(journal: Journal, { run: id, options }: { run: string | undefined; options: RunOptions }, shell: Shell): Promise<ExitCode> {
  const json = options.json === true
  const reportPath = await checkReportPath(options.report)
  if (!reportPath.ok) return refuse(reportPath.failure, json)
  const run = findRun(journal, id, (each) => each.state !== 'finished' && !each.practice)
  if (!run.ok) return refuse(run.failure, json)
  if (run.value.practice) return refuse(fail('bad-usage', 'That run was practice: its server ended with it, so there is nothing to go on with. Import the file again.').failure, json)
  const { baseUrl, brand, username } = run.value
  const target = await openTarget({ target: baseUrl, brand, user: username, ...options, practice: false }, shell.programs)
  if (!target.ok) return refuse(target.failure, json)
  try {
    const active = resumeRun(journal, { id: run.value.id, target: target.value.target }, progressPrinter())
    if (!active.ok) return refuse(active.failure, json)
    const end = await followRun(active.value)
    return await finishRun(journal, { id: run.value.id, end, json, reportPath: options.report })
  } finally {
    target.value.close()
  }
}

function status(journal: Journal, id: string | undefined, options: RunOptions): ExitCode {
  const json = options.json === true
  const runs = id === undefined ? journal.runs() : single(journal.run(id))
  if (!runs.ok) return refuse(runs.failure, json)
  if (json) printJson({ runs: runs.value.map((run) => ({ ...runView(run, false), state: run.state, planHash: run.planHash, counts: run.counts, failure: run.failure })) })
  else if (runs.value.length === 0) say('No runs yet.')
  else for (const run of runs.value) print(`${run.id}  ${run.createdAt}  ${run.state.padEnd(8)}  ${run.counts.created}/${run.customers} created  ${plain(run.fileName)}  ${run.practice ? 'practice' : run.baseUrl}`)
  return exitCodes.well
}

function single(run: Result<RunSummary>): Result<readonly RunSummary[]> {
  return run.ok ? ok([run.value]) : run
}

async function report(journal: Journal, id: string | undefined, options: RunOptions): Promise<ExitCode> {
  const json = options.json === true
  const run = findRun(journal, id, () => true)
  if (!run.ok) return refuse(run.failure, json)
  const made = reportOf(journal, run.value.id)
  if (!made.ok) return refuse(made.failure, json)
  if (options.out !== undefined) {
    const written = await writeReport(made.value, options.out)
    if (!written.ok) return refuse(written.failure, json)
    say(`Report written to ${options.out}`)
  }
  if (json) printJson(made.value)
  else printSummary(made.value)
  return run.value.state === 'finished' ? exitCodeOfReport(made.value) : exitCodes.stopped
}
