import { reportBuckets, bucketWords, type Report } from '#core/model/report.ts'
import type { Journal } from '#core/ports-journal.ts'
import { describeFinalLook } from '#core/model/final-look.ts'
import type { PostEnd } from '#engine/runs/send-run.ts'
import { reportOf } from '#engine/runs/run-report.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import { count, plain, print, printJson, refuse, say } from './output.ts'
import { writeParts, type ReportOptions } from './report-options.ts'

interface Ended {
  readonly id: string
  readonly end: PostEnd
  readonly json: boolean
  readonly files: ReportOptions
}

/** Summary, report and exit code of a run that ended here, well or not. */
export async function finishRun(journal: Journal, { id, end, json, files }: Ended): Promise<ExitCode> {
  const report = reportOf(journal, id)
  if (!report.ok) return refuse(report.failure, json)
  const written = await writeParts(report.value, files)
  if (!written.ok) {
    say(`The import itself is recorded; write its report elsewhere with: onboarder report ${id} --out FILE`)
    return refuse(written.failure, json)
  }
  const exitCode = end.kind === 'stopped' ? exitCodes.stopped : exitCodeOfReport(report.value)
  if (json) printJson({ runId: id, state: end.kind, failure: end.kind === 'stopped' ? end.failure : null, exitCode, summary: report.value.summary, finalLook: report.value.finalLook })
  else printSummary(report.value)
  if (end.kind === 'stopped') say(`onboarder: ${end.failure.message}\nGo on with: onboarder resume ${id}\nGive it up for good with: onboarder cancel ${id}`)
  return exitCode
}

export function exitCodeOfReport({ summary }: Report): ExitCode {
  const { rejected, incomplete, unknown, duplicate, held, 'not-sent': notSent } = summary.rowsByBucket
  return rejected + incomplete + unknown + duplicate + held + notSent > 0 ? exitCodes.withIssues : exitCodes.well
}

export function printSummary({ run, summary, finalLook }: Report): void {
  print(`Run ${run.runId}: ${plain(run.file.name)} into ${run.target.name} (${run.target.baseUrl})`)
  for (const bucket of reportBuckets) {
    const rows = summary.rowsByBucket[bucket]
    if (rows > 0) print(`  ${bucketWords[bucket].title.padEnd(18)} ${count(summary.customersByBucket[bucket], 'customer').padEnd(18)} ${count(rows, 'row')}`)
  }
  print(`  ${'Sum'.padEnd(18)} ${count(summary.customers, 'customer').padEnd(18)} ${count(summary.rows, 'row')}`)
  if (finalLook !== null) for (const sentence of describeFinalLook(finalLook)) print(`Final look: ${plain(sentence)}`)
}
