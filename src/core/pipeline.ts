// The table of contents: the only place that knows the order of the pure stages. Nothing here reads, waits or sends, so that it can
// run again on every edit, in any process, in any test. The engine does the same piece by piece, for files too large to hold.
import type { Issue } from '#core/model/issue.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { CustomerSummary, LedgerRow, Prepared, RowBucket } from '#core/model/prepared.ts'
import { indexOfRow } from '#core/model/row-index.ts'
import { newChecker } from './pipeline/checker.ts'
import type { CheckedCustomer, Checker, Group, PrepareInput } from './pipeline/checker.ts'
import { countPrepared, orderIssues } from './pipeline/sum-up.ts'
import { doubtsOf, fillIssues, indexCustomers } from './stages/assemble/index.ts'
import type { RowRef } from './stages/assemble/index.ts'
import { addCounts, canonicalOrder, countUnit, hashUnit, noPlanCounts, sealPlan } from './stages/plan/index.ts'
import { findSimilarKeys } from './stages/validate/index.ts'

export { newChecker } from './pipeline/checker.ts'
export type { CheckedCustomer, Checker, Group, PrepareInput } from './pipeline/checker.ts'
export { describeFills, doubtsOf, fillIssues, kindOfRow, newCustomerIndexer } from './stages/assemble/index.ts'
export type { IndexedKeys, TableFill } from './stages/assemble/index.ts'
export { addCounts, countUnit, hashUnit, noPlanCounts, sealPlan } from './stages/plan/index.ts'
export { findSimilarKeys, keysLike } from './stages/validate/index.ts'

/**
 * Everything the dry run shows and the import sends. The customer is the unit: its rows are read, assembled, judged and planned
 * together, and only issues, summary and requests are kept. A customer with errors is held and stops no other.
 */
export function prepare(input: PrepareInput): Prepared {
  const checker = newChecker(input)
  const index = indexCustomers({ tables: input.source.tables, mapping: input.mapping, rowAt: checker.rowAt, keyOf: checker.reader.keyOf })
  const similar = similarKeys(checker, index.customers)
  const ledger = input.source.tables.map((table) => Array.from(table.rows, (): LedgerRow | null => null))
  const enter = ({ table, row, index: at }: RowRef, bucket: RowBucket, customer: string | null): void => {
    (ledger[table] ?? [])[at] = { table, row, bucket, customer }
  }
  for (const row of index.blank) enter(row, 'blank', null)
  const doubts = doubtsOf(index.fills)
  const checked = index.customers.map((group) => {
    const { summary, issues, unit } = checker.check({ ...group, doubts }, similar.get(group.key))
    const customer = group.key === '' ? null : group.key
    for (const row of group.rows) enter(row, checker.isExcluded(row) ? 'excluded' : summary.bucket, customer)
    return { summary, issues, unit }
  })
  const rows = ledger.flat().map((row) => {
    if (row === null) throw new Error('A row is in no bucket')
    return row
  })
  const customers = checked.map(({ summary }) => summary)
  const issues = orderIssues([...checker.fileIssues, ...fillIssues(index.fills, input.source.tables), ...checked.flatMap((one) => one.issues)])
  return { customers, issues, ledger: rows, plan: planOf(checked, input), counts: countPrepared(customers, rows, issues) }
}

/** By account number. Rows left out have no part in it: leaving one out is a way to decide. */
function similarKeys(checker: Checker, customers: readonly { readonly key: string; readonly rows: readonly RowRef[] }[]): ReadonlyMap<string, Issue> {
  const taken = customers.flatMap(({ key, rows }) => {
    const first = rows.find((row) => !checker.isExcluded(row))
    return first === undefined ? [] : [{ key, first }]
  })
  return new Map(findSimilarKeys(taken, ({ first }) => first, checker.validating).map(({ customer, issue }) => [customer.key, issue]))
}

function planOf(checked: readonly Pick<CheckedCustomer, 'unit' | 'summary'>[], { newHash }: PrepareInput): Prepared['plan'] {
  const planned = checked.flatMap(({ unit, summary }) => (unit === null ? [] : [{ unit, hash: hashUnit(unit, newHash), counts: countUnit(unit, summary.contacts) }]))
  const units = { length: planned.length, customerAt: (at: number) => planned[at]?.unit.customer ?? '', hashAt: (at: number) => planned[at]?.hash ?? '' }
  const counts = planned.reduce((sum, one) => addCounts(sum, one.counts), noPlanCounts)
  return { ...sealPlan(units, counts, newHash), units: canonicalOrder(units).flatMap((at) => planned[at]?.unit ?? []) }
}

/**
 * One customer on demand, with the answer `prepare` had for it. `similar` is what it said of another account number that looks the
 * same, `doubts` what it doubts of rows without one, so that no other row is read. Null when none of its rows is there.
 */
export function draftOf(
  input: PrepareInput, customer: Pick<CustomerSummary, 'key' | 'rows'> & Pick<Group, 'doubts'>, similar: Issue | undefined,
): CheckedCustomer | null {
  const checker = newChecker(input)
  const rows = customer.rows.flatMap((place) => withRowsLeftOut(input, checker, place))
  if (rows.length === 0) return null
  const { key, doubts = [] } = customer
  const checked = checker.check({ key, rows, doubts }, similar)
  return { ...checked, issues: orderIssues(checked.issues) }
}

/** A row, after those directly above it that were left out: the row may continue them. */
function withRowsLeftOut({ source }: PrepareInput, { isExcluded }: Checker, { table, row }: RowPlace): readonly { readonly table: number; readonly index: number }[] {
  const rows = source.tables[table]?.rows ?? []
  const last = indexOfRow(rows, row)
  if (last < 0) return []
  let first = last
  const isOut = (index: number): boolean => isExcluded({ table, row: rows.at(index)?.row ?? 0 })
  if (!isOut(last)) while (first > 0 && isOut(first - 1)) first--
  return Array.from({ length: last - first + 1 }, (_, at) => ({ table, index: first + at }))
}

/** What `prepare` said of an account number that looks like this one. */
export function similarOf(issues: Iterable<Issue>, key: string): Issue | undefined {
  for (const found of issues) if (found.code === 'similar-key' && found.site === null && found.customer === key) return found
  return undefined
}
