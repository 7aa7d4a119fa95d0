import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import { writeJson } from '#core/model/json.ts'
import type { MappedCell, MappedRow } from '#core/model/mapped-row.ts'
import { sameCells } from './same-value.ts'

/** Rows of one table that say the same after conversion count once, with a notice. Blank rows are not among them. */
export function mergeIdenticalRows(rows: readonly MappedRow[], customer: string | null): { kept: readonly MappedRow[]; issues: readonly Issue[] } {
  if (rows.length < 2 || customer === null) return { kept: rows, issues: [] }
  const seen = new Map<string, MappedRow[]>()
  const issues: Issue[] = []
  const kept = rows.filter((row) => {
    const ending = endingOf(row)
    const alike = seen.get(ending) ?? []
    const earlier = alike.find((other) => sameCells(other.cells, row.cells))
    if (earlier === undefined) {
      seen.set(ending, [...alike, row])
      return true
    }
    issues.push(issue({
      code: 'identical-rows-merged', severity: 'info', place: row.place, customer, params: { otherRow: earlier.place.row }, related: [earlier.place],
    }))
    return false
  })
  return { kept, issues }
}

/** Rows of one customer begin alike and differ at their end: only those that end alike are compared cell by cell. */
function endingOf({ cells, place }: MappedRow): string {
  return `${place.table} ${cells.length} ${cells.slice(-4).map(cellText).join(' ')}`
}

function cellText({ value, raw }: MappedCell): string {
  return value === undefined ? raw : writeJson(value)
}
