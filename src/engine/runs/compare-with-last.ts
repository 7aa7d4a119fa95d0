import { ok, type Result } from '#core/model/result.ts'
import type { RunSummary } from '#core/ports-journal.ts'
import type { CustomerApproval } from '../prepare/prepared-file.ts'
import type { Target } from '../target/target.ts'
import type { RunsBefore } from './earlier-imports.ts'

/** What distinguishes this plan from the last one that was approved for the same file; customers by account number. */
export interface Comparison {
  readonly run: RunSummary
  /** In the file now, and not sent then. */
  readonly added: readonly string[]
  /** Their requests are others than then. */
  readonly changed: readonly string[]
  /** Sent then, and no longer in the file. */
  readonly gone: readonly string[]
  readonly same: number
  /** In both, but not in this plan: held back, left out, there already; or of a run too old to be compared with. */
  readonly uncompared: number
}

interface File {
  readonly file: string
  readonly sha256: string
}

/** Null: this file was not imported to this server before. The same file is one of the same name, or of the same content. */
export function compareWithLast({ journal, runs }: RunsBefore, source: File, { target, customers }: { readonly target: Target; readonly customers: Iterable<CustomerApproval> }): Result<Comparison | null> {
  const last = runs.find((run) => isSameTarget(run, target) && (run.fileName === source.file || run.fileSha256 === source.sha256))
  if (last === undefined) return ok(null)
  const approved = journal.approved(last.id)
  return approved.ok ? ok({ run: last, ...compare(new Map(approved.value.map(({ customer, requestsHash }) => [customer, requestsHash])), customers) }) : approved
}

/** Each start of the practice server has an address of its own. */
function isSameTarget(run: RunSummary, { kind, api }: Target): boolean {
  return kind === 'practice' ? run.practice : !run.practice && run.baseUrl === api.baseUrl && run.brand === api.brand
}

function compare(then: Map<string, string | null>, customers: Iterable<CustomerApproval>): Omit<Comparison, 'run'> {
  const added: string[] = []
  const changed: string[] = []
  let same = 0
  let uncompared = 0
  for (const { key, requestsHash } of customers) {
    const before = then.get(key)
    then.delete(key)
    if (before === undefined) added.push(key)
    else if (before === null || requestsHash === null) uncompared += 1
    else if (before === requestsHash) same += 1
    else changed.push(key)
  }
  return { added, changed, gone: [...then.keys()], same, uncompared }
}
