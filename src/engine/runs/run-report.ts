import type { Report } from '#core/model/report.ts'
import { ok, type Result } from '#core/model/result.ts'
import type { Journal } from '#core/ports-journal.ts'
import { buildReport } from '#core/stages/report/index.ts'
import { readReportSource } from './report-source.ts'

/** The report of a run from the journal alone: the same whether the run has just ended or was resumed after a week. */
export function reportOf(journal: Journal, runId: string): Result<Report> {
  const run = journal.run(runId)
  if (!run.ok) return run
  const text = journal.reportSource(runId)
  if (!text.ok) return text
  const source = readReportSource(text.value)
  if (!source.ok) return source
  const receipts = journal.receipts(runId)
  if (!receipts.ok) return receipts
  const { createdAt, finishedAt, username, practice, baseUrl, fileName, fileSha256, planHash } = run.value
  return ok(buildReport({
    run: {
      runId, startedAt: createdAt, finishedAt: finishedAt ?? '', operator: username, planHash,
      target: { name: practice ? 'Practice server' : 'Elevate', baseUrl }, file: { name: fileName, sha256: fileSha256 },
    },
    tables: source.value.tables, ledger: source.value.ledger, issues: source.value.issues, receipts: receipts.value, audit: run.value.audit,
  }))
}
