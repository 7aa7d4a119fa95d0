import type { Command } from 'commander'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Journal, RunSummary } from '#core/ports-journal.ts'
import { resumeRun } from '#engine/runs/start-run.ts'
import { sumOfFile, sumOfSums } from '#node/file-sum.ts'
import type { ExitCode } from '../exit-codes.ts'
import { finishRun } from '../finish-run.ts'
import { followRun, progressPrinter } from '../follow-run.ts'
import { refuse } from '../output.ts'
import { paceOf, withPaceOptions, type PaceOptions } from '../pace-options.ts'
import { collect } from '../reading-options.ts'
import { checkReportPaths, withReportOptions, type ReportOptions } from '../report-options.ts'
import { findRun, withJournal, withJson } from '../run-commands.ts'
import type { Shell } from '../shell.ts'
import { openTarget, withTargetOptions, type TargetOptions } from '../target-options.ts'

interface ResumeOptions extends TargetOptions, PaceOptions, ReportOptions {
  readonly json?: boolean
  readonly file?: string[]
}

export function resumeCommand(program: Command, shell: Shell): void {
  withReportOptions(withJson(withPaceOptions(withTargetOptions(program.command('resume').argument('[run]').description('go on with an import that stopped before its end')), false)))
    .option('--file <file>', 'only if the run was made from this file (again for several); the journal is what is sent', collect)
    .action(async (run: string | undefined, options: ResumeOptions) => shell.setExit(await withJournal(options.json === true, (journal) => resume(journal, { run, options }, shell))))
}

async function resume(journal: Journal, { run: id, options }: { run: string | undefined; options: ResumeOptions }, shell: Shell): Promise<ExitCode> {
  const json = options.json === true
  const run = findRun(journal, id, (each) => each.state !== 'finished' && !each.practice)
  if (!run.ok) return refuse(run.failure, json)
  const asked = await checkAsked(run.value, options)
  if (!asked.ok) return refuse(asked.failure, json)
  const { baseUrl, brand, username } = run.value
  const target = await openTarget({ target: baseUrl, brand, user: username, ...options, practice: false }, shell.programs)
  if (!target.ok) return refuse(target.failure, json)
  try {
    const active = resumeRun(journal, { id: run.value.id, target: target.value.target, pace: asked.value }, progressPrinter())
    if (!active.ok) return refuse(active.failure, json)
    const end = await followRun(active.value)
    return await finishRun(journal, { id: run.value.id, end, json, files: options })
  } finally {
    target.value.close()
  }
}

/** Everything that can be refused before a password is asked for; answers the pace. */
async function checkAsked(run: RunSummary, options: ResumeOptions): Promise<Result<ReturnType<typeof paceOf> extends Result<infer Pace> ? Pace : never>> {
  const paths = await checkReportPaths(options)
  if (!paths.ok) return paths
  if (run.practice) return fail('bad-usage', 'That run was practice: its server ended with it, so there is nothing to go on with. Import the file again.')
  const file = await checkFile(run, options.file ?? [])
  return file.ok ? paceOf(options, run.pace) : file
}

async function checkFile(run: RunSummary, paths: readonly string[]): Promise<Result<null>> {
  if (paths.length === 0) return ok(null)
  const sums = await Promise.all(paths.map(sumOfFile))
  const missing = paths.find((_, at) => sums[at] === '')
  if (missing !== undefined) return fail('file-missing', `${missing} cannot be read, so it cannot be told whether the run was made from it. Nothing was sent.`)
  if (sumOfSums(sums) === run.fileSha256) return ok(null)
  return fail('bad-usage', `Run ${run.id} was made from ${run.fileName} with other contents than this. Nothing was sent. A run sends what was approved; import the file as it is now by itself.`)
}
