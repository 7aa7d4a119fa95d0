import type { Issue } from '#core/model/issue.ts'
import type { PlanCounts } from '#core/model/plan.ts'
import type { PreparedCounts, RowBucket } from '#core/model/prepared.ts'
import type { Checker, PrepareInput } from '#core/pipeline.ts'
import type { IssueStore } from '#node/staging/issue-store.ts'
import type { FileIndex } from './index-file.ts'
import type { Summaries } from './summaries.ts'

/** In a byte for each customer: a position in this list. */
export const buckets = ['ready', 'held', 'existing', 'excluded', 'blank'] as const satisfies readonly RowBucket[]

/** Of the hash of a customer's requests. */
export const hashBytes = 32

/** What a prepared file is made from. */
export interface FileParts {
  readonly input: PrepareInput
  readonly checker: Checker
  readonly index: FileIndex
  /** By customer number: another account number looks the same. */
  readonly similar: ReadonlyMap<number, Issue>
}

/** What is known of a file. After an edit the parts that it touches are replaced, all at once. */
export interface PreparedParts extends FileParts {
  readonly issues: IssueStore
  readonly summaries: Summaries
  /**
   * By customer number, the name that its issues and its summary are kept under. Numbers follow the order of first rows and change
   * when a row goes to another customer; tags never do.
   */
  readonly tagOf: Int32Array
  readonly bucketOf: Uint8Array
  /** By customer number; of customers that are ready. */
  readonly hashes: Buffer
  readonly planCounts: PlanCounts
  readonly counts: PreparedCounts
  readonly close: () => void
}
