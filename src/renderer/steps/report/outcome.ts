import type { ReportView, RunState } from '../../app/views.ts'

export type Outcome = 'done' | 'held' | 'partly' | 'cancelled' | 'stopped' | 'interrupted' | 'closed' | 'running'

/** How the run is called in one word. What was held back before sending is no failure of the run, and not the whole file either. */
export function outcomeOf({ customers, rowsByBucket }: Pick<ReportView, 'customers' | 'rowsByBucket'>, state: RunState): Outcome {
  switch (state) {
    case 'running': case 'paused': case 'stopping': return 'running'
    case 'cancelled': case 'stopped': case 'interrupted': case 'closed': return state
    case 'finished': {
      const { rejected, incomplete, unknown, duplicate } = customers
      if (rejected + incomplete + unknown + duplicate + customers['not-sent'] > 0) return 'partly'
      return rowsByBucket.held > 0 ? 'held' : 'done'
    }
    default: return state satisfies never
  }
}
