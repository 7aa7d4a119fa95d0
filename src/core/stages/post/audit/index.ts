// The final look at the server, after everything was sent and the settle window is over: every key that was sent must be there
// exactly once, with its sites. It changes nothing there. What it finds may turn a receipt into `duplicate` or `unknown`, never back.
import { fail, ok, type Result } from '../../../model/result.ts'
import type { AuditSummary, EndedUnit } from '../../../ports-journal.ts'
import type { Job } from '../job.ts'
import { countKeys } from './count-keys.ts'
import { createFindings, type Findings } from './findings.ts'
import { checkSites, readCreatedCustomers } from './read-created.ts'

const PAGE = 500

/** Fails like any reading, or with the journal: the run then stops and looks again when it is resumed. */
export async function auditRun(job: Job): Promise<Result<AuditSummary>> {
  const any = job.log.ended(0, 1)
  if (!any.ok) return any
  if (any.value.length === 0) return ok({ customers: 0, doubles: 0, missing: 0, listUnread: null })
  await settleDown(job)
  if (job.failure() !== null) return fail('stopped', 'Stopped.')
  const findings = createFindings()
  const counted = await countKeys(job, ended(job), findings)
  if (!counted.ok) return counted
  const listUnread = await readCreatedCustomers(job, findings)
  if (!listUnread.ok) return listUnread
  const sites = await checkSites(job, ended(job), findings)
  if (!sites.ok) return sites
  return note(job, findings, listUnread.value)
}

/** What is still on its way lands within the window, and reads show it by then. */
async function settleDown(job: Job): Promise<void> {
  const until = (): number => job.lastSentAt() + job.settle.ms()
  while (job.clock.now() < until() && job.failure() === null) {
    job.tally.setWaiting('settling', until() - job.clock.now())
    await job.changed(until() - job.clock.now())
  }
  job.tally.setWaiting('auditing', null)
}

/** Units with a receipt and an intent, page by page: a large run is never in memory as a whole. */
function* ended(job: Job): Generator<Result<EndedUnit>> {
  for (let from = 0; ;) {
    const page = job.log.ended(from, PAGE)
    if (!page.ok) {
      yield page
      return
    }
    for (const unit of page.value) yield ok(unit)
    const last = page.value.at(-1)
    if (last === undefined) return
    from = last.ordinal + 1
  }
}

function note(job: Job, findings: Findings, listUnread: string | null): Result<AuditSummary> {
  for (const { ordinal, before, receipt } of findings.changed()) {
    const noted = job.log.markAudit(ordinal, receipt)
    if (!noted.ok) return noted
    job.tally.recount(before, receipt)
  }
  return ok({ ...findings.counts(), listUnread })
}
