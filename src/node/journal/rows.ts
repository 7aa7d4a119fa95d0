// Rows of the journal and the nouns they stand for. Casts of columns are safe: the tables are STRICT and only this folder writes.
import { hash } from 'node:crypto'
import type { PlanUnit } from '#core/model/plan.ts'
import type { UnitOutcome, UnitReceipt } from '#core/model/receipt.ts'
import type { Failure } from '#core/model/result.ts'
import type { AuditSummary, EndedUnit, IntentOutcome, RunHolder, RunState, RunSummary, RunWish } from '#core/ports-journal.ts'
import { Damaged } from './failures.ts'

export interface RunRow {
  readonly id: string
  readonly created_at: string
  readonly finished_at: string | null
  readonly state: RunState
  readonly failure: string | null
  readonly server_started_at: string | null
  readonly audit: string | null
  readonly plan_hash: string
  readonly file_name: string
  readonly file_sha256: string
  readonly base_url: string
  readonly brand: string
  readonly username: string
  readonly practice: number
  readonly requests_per_second: number
  readonly lanes: number
  readonly customers: number
  readonly holder: string | null
}

export interface WishRow {
  readonly kind: RunWish['kind']
  readonly requests_per_second: number | null
  readonly lanes: number | null
}

export interface UnitRow {
  readonly ordinal: number
  readonly customer: string
  readonly contract_owner_id: string
  readonly payload: string | null
  readonly payload_sha256: string | null
  readonly doubtful: number
  readonly customer_id: string | null
  readonly site_ids: string
  readonly outcome: UnitOutcome | null
  readonly reason: string | null
  readonly attempts: number
}

/** 0 or 1. */
export interface PendingRow extends UnitRow {
  /** It has an intent. */
  readonly tried: number
  /** Another run has the same customer. */
  readonly repeated: number
}

export interface ApprovedRow {
  readonly customer: string
  readonly requests_hash: string | null
}

export interface IntentRow {
  readonly id: number
  readonly step: string
  readonly outcome: IntentOutcome | null
  readonly note: string | null
}

export const noCounts: Readonly<Record<UnitOutcome, number>> = { created: 0, existing: 0, rejected: 0, incomplete: 0, unknown: 0, duplicate: 0, 'not-sent': 0 }

/** What it cannot have been written as is damage; what the rest is worth is unknown then. */
export function toSummary(row: RunRow, counts: readonly { readonly outcome: UnitOutcome; readonly customers: number }[]): RunSummary {
  if (!isTime(row.created_at)) throw new Damaged('the time of its beginning is no time')
  if (!states.includes(row.state)) throw new Damaged('whether it has ended cannot be read')
  if (counts.some(({ outcome }) => !Object.hasOwn(noCounts, outcome))) throw new Damaged('how some of its customers ended cannot be read')
  readText<RunHolder>(row.holder, 'who sends it', ['shell'])
  return {
    id: row.id, createdAt: row.created_at, finishedAt: row.finished_at, state: row.state,
    failure: readText<Failure>(row.failure, 'why it stopped', ['code', 'message']),
    serverStartedAt: row.server_started_at, audit: readText<AuditSummary>(row.audit, 'what the final look found', ['customers']),
    planHash: row.plan_hash, fileName: row.file_name, fileSha256: row.file_sha256, baseUrl: row.base_url, brand: row.brand,
    username: row.username, practice: row.practice === 1, pace: { requestsPerSecond: row.requests_per_second, lanes: row.lanes },
    customers: row.customers,
    counts: { ...noCounts, ...Object.fromEntries(counts.map(({ outcome, customers }) => [outcome, customers])) },
  }
}

export function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}

const states: readonly RunState[] = ['open', 'stopped', 'finished']

/** JSON of an object that has all of these members. */
function readText<Value>(text: string | null, what: string, members: readonly (keyof Value & string)[]): Value | null {
  if (text === null) return null
  const value = readObject(text)
  if (value === null || !members.every((member) => Object.hasOwn(value, member))) throw new Damaged(`${what} cannot be read`)
  return value as Value
}

function readObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null // Not JSON at all: that is the damage.
  }
}

export function readPayload(row: UnitRow): PlanUnit {
  if (row.payload === null) throw new Error('the run is finished, its payload is purged')
  // A byte that changed on the disk would be sent to the server, and nobody would notice.
  if (row.payload_sha256 !== null && hashPayload(row.payload) !== row.payload_sha256) throw new Damaged(`the frozen data of customer number ${row.ordinal + 1} is not what it was`)
  return JSON.parse(row.payload) as PlanUnit
}

export function hashPayload(text: string): string {
  return hash('sha256', text, 'hex')
}

export function readSiteIds(row: Pick<UnitRow, 'site_ids'>): Record<string, string> {
  return JSON.parse(row.site_ids) as Record<string, string>
}

export function toEnded(row: UnitRow): EndedUnit {
  const { customer, customer_id: customerId, outcome, reason, attempts, ordinal, contract_owner_id: contractOwnerId } = row
  if (outcome === null) throw new Error('a customer without a receipt has not ended')
  const { customerName, siteReferences } = readPayload(row)
  return { ordinal, customerName, contractOwnerId, siteReferences, receipt: { customer, outcome, customerId, siteIds: readSiteIds(row), reason, attempts } }
}

/** A customer that has not ended is told as what the journal can swear to. */
export function toReceipt(row: Pick<UnitRow, 'customer' | 'customer_id' | 'site_ids' | 'outcome' | 'reason' | 'attempts'> & { readonly open_intents: number }): UnitReceipt {
  const { customer, customer_id: customerId, reason, attempts } = row
  const siteIds = readSiteIds(row)
  if (row.outcome !== null) return { customer, outcome: row.outcome, customerId, siteIds, reason, attempts }
  const common = { customer, customerId, siteIds, attempts: row.open_intents }
  if (customerId !== null) return { ...common, outcome: 'incomplete', reason: 'The run stopped before all its sites were sent. Resume it.' }
  if (row.open_intents > 0) return { ...common, outcome: 'unknown', reason: 'Sent, and the run stopped before it was known what became of it. Resume it to find out.' }
  return { ...common, outcome: 'not-sent', reason: 'The run stopped before this customer was sent.' }
}

export function toWish(row: WishRow): RunWish {
  return row.kind === 'stop' ? { kind: 'stop' } : { kind: 'pace', pace: { requestsPerSecond: row.requests_per_second ?? 0, lanes: row.lanes ?? 0 } }
}
