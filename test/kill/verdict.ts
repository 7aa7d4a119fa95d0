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
  for (const [index, unit] of [...wantedUnits(customers)].entries()) {
    const account = accountOf(index)
    const held = (ledger.customers as unknown as readonly Held[]).filter(({ customerAccountNumber }) => customerAccountNumber === account)
    check(held.length === 1, `${account} is there ${held.length} times`)
    const sites = held.flatMap((customer) => customer.sites).map(({ siteReference }) => siteReference)
    check(sites.toSorted().join() === [...unit.siteReferences].toSorted().join(), `${account} has the sites ${sites.join()}`)
    const receipt = receipts.find(({ customer }) => customer === account)
    check(receipt?.outcome === 'created', `${account} is said to be ${receipt?.outcome}: ${receipt?.reason}`)
    check(held.some(({ id }) => String(id) === receipt?.customerId), `${account} has another id than its receipt says`)
    for (const { siteReference, id } of held[0]?.sites ?? []) check(receipt?.siteIds[siteReference] === String(id), `site ${siteReference} of ${account} has another id than its receipt says`)
    for (const step of unit.steps) wrong.push(...judgeRequests({ ledger, settleMs }, { step: step.key, body: step.path === '/customers' ? step.body : null, mark: step.path === '/customers' ? account : depotOf(account) }))
  }
  check(report?.summary.sumsAgree === true, 'the report is missing or its sums do not agree')
  check(report?.rows.length === customers + 1 && new Set(report.rows.map(({ row }) => row)).size === customers + 1, 'the report does not account for every row once')
  check(report?.summary.rowsByBucket.created === customers && report.summary.rowsByBucket.blank === 1, 'the report says something else than the receipts')
  return wrong
}

interface Sought {
  readonly step: string
  /** The frozen bytes; null where an id is put in. */
  readonly body: string | null
  readonly mark: string
}

/** Sent as frozen, and never again before a whole settle window with looks at the server has gone by. */
function judgeRequests({ ledger, settleMs }: Pick<Aftermath, 'ledger'> & { readonly settleMs: number }, { step, body, mark }: Sought): readonly string[] {
  const wrong: string[] = []
  const sent = ledger.requests.filter(({ method, keys }) => method === 'POST' && (keys as readonly string[]).at(-1) === mark)
  if (body !== null) {
    const sha256 = createHash('sha256').update(body).digest('hex')
    if (sent.some(({ bodySha256 }) => bodySha256 !== sha256)) wrong.push(`${step}: other bytes were sent than were frozen`)
  }
  for (const [index, request] of sent.entries()) {
    const before = sent[index - 1]
    if (before === undefined || surelyRefused(before)) continue
    const [from, to] = [Date.parse(String(before['at'])), Date.parse(String(request['at']))]
    if (to - from < settleMs) wrong.push(`${step} was sent again after ${to - from} ms`)
    const looks = ledger.requests.filter(({ method, number }) => method === 'GET' && Number(number) > Number(before['number']) && Number(number) < Number(request['number']))
    if (looks.length < 2) wrong.push(`${step} was sent again after ${looks.length} looks`)
  }
  return wrong
}

/** Answers that mean, whoever read them, that nothing was done. */
function surelyRefused({ status, applied }: Ledger['requests'][number]): boolean {
  return applied === false && (status === 401 || status === 403 || status === 429)
}
