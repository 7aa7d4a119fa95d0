import type { Report } from '#core/model/report.ts'
import { ok, type Result } from '#core/model/result.ts'
import type { Journal } from '#core/ports-journal.ts'
import { buildReport } from '#core/stages/report/index.ts'
import { customerLink } from './customer-link.ts'
import { readReportSource } from './report-source.ts'

/**
 * The report of a run from the journal alone: the same whether the run has just ended or was resumed after a week. Its rows are read
 * from there each time they are gone through, so it is good as long as the journal is open.
 */
export function reportOf(journal: Journal, runId: string): Result<Report> {
  const run = journal.run(runId)
  if (!run.ok) return run
  const link = customerLink()
  if (!link.ok) return link
  const source = readReportSource(() => textsOf(journal, runId))
  if (!source.ok) return source
  const receipts = journal.receipts(runId)
  if (!receipts.ok) return receipts
  const { createdAt, finishedAt, username, practice, baseUrl, fileName, fileSha256, planHash } = run.value
  return ok(buildReport({
    run: {
      runId, startedAt: createdAt, finishedAt: finishedAt ?? '', operator: username, planHash, customerLink: link.value,
      target: { name: practice ? 'Practice server' : 'Elevate', baseUrl }, file: { name: fileName, sha256: fileSha256 },
    },
    ...source.value, receipts: receipts.value, audit: run.value.audit,
  }))
}

/** The run was just read from the same journal: that it cannot be now is no answer to anything. */
function textsOf(journal: Journal, runId: string): Iterable<string> {
  const texts = journal.reportSource(runId)
  if (!texts.ok) throw new Error(texts.failure.message)
  return texts.value
}
