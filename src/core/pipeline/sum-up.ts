import type { Issue, Severity } from '#core/model/issue.ts'
import type { CustomerSummary, LedgerRow, PreparedCounts, RowBucket } from '#core/model/prepared.ts'

/** In file order; those of the whole file first. */
export function orderIssues(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted((a, b) => {
    if (a.place === null || b.place === null) return Number(b.place === null) - Number(a.place === null)
    return a.place.table - b.place.table || a.place.row - b.place.row || (a.place.column ?? -1) - (b.place.column ?? -1)
  })
}

export function countSeverity(issues: readonly Issue[], severity: Severity): number {
  let count = 0
  for (const found of issues) if (found.severity === severity) count++
  return count
}

/** Customers that were left out as a whole are listed, but are none of this import. */
export function countPrepared(customers: readonly CustomerSummary[], ledger: readonly LedgerRow[], issues: readonly Issue[]): PreparedCounts {
  const rowsByBucket: Record<RowBucket, number> = { ready: 0, held: 0, existing: 0, excluded: 0, blank: 0 }
  for (const { bucket } of ledger) rowsByBucket[bucket]++
  const taken = customers.filter(({ bucket }) => bucket !== 'excluded')
  const inBucket = (bucket: RowBucket): number => taken.filter((customer) => customer.bucket === bucket).length
  return {
    rows: ledger.length,
    rowsByBucket,
    customers: taken.length,
    customersReady: inBucket('ready'),
    customersHeld: inBucket('held'),
    customersExisting: inBucket('existing'),
    sites: taken.reduce((sum, { sites }) => sum + sites, 0),
    contacts: taken.reduce((sum, { contacts }) => sum + contacts, 0),
    errors: countSeverity(issues, 'error'),
    warnings: countSeverity(issues, 'warning'),
    infos: countSeverity(issues, 'info'),
  }
}
