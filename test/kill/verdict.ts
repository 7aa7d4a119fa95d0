// The judge of a killed run: what the server holds, what the receipts say and what the report says must be one and the same.
import { createHash } from 'node:crypto'
import type { Ledger } from '../wire/support/run.ts'
import type { Ending } from './live.ts'
import type { Aftermath } from './run-schedule.ts'
import { accountOf, depotOf, wantedUnits } from './wanted.ts'

interface Held {
  readonly id: number
  readonly customerAccountNumber: string
  readonly sites: readonly { readonly id: number; readonly siteReference: string; readonly siteIdReceivingInvoice?: number }[]
}

/** Sentences, one for each thing that is not as it must be; none when all is well. */
export function judge({ ledger, receipts, report, state, said }: Ending & Pick<Aftermath, 'ledger'>, { customers, settleMs }: { readonly customers: number; readonly settleMs: number }): readonly string[] {
  const wrong: string[] = []
  const check = (holds: boolean, sentence: string): void => void (holds || wrong.push(sentence))
  check(state === 'finished', `the run is ${state}: ${said}`)
  check(receipts.length === customers, `${receipts.length} receipts for ${customers} customers`)
  const heldBy = groupBy(ledger.customers as unknown as readonly Held[], ({ customerAccountNumber }) => customerAccountNumber)
  const receiptOf = new Map(receipts.map((receipt) => [receipt.customer, receipt]))
  const traffic = describeTraffic(ledger, settleMs)
  let index = 0
  for (const unit of wantedUnits(customers)) {
    const account = accountOf(index++)
    const held = heldBy.get(account) ?? []
    check(held.length === 1, `${account} is there ${held.length} times`)
    const sites = held.flatMap((customer) => customer.sites).map(({ siteReference }) => siteReference)
    check(sites.toSorted().join() === [...unit.siteReferences].toSorted().join(), `${account} has the sites ${sites.join()}`)
    const receipt = receiptOf.get(account)
    check(receipt?.outcome === 'created', `${account} is said to be ${receipt?.outcome}: ${receipt?.reason}`)
    check(held.some(({ id }) => String(id) === receipt?.customerId), `${account} has another id than its receipt says`)
    for (const { siteReference, id } of held[0]?.sites ?? []) check(receipt?.siteIds[siteReference] === String(id), `site ${siteReference} of ${account} has another id than its receipt says`)
    for (const step of unit.steps) {
      const isCustomer = step.path === '/customers'
      wrong.push(...judgeRequests(traffic, { step: step.key, body: isCustomer ? step.body : null, mark: isCustomer ? account : depotOf(account) }))
    }
  }
  check(report?.summary.sumsAgree === true, 'the report is missing or its sums do not agree')
  const rows = report === null ? [] : [...report.customers.flatMap((customer) => customer.rows), ...report.otherRows]
  check(rows.length === customers + 1 && new Set(rows.map(({ row }) => row)).size === customers + 1, 'the report does not account for every row once')
  check(report?.summary.rowsByBucket.created === customers && report.summary.rowsByBucket.blank === 1, 'the report says something else than the receipts')
  return wrong
}

type Request = Ledger['requests'][number]

interface Traffic {
  readonly settleMs: number
  /** Requests that create, by what they create. */
  readonly sent: ReadonlyMap<string | undefined, readonly Request[]>
  /** Numbers of the reads, rising. */
  readonly reads: readonly number[]
}

function describeTraffic({ requests }: Ledger, settleMs: number): Traffic {
  return {
    settleMs, reads: requests.filter(({ method }) => method === 'GET').map(({ number }) => Number(number)),
    sent: groupBy(requests.filter(({ method }) => method === 'POST'), ({ keys }) => (keys as readonly string[]).at(-1)),
  }
}

interface Sought {
  readonly step: string
  /** The frozen bytes; null where an id is put in. */
  readonly body: string | null
  readonly mark: string
}

/** Sent as frozen, and never again before a whole settle window with looks at the server has gone by. */
function judgeRequests({ sent: all, reads, settleMs }: Traffic, { step, body, mark }: Sought): readonly string[] {
  const wrong: string[] = []
  const sent = all.get(mark) ?? []
  const sha256 = body === null ? null : createHash('sha256').update(body).digest('hex')
  if (sent.some(({ bodySha256 }) => sha256 !== null && bodySha256 !== sha256)) wrong.push(`${step}: other bytes were sent than were frozen`)
  for (const [index, request] of sent.entries()) {
    const before = sent[index - 1]
    if (before === undefined || surelyRefused(before)) continue
    const [from, to] = [Date.parse(String(before['at'])), Date.parse(String(request['at']))]
    if (to - from < settleMs) wrong.push(`${step} was sent again after ${to - from} ms`)
    const looks = reads.filter((number) => number > Number(before['number']) && number < Number(request['number'])).length
    if (looks < 2) wrong.push(`${step} was sent again after ${looks} looks`)
  }
  return wrong
}

/** Answers that mean, whoever read them, that nothing was done. */
function surelyRefused({ status, applied }: Request): boolean {
  return applied === false && (status === 401 || status === 403 || status === 429)
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
