// What the ledger of the practice server says of one customer, as evidence for the one judge of all proofs: the fate table, killed
// processes and broken disks.
import { createHash } from 'node:crypto'
import type { UnitOutcome, UnitReceipt } from '#core/model/receipt.ts'
import type { FateName } from '#sandbox/fates/table/index.ts'
import { fates } from '#sandbox/fates/table/index.ts'
import type { Assumption, Evidence, HeldCustomer, Look, SentRequest, WantedUnit } from './evidence.ts'
import { planUnit, type Wanted } from '../wire/support/plan.ts'
import type { Ledger } from '../wire/support/run.ts'

export interface Requested {
  readonly number: number
  readonly at: string
  readonly answeredAt: string | null
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly endpoint: string | null
  readonly keys: readonly string[]
  /** Null where bodies are not kept. */
  readonly body: string | null
  readonly bodySha256: string
  readonly fault: FateName | null
  readonly fate: string
  readonly status: number | null
}

export interface Case {
  readonly unit: Wanted
  readonly receipts: readonly UnitReceipt[]
  readonly ledger: Ledger
  readonly settleMs: number
  /** What the fates of this customer break on purpose. */
  readonly broken: readonly Assumption[]
  readonly mayEnd: readonly UnitOutcome[]
  /** Numbers of its rows in the file, from 1. */
  readonly rows?: readonly number[]
  readonly isFinished?: boolean
  /** Steps that were sent while the journal had no intent of them. Left out: that cannot be seen. */
  readonly unwritten?: ReadonlySet<string>
}

export function evidenceOf({ unit, receipts, ledger, settleMs, broken, mayEnd, rows = [2], isFinished = true, unwritten }: Case): Evidence {
  const { customer } = unit
  const requests = ledger.requests as unknown as readonly Requested[]
  return {
    wanted: [{ ...wantedUnit(unit), rows, mayEnd }],
    held: ledger.customers.map((each) => held(each as unknown as Row)),
    sent: requests.filter((request) => isCreate(request) && isAbout(request, unit)).map((request) => sent(request, unit, unwritten)),
    receipts: receipts.filter((receipt) => receipt.customer === customer).map(({ outcome, customerId, siteIds }) => ({ run: 'only', customer, outcome, customerId, siteIds, before: [] })),
    // Times stand in whole milliseconds on both sides.
    settleMs: settleMs - 2, broken: new Set(broken), isFinished,
    looks: requests.filter(({ method, status, fate }) => method === 'GET' && status === 200 && fate === 'answered').flatMap((request) => looks(request, unit)),
    auditedAt: Date.now(),
  }
}

const isCreate = ({ method, endpoint }: Requested): boolean => method === 'POST' && endpoint !== 'POST /authenticate'

/** A site of a customer that the server has forgotten is known by its reference alone. */
function isAbout({ keys }: Requested, { customer, dependent = [] }: Wanted): boolean {
  return keys[0] === customer || (keys.length === 1 && dependent.some(([reference]) => reference === keys[0]))
}

function wantedUnit(unit: Wanted): Omit<WantedUnit, 'rows' | 'mayEnd'> {
  const { steps } = planUnit(unit)
  const { customer, own = [], dependent = [], contractOwnerId = 1 } = unit
  const nested = (JSON.parse(steps[0]?.body ?? '') as { readonly sites: readonly { readonly siteReference: string }[] }).sites
  return {
    run: 'only', customer, contractOwnerId: String(contractOwnerId),
    sites: [...own.map((reference) => ({ reference, receivingSite: null })), ...dependent.map(([reference, receivingSite]) => ({ reference, receivingSite }))],
    bodyHashes: Object.fromEntries([
      ...steps.map(({ key, body }) => [key, hash(body)] as const),
      ...nested.map((site) => [`site:${customer}/${site.siteReference}`, hash(JSON.stringify(site))] as const),
    ]),
  }
}

type Row = { readonly id: number; readonly customerAccountNumber: string; readonly contractOwnerId: number; readonly sites: readonly { readonly id: number; readonly siteReference: string; readonly siteIdReceivingInvoice?: number }[] }

function held({ id, customerAccountNumber, contractOwnerId, sites }: Row): HeldCustomer {
  return {
    // Those that the practice server begins with are never in a plan.
    id: String(id), customer: customerAccountNumber, contractOwnerId: String(contractOwnerId), isAsSent: true, visibleFrom: 0, by: 'us',
    sites: sites.map((site) => ({ id: String(site.id), reference: site.siteReference, receivingId: site.siteIdReceivingInvoice === undefined ? null : String(site.siteIdReceivingInvoice), visibleFrom: 0 })),
  }
}

function sent(request: Requested, { customer, own = [] }: Wanted, unwritten: Case['unwritten']): SentRequest {
  const steps = request.endpoint === 'POST /customers' ? [`customer:${customer}`, ...own.map((reference) => `site:${customer}/${reference}`)] : [`site:${customer}/${request.keys.at(-1) ?? ''}`]
  return {
    steps, at: Date.parse(request.at), order: request.number, heardAt: request.fate === 'answered' && request.answeredAt !== null ? Date.parse(request.answeredAt) : null,
    hadIntent: unwritten === undefined ? null : !unwritten.has(steps[0] ?? ''), bodyHash: bodyHash(request), told: toldBy(request),
  }
}

/** In a customer's request no id is put in: its bytes are told by the hash of all of them. */
function bodyHash({ endpoint, body, bodySha256 }: Requested): string | null {
  if (endpoint === 'POST /customers') return bodySha256
  return body === null ? null : hash(body)
}

/** As the table of outcome classes has it (reliability: 4.6), said once more by somebody who does not know the client. */
function toldBy({ status, fate, fault }: Requested): SentRequest['told'] {
  if (fate !== 'answered' || status === null) return 'open'
  const shown = fault === null ? null : fates[fault].shows
  if (shown !== null && ['long-header', 'many-headers', 'two-lengths', 'compressed'].includes(shown.delivery)) return 'open'
  if ([401, 407, 425, 429].includes(status) || (status === 403 && shown?.body === 'page')) return 'not-applied'
  const isReadable = shown === null || ['message', 'bare', 'truth', 'text-id', 'without-sites'].includes(shown.body)
  if (status === 200 || status === 201) return isReadable ? 'confirmed' : 'open'
  if ([405, 406, 413, 415, 422, 431, 501].includes(status)) return 'refused'
  return [400, 403, 404, 410].includes(status) && isReadable ? 'refused' : 'open'
}

/** The steps whose absence a read shows. */
function looks({ number: order, at, path, endpoint, keys }: Requested, { customer, own = [], dependent = [] }: Wanted): readonly Look[] {
  const time = Date.parse(at)
  const site = (reference: string): Look => ({ at: time, order, step: `site:${customer}/${reference}` })
  const [about] = keys
  // Several at once: `in:A,B`.
  if (about !== undefined && about !== customer && !(about.startsWith('in:') && about.slice(3).split(',').includes(customer))) return []
  if (endpoint === 'GET /customers') return about === undefined ? [{ at: time, order, step: null }] : [{ at: time, order, step: `customer:${customer}` }, ...own.map(site)]
  // The server has forgotten whose sites it is asked for.
  if (endpoint === 'GET /sites' && about === undefined) return path.includes('customerId=') ? [{ at: time, order, step: null }] : []
  return endpoint === 'GET /sites' ? [...own, ...dependent.map(([reference]) => reference)].map(site) : []
}

/** With zeros where ids were put in. */
function hash(body: string): string {
  return createHash('sha256').update(body.replace(/"customerId":\d+/, '"customerId":0').replace(/"siteIdReceivingInvoice":\d+/, '"siteIdReceivingInvoice":0')).digest('hex')
}
