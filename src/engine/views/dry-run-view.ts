import type { z } from 'zod'
import type { IssueCode } from '#core/model/issue.ts'
import type { RunPace } from '#core/ports-journal.ts'
import type { DryRunView } from '#shared/ipc/schemas.ts'
import { issueMessage } from '#shared/wording/issue-text.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'

/** Warnings whose effect is felt outside this program, shown in full before anybody approves. */
const visibleEffects: readonly IssueCode[] = ['welcome-email-scheduled', 'customer-exists']
const noticeLimit = 20

/** Look-up before each customer, and one read back after it: requests that the pace counts besides the creates. */
const readsPerCustomer = 2

/** `told`: what else is worth knowing before anybody approves; it comes first. */
export function dryRunView(prepared: PreparedFile, pace: RunPace, told: readonly string[]): z.input<typeof DryRunView> {
  const { createCustomer, createSite } = prepared.plan.counts
  const effects = visibleEffects.map((code) => prepared.issues({ code }, 0, noticeLimit))
  const shown = effects.flatMap(({ issues }) => issues).slice(0, noticeLimit).map((issue) => `${issue.customer ?? ''}: ${issueMessage(issue)}`)
  const total = effects.reduce((sum, each) => sum + each.total, 0)
  const more = total > shown.length ? [`... and ${total - shown.length} more of this kind.`] : []
  return {
    planHash: prepared.plan.hash,
    counts: { ...prepared.counts, rowsByBucket: { ...prepared.counts.rowsByBucket } },
    requests: { createCustomer, createSite },
    estimatedSeconds: estimateSeconds(prepared, pace),
    notices: [...told, ...shown, ...more],
  }
}

/** Seconds at the chosen pace: every create with its look-up and its read back takes a slot. */
function estimateSeconds(prepared: PreparedFile, pace: RunPace): number {
  const { createCustomer, createSite } = prepared.plan.counts
  return Math.ceil((createCustomer * (1 + readsPerCustomer) + createSite) / pace.requestsPerSecond)
}
