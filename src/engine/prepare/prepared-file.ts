import type { Issue } from '#core/model/issue.ts'
import type { PlanSummary, PlanUnit } from '#core/model/plan.ts'
import type { CustomerSummary, LedgerRow, PreparedCounts, RowBucket } from '#core/model/prepared.ts'
import { hashUnit, type Checker, type PrepareInput } from '#core/pipeline.ts'
import type { IssueGroup, IssueQuery, IssueStore } from '#node/staging/issue-store.ts'
import type { TextBlocks } from '#node/staging/text-blocks.ts'
import { chunkCustomers, unitsOf } from './check-chunk.ts'
import { chunkAt } from './chunks.ts'
import { placeOf, type FileIndex } from './index-file.ts'

export interface CustomerQuery {
  readonly bucket?: string | undefined
  /** In the account number or the name, whatever the case. */
  readonly search?: string | undefined
}

/** Everything known after the pure stages, for a file of any size: asked for page by page. */
export interface PreparedFile {
  readonly counts: PreparedCounts
  readonly plan: PlanSummary
  readonly groups: readonly IssueGroup[]
  issues(query: IssueQuery, from: number, count: number): { readonly total: number; readonly issues: readonly Issue[] }
  issuesOfRows(table: number, from: number, to: number): readonly Issue[]
  eachIssue(): Iterable<Issue>
  /** Row numbers with an error or a warning, ascending. */
  problemRows(table: number): Int32Array
  customers(query: CustomerQuery, from: number, count: number): { readonly total: number; readonly customers: readonly CustomerSummary[] }
  eachCustomer(): Iterable<CustomerSummary>
  /** Rows without an account number share the key '': the row tells them apart. */
  customer(key: string, row: number): CustomerSummary | null
  similarOf(key: string): Issue | undefined
  /** By table, what is in doubt about rows without an account number. */
  readonly doubts: FileIndex['doubts']
  ledgerAt(table: number, index: number): LedgerRow
  /** The requests, made again in file order; throws when one is not what the plan's hash was made of. */
  units(): Generator<PlanUnit>
  close(): void
}

/** In a byte for each customer: a position in this list. */
export const buckets = ['ready', 'held', 'existing', 'excluded', 'blank'] as const satisfies readonly RowBucket[]

/** What a prepared file is made from. */
export interface FileParts {
  readonly input: PrepareInput
  readonly checker: Checker
  readonly index: FileIndex
  /** By customer number: another account number looks the same. */
  readonly similar: ReadonlyMap<number, Issue>
}

export interface PreparedParts extends FileParts {
  readonly issues: IssueStore
  readonly summaries: TextBlocks
  readonly bucketOf: Uint8Array
  readonly plan: PlanSummary
  readonly hashAt: (customer: number) => string
  readonly counts: PreparedCounts
  readonly close: () => void
}

export function makePreparedFile(parts: PreparedParts): PreparedFile {
  const { issues, index, checker, counts, plan, close } = parts
  const problems = new Map<number, Int32Array>()
  const numberOf = new Map<string, number>()
  let listed: { readonly name: string; readonly numbers: Int32Array } | null = null
  const groups = issues.groups()
  return {
    counts, plan, groups, close, doubts: index.doubts,
    issues: (query, from, count) => issues.page(query, from, count),
    issuesOfRows: (table, from, to) => issues.ofRows(table, from, to),
    eachIssue: () => issues.each(),
    problemRows(table) {
      const rows = problems.get(table) ?? issues.problemRows(table)
      problems.set(table, rows)
      return rows
    },
    customers(query, from, count) {
      const name = JSON.stringify([query.bucket, query.search])
      if (listed?.name !== name) listed = { name, numbers: listCustomers(parts, query) }
      const page = listed.numbers.subarray(from, from + count)
      return { total: listed.numbers.length, customers: Array.from(page, (number) => summaryAt(parts, number)) }
    },
    * eachCustomer() {
      for (let first = 0; first < index.keys.length; first += chunkCustomers) yield* readChunk(parts, first)
    },
    customer(key, row) {
      if (numberOf.size === 0) for (const [number, known] of index.keys.entries()) if (known !== '') numberOf.set(known, number)
      const number = key === '' ? keylessAt(parts, row) : numberOf.get(key)
      return number === undefined ? null : summaryAt(parts, number)
    },
    similarOf: (key) => parts.similar.get(index.keys.indexOf(key)),
    ledgerAt(table, position) {
      const row = checker.rowAt(table, position).row
      const customer = index.customerOf[(index.offsets[table] ?? 0) + position] ?? -1
      if (customer < 0) return { table, row, bucket: 'blank', customer: null }
      const bucket = checker.isExcluded({ table, row }) ? 'excluded' : (buckets[parts.bucketOf[customer] ?? 1] ?? 'held')
      return { table, row, bucket, customer: index.keys[customer] === '' ? null : (index.keys[customer] ?? null) }
    },
    units: () => makeUnits(parts),
  }
}

function* makeUnits({ index, checker, similar, hashAt, input, bucketOf }: PreparedParts): Generator<PlanUnit> {
  for (let first = 0; first < index.keys.length; first += chunkCustomers) {
    let customer = first
    for (const unit of unitsOf(checker, chunkAt(index, similar, first))) {
      const isPlanned = bucketOf[customer] === 0
      if (isPlanned !== (unit !== null) || (unit !== null && hashUnit(unit, input.newHash) !== hashAt(customer))) throw new Error('A request is not what was approved')
      if (unit !== null) yield unit
      customer += 1
    }
  }
}

function listCustomers(parts: PreparedParts, { bucket, search }: CustomerQuery): Int32Array {
  const words = search?.trim().toLocaleLowerCase('en') ?? ''
  const all = Int32Array.from(parts.bucketOf.keys())
  const wanted = bucket === undefined ? all : all.filter((number) => buckets[parts.bucketOf[number] ?? 1] === bucket)
  if (words === '') return wanted
  const found = new Set<number>()
  for (let first = 0; first < parts.bucketOf.length; first += chunkCustomers) {
    for (const [at, { key, name }] of readChunk(parts, first).entries()) {
      if (`${key} ${name}`.toLocaleLowerCase('en').includes(words)) found.add(first + at)
    }
  }
  return wanted.filter((number) => found.has(number))
}

function readChunk({ summaries }: PreparedParts, first: number): readonly CustomerSummary[] {
  return summaries.read(first).split('\n').map((line) => JSON.parse(line) as CustomerSummary)
}

function summaryAt(parts: PreparedParts, number: number): CustomerSummary {
  const first = number - (number % chunkCustomers)
  const line = parts.summaries.read(first).split('\n')[number - first]
  if (line === undefined) throw new Error(`Customer ${number} was not kept`)
  return JSON.parse(line) as CustomerSummary
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
