import type { LedgerRow } from '#core/model/prepared.ts'
import { bucketWords, type ReportIssue, type ReportTable } from '#core/model/report.ts'

/** More than this many sentences in one cell are not read; the rest is counted and stands in the list of issues. */
const mostSentences = 5

export type ExplainRow = (row: LedgerRow) => string

/**
 * Says why a row that was not to be sent was not: its own errors first; a row without any says which errors of its customer hold
 * it back. Errors of the whole file hold rows that have nothing of their own.
 */
export function explainRows(tables: readonly ReportTable[], issues: readonly ReportIssue[]): ExplainRow {
  const byRow = new Map<string, Set<string>>()
  const byCustomer = new Map<string, Set<string>>()
  const byFile = new Set<string>()
  const existing = new Map<string, string>()
  for (const issue of issues) {
    if (issue.code === 'customer-exists' && issue.customer !== null) existing.set(issue.customer, issue.message)
    if (issue.severity !== 'error') continue
    const table = tableOf(tables, issue)
    if (issue.row !== null) add(byRow, `${table}:${issue.row}`, issue.message)
    if (issue.customer !== null) add(byCustomer, issue.customer, issue.row === null ? issue.message : `Row ${issue.row}: ${issue.message}`)
    if (issue.row === null && issue.customer === null) byFile.add(issue.message)
  }

  function explainHeld({ table, row, customer }: LedgerRow): string {
    const own = byRow.get(`${table}:${row}`)
    if (own !== undefined) return joinSentences(own)
    const shared = customer === null ? undefined : byCustomer.get(customer)
    if (shared !== undefined) return `Held back with its customer. ${joinSentences(shared)}`
    return byFile.size > 0 ? joinSentences(byFile) : bucketWords.held.meaning
  }

  return (row) => {
    switch (row.bucket) {
      case 'held': return explainHeld(row)
      case 'existing': return (row.customer === null ? undefined : existing.get(row.customer)) ?? bucketWords.existing.meaning
      case 'excluded': return bucketWords.excluded.meaning
      case 'blank': return bucketWords.blank.meaning
      case 'ready': return bucketWords['not-sent'].meaning
    }
  }
}

/** Index of the table that an issue is about; -1 where there is none. */
export function tableOf(tables: readonly ReportTable[], issue: ReportIssue): number {
  return tables.findIndex(({ file, sheet }) => sheet === issue.sheet && (issue.file === null || file === issue.file))
}

function add(sets: Map<string, Set<string>>, key: string, message: string): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([message]))
  else set.add(message)
}

function joinSentences(sentences: ReadonlySet<string>): string {
  const rest = sentences.size - mostSentences
  const shown = [...sentences].slice(0, mostSentences).join(' ')
  return rest > 0 ? `${shown} And ${rest} more: see the list of issues.` : shown
}
