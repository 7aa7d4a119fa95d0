import { ok, type Result } from '#core/model/result.ts'
import type { Source } from '#core/model/source.ts'
import type { Journal } from '#core/ports-journal.ts'
import type { CustomerApproval } from '../prepare/prepared-file.ts'
import type { Target } from '../target/target.ts'
import { compareWithLast, type Comparison } from './compare-with-last.ts'
import { earlierImports } from './earlier-imports.ts'

/** What a dry run says of the imports before it. */
export interface LookedBack {
  /** A sentence each. */
  readonly earlier: readonly string[]
  readonly comparison: Comparison | null
}

export function lookBack(journal: Journal, source: Source, now: { readonly target: Target; readonly customers: Iterable<CustomerApproval> }): Result<LookedBack> {
  const runs = journal.runs()
  if (!runs.ok) return runs
  const before = { journal, runs: runs.value }
  const earlier = earlierImports(before, source, now.target)
  if (!earlier.ok) return earlier
  const comparison = compareWithLast(before, source, now)
  return comparison.ok ? ok({ earlier: earlier.value, comparison: comparison.value }) : comparison
}
