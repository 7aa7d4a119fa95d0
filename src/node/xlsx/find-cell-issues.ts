import { issue, type Issue } from '#core/model/issue.ts'
import type { SourceTable } from '#core/model/source.ts'

/**
 * What the marks of a table's cells oblige us to say: errors in cells, numbers beyond 15 digits, and formulas, of which only the
 * first in each column is named (params `count`: how many cells of the column). `value` of a `cell-error` is null where a
 * formula has no saved result.
 */
export function findCellIssues(tableIndex: number, table: SourceTable): Issue[] {
  const issues: Issue[] = []
  const formulas = new Map<number, { readonly row: number; readonly value: string; count: number }>()
  for (const { row, cells, marks } of table.rows) {
    if (marks === undefined) continue
    for (const key of Object.keys(marks)) {
      const column = Number(key)
      const mark = marks[column]
      const value = cells[column] ?? ''
      const place = { table: tableIndex, row, column }
      if (mark === 'error') issues.push(issue({ code: 'cell-error', severity: 'error', place, value: value === '' ? null : value }))
      if (mark === 'imprecise-number') issues.push(issue({ code: 'imprecise-number', severity: 'warning', place, value }))
      if (mark !== 'formula') continue
      const known = formulas.get(column)
      if (known === undefined) formulas.set(column, { row, value, count: 1 })
      else known.count += 1
    }
  }
  for (const [column, { row, value, count }] of [...formulas].toSorted(([a], [b]) => a - b)) {
    issues.push(issue({ code: 'formula-value', severity: 'info', place: { table: tableIndex, row, column }, value, params: { count } }))
  }
  return issues
}
