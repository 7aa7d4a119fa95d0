import type { z } from 'zod'
import { nameSome } from '#core/model/name-some.ts'
import type { RunPace } from '#core/ports-journal.ts'
import type { DryRunView } from '#shared/ipc/schemas.ts'
import { dayText } from '#shared/wording/days.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Comparison } from '../runs/compare-with-last.ts'

type View = z.input<typeof DryRunView>

const noticeLimit = 20
/** So many welcome emails are told by their date; a file with more of them gets the rest as a number. */
const emailsLimit = 1_000
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
  return {
    planHash: prepared.plan.hash,
    counts: { ...prepared.counts, rowsByBucket: { ...prepared.counts.rowsByBucket } },
    requests: { createCustomer, createSite },
    estimatedSeconds: Math.ceil((createCustomer * (1 + looksPerCustomer) + createSite) / pace.requestsPerSecond),
    // At most one more request for each customer: most servers answer for many at once.
    finalLookSeconds: Math.ceil(settleMs / 1000 + createCustomer / pace.requestsPerSecond),
    notices: [...told, ...emailsOf(prepared), ...existingOf(prepared)],
    since: comparison === null ? null : sinceView(comparison),
  }
}

function sinceView({ run, added, changed, gone, same, uncompared }: Comparison): View['since'] {
  const names = (customers: readonly string[]): { readonly count: number; readonly first: string[] } => ({ count: customers.length, first: customers.slice(0, namesLimit) })
  return { runId: run.id, startedAt: run.createdAt, file: run.fileName, added: names(added), changed: names(changed), gone: names(gone), same, uncompared }
}

/** A sentence for each day on which real mail goes out, the earliest first. */
function emailsOf(prepared: PreparedFile): readonly string[] {
  const { total, issues } = prepared.issues({ code: 'welcome-email-scheduled' }, 0, emailsLimit)
  const byDate = new Map<string, string[]>()
  for (const { params, value, customer } of issues) {
    const date = String(params['date'] ?? value)
    byDate.set(date, [...(byDate.get(date) ?? []), customer ?? ''])
  }
  const days = [...byDate].sort(([one], [other]) => (one < other ? -1 : 1))
  const told = days.slice(0, noticeLimit).map(([date, group]) => `Elevate will send a real welcome email on ${dayText(date)} to ${listed(group, group.length)}. Clear the date unless that is meant.`)
  const untold = total - days.slice(0, noticeLimit).reduce((sum, [, group]) => sum + group.length, 0)
  return untold > 0 ? [...told, `And ${untold} more welcome emails.`] : told
}

function existingOf(prepared: PreparedFile): readonly string[] {
  const { total, issues } = prepared.issues({ code: 'customer-exists' }, 0, noticeLimit)
  return total === 0 ? [] : [`In Elevate already: ${listed(issues.map(({ customer }) => customer ?? ''), total)}.`]
}

const namesTold = 5

/** "A1", "A1 and A2", "A1, A2, A3, A4, A5 and 18 more". */
function listed(names: readonly string[], total: number): string {
  if (total > Math.min(names.length, namesTold)) return nameSome(names, namesTold, total)
  return names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
