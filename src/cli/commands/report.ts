import type { Command } from 'commander'
import type { Journal } from '#core/ports-journal.ts'
import { reportOf } from '#engine/runs/run-report.ts'
import { writeReport } from '#node/report-files.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { exitCodeOfReport, printSummary } from '../finish-run.ts'
import { printJson, refuse, say } from '../output.ts'
import { findRun, withReadableJournal, withJson } from '../run-commands.ts'
import type { SetExit } from '../set-exit.ts'

interface ReportOptions {
  readonly json?: boolean
  readonly out?: string
}

export function reportCommand(program: Command, setExit: SetExit): void {
  withJson(program.command('report').argument('[run]').description('the report of a run (the last one, when none is named)'))
    .option('--out <file>', 'write it to a .xlsx, .csv or .json file')
    .action(async (run: string | undefined, options: ReportOptions) => setExit(await withReadableJournal(options.json === true, (journal) => report(journal, run, options))))
}

async function report(journal: Journal, id: string | undefined, options: ReportOptions): Promise<ExitCode> {
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
