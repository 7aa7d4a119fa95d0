import { ok, type Result } from '#core/model/result.ts'
import type { Report } from '#core/model/report.ts'
import { writeFix, writeReport } from '#node/report-files.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import type { ActiveRuns } from '../runs/active-runs.ts'
import { reportOf } from '../runs/run-report.ts'
import { pageOf, reportLines, reportView, type Line } from '../views/report-view.ts'
import { runView } from '../views/run-view.ts'
import { practiceUrlOf } from './practice-url.ts'

export function reportCalls(desk: Desk, active: ActiveRuns): Handlers<AppContract['report']> {
  /** The report being looked at: pages of it come from here instead of being made anew. */
  let shown: { readonly runId: string; readonly lines: readonly Line[] } | null = null

  const fresh = (runId: string): Result<Report> => {
    shown = null
    return reportOf(desk.journal, runId)
  }
  const linesOf = (runId: string): Result<readonly Line[]> => {
    if (shown?.runId === runId) return ok(shown.lines)
    const report = fresh(runId)
    if (!report.ok) return report
    shown = { runId, lines: reportLines(report.value) }
    return ok(shown.lines)
  }

  return {
    read: ({ runId }) => {
      const report = fresh(runId)
      if (!report.ok) return report
      const run = desk.journal.run(runId)
      if (!run.ok) return run
      const summary = runView(desk.journal, run.value, { isHere: active.find(runId) !== null, practiceUrl: practiceUrlOf(desk) })
      return summary.ok ? ok(reportView(report.value, summary.value)) : summary
    },
    lines: ({ runId, ...query }) => {
      const lines = linesOf(runId)
      return lines.ok ? ok(pageOf(lines.value, query)) : lines
    },
    save: async ({ runId, token, what }) => {
      const path = desk.pathOf(token)
      if (!path.ok) return path
      const report = reportOf(desk.journal, runId)
      if (!report.ok) return report
      const written = await (what === 'fix' ? writeFix : writeReport)(report.value, path.value)
      return written.ok ? ok({}) : written
    },
    template: async ({ token }) => {
      const path = desk.pathOf(token)
      if (!path.ok) return path
      const { writeTemplate } = await import('#node/template.ts')
      const written = await writeTemplate(path.value)
      return written.ok ? ok({}) : written
    },
  }
}
