import type { Command } from 'commander'
import type { Journal } from '#core/ports-journal.ts'
import { reportOf } from '#engine/runs/run-report.ts'
import { renderReportJson } from '#node/report-files.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import { exitCodeOfReport, printSummary } from '../finish-run.ts'
import { printPieces, refuse } from '../output.ts'
import { writeParts } from '../report-options.ts'
import { findRun, withReadableJournal, withJson } from '../run-commands.ts'
import type { SetExit } from '../set-exit.ts'

interface ReportOptions {
  readonly json?: boolean
  readonly out?: string
  readonly fix?: string
}

export function reportCommand(program: Command, setExit: SetExit): void {
  withJson(program.command('report').argument('[run]').description('the report of a run (the last one, when none is named)'))
    .option('--out <file>', 'write what became of each row beside it: .xlsx is the workbook as it was read, .csv and .json the same as text')
    .option('--fix <file>', 'write what is left to mend as a workbook (.xlsx), to be corrected and imported as it is')
    .action(async (run: string | undefined, options: ReportOptions) => setExit(await withReadableJournal(options.json === true, (journal) => report(journal, run, options))))
}

async function report(journal: Journal, id: string | undefined, options: ReportOptions): Promise<ExitCode> {
  const json = options.json === true
  const run = findRun(journal, id, () => true)
  if (!run.ok) return refuse(run.failure, json)
  const made = reportOf(journal, run.value.id)
  if (!made.ok) return refuse(made.failure, json)
  const written = await writeParts(made.value, { ...(options.out === undefined ? {} : { report: options.out }), ...(options.fix === undefined ? {} : { fix: options.fix }) })
  if (!written.ok) return refuse(written.failure, json)
  if (json) printPieces(renderReportJson(made.value))
  else printSummary(made.value)
  return run.value.state === 'finished' ? exitCodeOfReport(made.value) : exitCodes.stopped
}
