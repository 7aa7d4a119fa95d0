import type { Issue } from '#core/model/issue.ts'
import type { PlanCounts, PlanUnit } from '#core/model/plan.ts'
import type { CustomerSummary } from '#core/model/prepared.ts'
import type { NewHash } from '#core/ports.ts'
import { addCounts, countUnit, hashUnit, noPlanCounts, type Checker, type Group } from '#core/pipeline.ts'
import { storeIssue, type StoredIssue } from '#node/staging/stored-issue.ts'
import { placeOf, type FileIndex } from './index-file.ts'
import { summaryText } from './summary-text.ts'

/** Some customers in a row, as another thread can be given them. */
export interface Chunk {
  /** Number of its first customer. */
  readonly first: number
  readonly keys: readonly string[]
  /** Rows counted through all tables; those of its customer n begin at `starts[n]`. */
  readonly rows: Int32Array
  readonly starts: Int32Array
  readonly offsets: readonly number[]
  /** By customer number: another account number looks the same. */
  readonly similar: ReadonlyMap<number, Issue>
  readonly doubts: NonNullable<Group['doubts']>
}

export interface CheckedChunk {
  readonly first: number
  /** JSON lines of `CustomerSummary`. */
  readonly summaries: string
  readonly buckets: readonly CustomerSummary['bucket'][]
  readonly issues: readonly StoredIssue[]
  /** Of the requests of each customer; null where it is not ready. */
  readonly hashes: readonly (string | null)[]
  readonly plan: PlanCounts
  /** Of the customers that were not left out. */
  readonly sites: number
  readonly contacts: number
}

/** Checked in some ten milliseconds, so that whoever checks them can do something else in between. */
export const chunkCustomers = 128

export function checkChunk(checker: Checker, chunk: Chunk, newHash: NewHash): CheckedChunk {
  const summaries: string[] = []
  const buckets: CustomerSummary['bucket'][] = []
  const issues: StoredIssue[] = []
  const hashes: (string | null)[] = []
  let plan = noPlanCounts
  let sites = 0
  let contacts = 0
  for (let at = 0; at < chunk.keys.length; at++) {
    const customer = chunk.first + at
    const checked = checker.check(groupOf(chunk, at), chunk.similar.get(customer))
    const { summary, unit } = checked
    summaries.push(summaryText(summary))
    buckets.push(summary.bucket)
    for (const found of checked.issues) issues.push(storeIssue(found, customer))
    hashes.push(unit === null ? null : hashUnit(unit, newHash))
    if (unit !== null) plan = addCounts(plan, countUnit(unit, summary.contacts))
    if (summary.bucket === 'excluded') continue
    sites += summary.sites
    contacts += summary.contacts
  }
  return { first: chunk.first, summaries: summaries.join('\n'), buckets, issues, hashes, plan, sites, contacts }
}

/** One customer's rows, as `check` takes them. */
export function groupAt(index: FileIndex, customer: number): Group {
  const rows = index.rows.subarray(index.starts[customer] ?? 0, index.starts[customer + 1] ?? 0)
  return { key: index.keys[customer] ?? '', rows: Array.from(rows, (row) => placeOf(index, row)), doubts: index.doubts }
}

/** The frozen requests of a chunk's customers, made again: null where there are none. */
export function* unitsOf(checker: Checker, chunk: Chunk): Generator<PlanUnit | null> {
  for (let at = 0; at < chunk.keys.length; at++) yield checker.check(groupOf(chunk, at), chunk.similar.get(chunk.first + at)).unit
}

function groupOf(chunk: Chunk, at: number): Group {
  const rows: Group['rows'][number][] = []
  for (let row = chunk.starts[at] ?? 0; row < (chunk.starts[at + 1] ?? 0); row++) rows.push(placeOf(chunk, chunk.rows[row] ?? 0))
  return { key: chunk.keys[at] ?? '', rows, doubts: chunk.doubts }
}
