import type { ReportView, RunState } from '../../app/views.ts'

export type Outcome = 'done' | 'partly' | 'cancelled' | 'stopped' | 'interrupted' | 'closed' | 'running'

/** How the run is called in one word. What was held back before sending is no failure of the run. */
export function outcomeOf({ customers }: Pick<ReportView, 'customers'>, state: RunState): Outcome {
  switch (state) {
    case 'running': case 'paused': case 'stopping': return 'running'
    case 'cancelled': case 'stopped': case 'interrupted': case 'closed': return state
    case 'finished': {
      const { rejected, incomplete, unknown, duplicate } = customers
      return rejected + incomplete + unknown + duplicate + customers['not-sent'] > 0 ? 'partly' : 'done'
    }
    default: return state satisfies never
  }
}
