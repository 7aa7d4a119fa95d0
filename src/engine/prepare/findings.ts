import type { CustomerSummary, PreparedCounts, RowBucket } from '#core/model/prepared.ts'
import { addCounts, noPlanCounts } from '#core/pipeline.ts'
import { openIssueStore } from '#node/staging/issue-store.ts'
import type { StagingArea } from '#node/staging/staging-area.ts'
import { storeIssue } from '#node/staging/stored-issue.ts'
import { newTextBlocks } from '#node/staging/text-blocks.ts'
import type { CheckedChunk, Chunk } from './check-chunk.ts'
import { placeOf } from './index-file.ts'
import { buckets, hashBytes, type FileParts } from './file-parts.ts'
import { makePreparedFile, type PreparedFile } from './prepared-file.ts'
import { keepSummaries } from './summaries.ts'

export interface FindingsInput extends FileParts {
  readonly area: StagingArea
}

export interface Findings {
  take(checked: CheckedChunk, chunk: Chunk): void
  /** Everything was taken. */
  seal(): PreparedFile
  /** Not wanted any more: its files go. */
  drop(): void
}

let preparations = 0

/** Gathers what the chunks answer, in whatever order they come: what is large goes to disk, the rest is a few bytes a customer. */
export function newFindings(given: FindingsInput): Findings {
  const { checker, index, area } = given
  const name = `prepared-${++preparations}`
  const issues = openIssueStore(area.path(`${name}.sqlite`))
  const summaries = newTextBlocks(area.path(`${name}.customers`))
  const bucketOf = new Uint8Array(index.keys.length)
  const hashes = Buffer.alloc(index.keys.length * hashBytes)
  const totals = { errors: 0, warnings: 0, infos: 0, sites: 0, contacts: 0, plan: noPlanCounts }
  const keep = (found: readonly ReturnType<typeof storeIssue>[]): void => {
    issues.add(found)
    for (const [, , , , severity] of found) totals[`${severity}s`] += 1
  }
  keep([...checker.fileIssues, ...index.issues].map((found) => storeIssue(found, -1)))
  const close = (): void => {
    issues.close()
    summaries.close()
    for (const file of [`${name}.sqlite`, `${name}.sqlite-wal`, `${name}.sqlite-shm`, `${name}.customers`]) area.drop(file)
  }
  return {
    take({ first, buckets: found, hashes: hexes, plan, sites, contacts, ...rest }) {
      summaries.write(first, rest.summaries)
      keep(rest.issues)
      for (const [at, bucket] of found.entries()) bucketOf[first + at] = buckets.indexOf(bucket)
      for (const [at, hex] of hexes.entries()) if (hex !== null) hashes.write(hex, (first + at) * hashBytes, 'hex')
      totals.plan = addCounts(totals.plan, plan)
      totals.sites += sites
      totals.contacts += contacts
    },
    seal() {
      issues.seal()
      const { errors, warnings, infos, sites, contacts } = totals
      const counts = { ...countBuckets(given, bucketOf), sites, contacts, errors, warnings, infos }
      return makePreparedFile({ ...given, issues, summaries: keepSummaries(summaries, index.keys.length), tagOf: Int32Array.from(index.keys.keys()), bucketOf, hashes, planCounts: totals.plan, counts, close })
    },
    drop: close,
  }
}

/** Customers that were left out as a whole are listed, but are none of this import. */
function countBuckets({ checker, input, index }: FindingsInput, bucketOf: Uint8Array): Omit<PreparedCounts, 'sites' | 'contacts' | 'errors' | 'warnings' | 'infos'> {
  const rowsByBucket: Record<RowBucket, number> = { ready: 0, held: 0, existing: 0, excluded: 0, blank: 0 }
  const customers: Record<CustomerSummary['bucket'], number> = { ready: 0, held: 0, existing: 0, excluded: 0 }
  for (const bucket of bucketOf) customers[buckets[bucket] as CustomerSummary['bucket']] += 1
  for (let row = 0; row < index.customerOf.length; row++) rowsByBucket[bucketOfRow(row)] += 1
  return {
    rows: index.customerOf.length, rowsByBucket, customers: index.keys.length - customers.excluded,
    customersReady: customers.ready, customersHeld: customers.held, customersExisting: customers.existing,
  }
  function bucketOfRow(row: number): RowBucket {
    const customer = index.customerOf[row] ?? -1
    if (customer < 0) return 'blank'
    if (input.excluded.size > 0) {
      const { table, index: position } = placeOf(index, row)
      if (checker.isExcluded({ table, row: checker.rowAt(table, position).row })) return 'excluded'
    }
    return buckets[bucketOf[customer] ?? 1] ?? 'held'
  }
}
