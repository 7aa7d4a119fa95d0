import type { ReportView, RunState } from '../../app/views.ts'

export type Outcome = 'done' | 'partly' | 'cancelled' | 'stopped'

/** How the run is called in one word. What was held back before sending is no failure of the run. */
export function outcomeOf(report: Pick<ReportView, 'customers'>, state: RunState | null): Outcome {
  if (state === 'cancelled') return 'cancelled'
  const { rejected, incomplete, unknown, duplicate } = report.customers
  if (state === 'stopped' || report.customers['not-sent'] > 0) return 'stopped'
  return rejected + incomplete + unknown + duplicate > 0 ? 'partly' : 'done'
}
