import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import type { TableFill } from './fill-tally.ts'
import { accountPath } from './table-shape.ts'

/** What each table is to say about its rows without an account number, at its header row. Customers in doubt say it themselves too. */
export function fillIssues(fills: readonly TableFill[], tables: readonly { readonly headerRow: number }[]): readonly Issue[] {
  return fills.flatMap((fill, table) => {
    const at = { place: { table, row: tables[table]?.headerRow ?? 1 }, field: accountPath }
    const { continued, firstRow, doubt, loose, siteless, decided } = fill
    const related = firstRow === 0 ? [] : [{ table, row: firstRow }]
    const found: Issue[] = []
    if (doubt !== null) found.push(issue({ ...at, code: 'fill-down-unsure', severity: 'error', params: { count: continued, doubt }, related }))
    else if (continued > 0) found.push(issue({ ...at, code: 'filled-down', severity: decided ? 'info' : 'warning', params: { count: continued }, related }))
    // One row alone is more likely a slip, and is an error anyway.
    if (loose > 1) found.push(issue({ ...at, code: 'fill-down-possible', severity: 'warning', params: { count: loose } }))
    if (siteless > 0) found.push(issue({ ...at, code: 'contacts-without-site', severity: 'warning', params: { count: siteless } }))
    return found
  })
}
