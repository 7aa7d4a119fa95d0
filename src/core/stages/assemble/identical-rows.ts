import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import { writeJson } from '#core/model/json.ts'
import type { MappedRow } from '#core/model/mapped-row.ts'
import { formatTarget } from '#core/model/mapping.ts'

/** Rows of one table that say the same after conversion count once, with a notice. Blank rows are not among them. */
export function mergeIdenticalRows(rows: readonly MappedRow[], customer: string | null): { kept: readonly MappedRow[]; issues: readonly Issue[] } {
  if (rows.length < 2 || customer === null) return { kept: rows, issues: [] }
  const first = new Map<string, MappedRow>()
  const issues: Issue[] = []
  const kept = rows.filter((row) => {
    const signature = signatureOf(row)
    const earlier = first.get(signature)
    if (earlier === undefined) {
      first.set(signature, row)
      return true
    }
    issues.push(issue({
      code: 'identical-rows-merged', severity: 'info', place: row.place, customer, params: { otherRow: earlier.place.row }, related: [earlier.place],
    }))
    return false
  })
  return { kept, issues }
}

function signatureOf(row: MappedRow): string {
  const cells = row.cells.map(({ target, value, raw }) => `${formatTarget(target)}=${value === undefined ? `!${JSON.stringify(raw)}` : writeJson(value)}`)
  return `${row.place.table}\n${cells.join('\n')}`
}
