import type { Issue } from '#core/model/issue.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { PlanSummary, PlanUnit } from '#core/model/plan.ts'
import type { CustomerSummary, LedgerRow, PreparedCounts, RowBucket } from '#core/model/prepared.ts'
import type { SourceRow } from '#core/model/source.ts'
import { hashUnit, newChecker, sealPlan, type CheckedCustomer, type PrepareInput } from '#core/pipeline.ts'
import type { IssueCause, IssueGroup, IssueQuery } from '#node/staging/issue-store.ts'
import { chunkCustomers, groupAt, unitsOf } from './check-chunk.ts'
import { chunkAt } from './chunks.ts'
import { buckets, hashBytes, type PreparedParts } from './file-parts.ts'
import { placeOf, type FileIndex } from './index-file.ts'
import { recheck } from './recheck.ts'

export interface CustomerQuery {
  readonly bucket?: string | undefined
  /** In the account number or the name, whatever the case. */
  readonly search?: string | undefined
}

export interface CustomerApproval {
  readonly key: string
  readonly bucket: RowBucket
  readonly requestsHash: string | null
}

/** Everything known after the pure stages, for a file of any size: asked for page by page. */
export interface PreparedFile {
  readonly counts: PreparedCounts
  /** Reckoned when it is asked for: it takes every ready customer. */
  readonly plan: PlanSummary
  readonly groups: readonly IssueGroup[]
  causes(limit: number): { readonly total: number; readonly causes: readonly IssueCause[] }
  issues(query: IssueQuery, from: number, count: number): { readonly total: number; readonly issues: readonly Issue[] }
  issuesOfRows(table: number, from: number, to: number): readonly Issue[]
  eachIssue(query?: IssueQuery): Iterable<Issue>
  /** Row numbers with such an issue, ascending; for an empty query: with an error or a warning. */
  issueRows(table: number, query: IssueQuery): Int32Array
  customers(query: CustomerQuery, from: number, count: number): { readonly total: number; readonly customers: readonly CustomerSummary[] }
  eachCustomer(): Iterable<CustomerSummary>
  /** Customers with an account number, in file order; the hash of their requests where they are ready. Reads nothing from disk. */
  eachApproval(): Iterable<CustomerApproval>
  /** Rows without an account number share the key '': the row tells them apart. */
  customer(key: string, row: number): CustomerSummary | null
  similarOf(key: string): Issue | undefined
  /** By table, what is in doubt about rows without an account number. */
  readonly doubts: FileIndex['doubts']
  ledgerAt(table: number, index: number): LedgerRow
  /** The rows of the customer whose row this is, by position in their tables; none for a blank row. */
  rowsBeside(table: number, index: number): readonly { readonly table: number; readonly index: number }[]
  /** A row as it stands after the operator's edits. */
  rowAt(table: number, index: number): SourceRow
  /** The customer of a row as it is, or as it would be with another input. Changes nothing. */
  checkBeside(table: number, index: number, input?: PrepareInput): CheckedCustomer | null
  /** The requests, made again in file order; throws when one is not what the plan's hash was made of. */
  units(): Generator<PlanUnit>
  /**
   * Takes in a change of some rows, checking only what it touches again. False when it may touch everything, as when the date that
   * proved the order of its column goes: then nothing has changed here, and the file is to be prepared anew.
   */
  revise(input: PrepareInput, rows: readonly RowPlace[]): boolean
  close(): void
}

/** What is reckoned when it is asked for, and forgotten after a change. */
interface Derived {
  plan: PlanSummary | null
  groups: readonly IssueGroup[] | null
  readonly rows: Map<string, Int32Array>
  listed: { readonly name: string; readonly numbers: Int32Array } | null
  numberOf: ReadonlyMap<string, number> | null
}

const nothingDerived = (): Derived => ({ plan: null, groups: null, rows: new Map(), listed: null, numberOf: null })

export function makePreparedFile(first: PreparedParts): PreparedFile {
  let parts = first
  let derived = nothingDerived()
  const { issues, close } = first
  return {
    get counts() { return parts.counts },
    get plan() { return (derived.plan ??= planOf(parts)) },
    get groups() { return (derived.groups ??= issues.groups()) },
    get doubts() { return parts.index.doubts },
    close,
    causes: (limit) => issues.causes(limit),
    issues: (query, from, count) => issues.page(query, from, count),
    issuesOfRows: (table, from, to) => issues.ofRows(table, from, to),
    eachIssue: (query) => issues.each(query),
    issueRows(table, query) {
      const name = JSON.stringify([table, query.code, query.severity, query.cause])
      const rows = derived.rows.get(name) ?? issues.rows(table, query)
      derived.rows.set(name, rows)
      return rows
    },
    customers(query, from, count) {
      const name = JSON.stringify([query.bucket, query.search])
      if (derived.listed?.name !== name) derived.listed = { name, numbers: listCustomers(parts, query) }
      const { numbers } = derived.listed
      return { total: numbers.length, customers: Array.from(numbers.subarray(from, from + count), (number) => summaryAt(parts, number)) }
    },
    * eachCustomer() {
      for (let number = 0; number < parts.index.keys.length; number++) yield summaryAt(parts, number)
    },
    eachApproval: () => approvalsOf(parts),
    customer(key, row) {
      derived.numberOf ??= numbersByKey(parts)
      const number = key === '' ? keylessAt(parts, row) : derived.numberOf.get(key)
      return number === undefined ? null : summaryAt(parts, number)
    },
    similarOf: (key) => parts.similar.get(parts.index.keys.indexOf(key)),
    ledgerAt: (table, position) => ledgerAt(parts, table, position),
    rowsBeside(table, index) {
      const customer = parts.index.customerOf[(parts.index.offsets[table] ?? 0) + index] ?? -1
      return customer < 0 ? [] : groupAt(parts.index, customer).rows
    },
    rowAt: (table, index) => parts.checker.rowAt(table, index),
    checkBeside(table, index, input) {
      const customer = parts.index.customerOf[(parts.index.offsets[table] ?? 0) + index] ?? -1
      const checker = input === undefined ? parts.checker : newChecker(input)
      return customer < 0 ? null : checker.check(groupAt(parts.index, customer), parts.similar.get(customer))
    },
    units: () => makeUnits(parts),
    revise(input, rows) {
      const revised = recheck(parts, input, rows)
      if (revised === null) return false
      parts = revised
      derived = nothingDerived()
      return true
    },
  }
}

function planOf({ bucketOf, index, planCounts, input, ...parts }: PreparedParts): PlanSummary {
  const planned = Int32Array.from(bucketOf.keys()).filter((customer) => bucketOf[customer] === 0)
  return sealPlan({
    length: planned.length, customerAt: (at) => index.keys[planned[at] ?? -1] ?? '', hashAt: (at) => hashAt(parts, planned[at] ?? -1),
  }, planCounts, input.newHash)
}

function hashAt({ hashes }: Pick<PreparedParts, 'hashes'>, customer: number): string {
  return hashes.toString('hex', customer * hashBytes, (customer + 1) * hashBytes)
}

function* approvalsOf(parts: PreparedParts): Generator<CustomerApproval> {
  for (const [number, key] of parts.index.keys.entries()) {
    const bucket = buckets[parts.bucketOf[number] ?? 1] ?? 'held'
    if (key !== '') yield { key, bucket, requestsHash: bucket === 'ready' ? hashAt(parts, number) : null }
  }
}

function* makeUnits(parts: PreparedParts): Generator<PlanUnit> {
  const { index, checker, similar, input, bucketOf } = parts
  for (let first = 0; first < index.keys.length; first += chunkCustomers) {
    let customer = first
    for (const unit of unitsOf(checker, chunkAt(index, similar, first))) {
      const isPlanned = bucketOf[customer] === 0
      if (isPlanned !== (unit !== null) || (unit !== null && hashUnit(unit, input.newHash) !== hashAt(parts, customer))) throw new Error('A request is not what was approved')
      if (unit !== null) yield unit
      customer += 1
    }
  }
}

function ledgerAt({ checker, index, bucketOf }: PreparedParts, table: number, position: number): LedgerRow {
  const row = checker.rowAt(table, position).row
  const customer = index.customerOf[(index.offsets[table] ?? 0) + position] ?? -1
  if (customer < 0) return { table, row, bucket: 'blank', customer: null }
  const bucket = checker.isExcluded({ table, row }) ? 'excluded' : (buckets[bucketOf[customer] ?? 1] ?? 'held')
  return { table, row, bucket, customer: index.keys[customer] === '' ? null : (index.keys[customer] ?? null) }
}

function listCustomers(parts: PreparedParts, { bucket, search }: CustomerQuery): Int32Array {
  const words = search?.trim().toLocaleLowerCase('en') ?? ''
  const all = Int32Array.from(parts.bucketOf.keys())
  const wanted = bucket === undefined ? all : all.filter((number) => buckets[parts.bucketOf[number] ?? 1] === bucket)
  if (words === '') return wanted
  return wanted.filter((number) => {
    const { key, name } = summaryAt(parts, number)
    return `${key} ${name}`.toLocaleLowerCase('en').includes(words)
  })
}

function summaryAt({ summaries, tagOf }: PreparedParts, number: number): CustomerSummary {
  return summaries.at(tagOf[number] ?? -1)
}

function numbersByKey({ index }: PreparedParts): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const [number, key] of index.keys.entries()) if (key !== '') numbers.set(key, number)
  return numbers
}

function keylessAt({ index, checker }: PreparedParts, row: number): number | undefined {
  for (let at = 0; at < index.customerOf.length; at++) {
    const customer = index.customerOf[at] ?? -1
    if (customer < 0 || index.keys[customer] !== '') continue
    const place = placeOf(index, at)
    if (checker.rowAt(place.table, place.index).row === row) return customer
  }
  return undefined
}
