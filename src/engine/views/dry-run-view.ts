import type { z } from 'zod'
import type { IssueCode } from '#core/model/issue.ts'
import type { RunPace } from '#core/ports-journal.ts'
import type { DryRunView } from '#shared/ipc/schemas.ts'
import { issueMessage } from '#shared/wording/issue-text.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Comparison } from '../runs/compare-with-last.ts'

type View = z.input<typeof DryRunView>

/** Warnings whose effect is felt outside this program, shown in full before anybody approves. */
const visibleEffects: readonly IssueCode[] = ['welcome-email-scheduled', 'customer-exists']
const noticeLimit = 20
const namesLimit = 50

/** Look-up before each customer: a request that the pace counts besides the creates. */
const looksPerCustomer = 1

export interface Shown {
  readonly pace: RunPace
  /** How long a request may still be applied after nobody waits for it: the final look waits so long. */
  readonly settleMs: number
  /** What else is worth knowing before anybody approves; it comes first. */
  readonly told: readonly string[]
  readonly comparison: Comparison | null
}

export function dryRunView(prepared: PreparedFile, { pace, settleMs, told, comparison }: Shown): View {
  const { createCustomer, createSite } = prepared.plan.counts
  const effects = visibleEffects.map((code) => prepared.issues({ code }, 0, noticeLimit))
  const shown = effects.flatMap(({ issues }) => issues).slice(0, noticeLimit).map((issue) => `${issue.customer ?? ''}: ${issueMessage(issue)}`)
  const total = effects.reduce((sum, each) => sum + each.total, 0)
  const more = total > shown.length ? [`... and ${total - shown.length} more of this kind.`] : []
  return {
    planHash: prepared.plan.hash,
    counts: { ...prepared.counts, rowsByBucket: { ...prepared.counts.rowsByBucket } },
    requests: { createCustomer, createSite },
    estimatedSeconds: Math.ceil((createCustomer * (1 + looksPerCustomer) + createSite) / pace.requestsPerSecond),
    // At most one more request for each customer: most servers answer for many at once.
    finalLookSeconds: Math.ceil(settleMs / 1000 + createCustomer / pace.requestsPerSecond),
    notices: [...told, ...shown, ...more],
    since: comparison === null ? null : sinceView(comparison),
  }
}

function sinceView({ run, added, changed, gone, same, uncompared }: Comparison): View['since'] {
  const names = (customers: readonly string[]): { readonly count: number; readonly first: string[] } => ({ count: customers.length, first: customers.slice(0, namesLimit) })
  return { runId: run.id, startedAt: run.createdAt, file: run.fileName, added: names(added), changed: names(changed), gone: names(gone), same, uncompared }
}
