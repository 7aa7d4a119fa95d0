import type { UnitReceipt } from '../../model/receipt.ts'
import type { Job } from './job.ts'

/** So many refused before one was created: then it is not the customers that are wrong. */
const REFUSED_AT_FIRST = 3

/**
 * How a customer ended that was sent alone, because none of this run was created and read back yet. One whose fate nobody knows stops
 * the run, so that there is one such record and not one for each customer; so do refusals in a row.
 */
export function heedFirst(job: Job, { customer, outcome, reason, attempts }: UnitReceipt): void {
  const { inARow } = job
  if (attempts > 0 && (outcome === 'unknown' || outcome === 'duplicate')) {
    job.stop({ code: 'server-unusable', message: `What became of the first customer, ${customer}, is not clear: ${reason ?? ''} Nothing else was sent: look at this customer on the server before going on.` })
  }
  inARow.refusedAtFirst = outcome === 'rejected' ? inARow.refusedAtFirst + 1 : 0
  if (inARow.refusedAtFirst < REFUSED_AT_FIRST) return
  job.stop({ code: 'server-unusable', message: `The server refused the first ${REFUSED_AT_FIRST} customers, the last one for this reason: ${reason ?? ''} Nothing else was sent. If the reasons are right, go on; otherwise mend the file or the server first.` })
}
