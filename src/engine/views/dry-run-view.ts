import type { z } from 'zod'
import type { Prepared } from '#core/model/prepared.ts'
import type { RunPace } from '#core/ports.ts'
import type { DryRunView } from '#shared/ipc/schemas.ts'
import { issueMessage } from '#shared/wording/issue-text.ts'

/** Warnings whose effect is felt outside this program, shown in full before anybody approves. */
const visibleEffects = new Set(['welcome-email-scheduled', 'customer-exists'])
const noticeLimit = 20

/** Look-up before each customer, and one read back after it: requests that the pace counts besides the creates. */
const readsPerCustomer = 2

export function dryRunView(prepared: Prepared, pace: RunPace): z.input<typeof DryRunView> {
  const { createCustomer, createSite } = prepared.plan.counts
  const effects = prepared.issues.filter((issue) => visibleEffects.has(issue.code))
  const notices = effects.slice(0, noticeLimit).map((issue) => `${issue.customer ?? ''}: ${issueMessage(issue)}`)
  if (effects.length > noticeLimit) notices.push(`... and ${effects.length - noticeLimit} more of this kind.`)
  return {
    planHash: prepared.plan.hash,
    counts: { ...prepared.counts, rowsByBucket: { ...prepared.counts.rowsByBucket } },
    requests: { createCustomer, createSite },
    estimatedSeconds: estimateSeconds(prepared, pace),
    notices,
  }
}

/** Seconds at the chosen pace: every create with its look-up and its read back takes a slot. */
function estimateSeconds(prepared: Prepared, pace: RunPace): number {
  const { createCustomer, createSite } = prepared.plan.counts
  return Math.ceil((createCustomer * (1 + readsPerCustomer) + createSite) / pace.requestsPerSecond)
}
