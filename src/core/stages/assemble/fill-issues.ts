import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import type { AssembleContext } from './context.ts'
import { isContinued } from './continue-rows.ts'
import type { FillDoubt, TableFill } from './fill-tally.ts'
import type { RowParts } from './split-row.ts'
import { accountPath, referencePath } from './table-shape.ts'

/** By table; empty when nothing is in doubt. */
export function doubtsOf(fills: readonly TableFill[]): readonly (FillDoubt | null)[] {
  return fills.some(({ doubt }) => doubt !== null) ? fills.map(({ doubt }) => doubt) : []
}

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
    if (siteless > 0) found.push(issue({ ...at, code: 'contacts-without-site', severity: 'warning', field: referencePath, params: { count: siteless } }))
    return found
  })
}

/** A customer with rows that may not be its own is held: at the first such row of each table in doubt. One without a key is held anyway. */
export function doubtIssues(
  all: readonly RowParts[], customer: string | null, { context, doubts }: { readonly context: AssembleContext; readonly doubts: readonly (FillDoubt | null)[] },
): readonly Issue[] {
  if (customer === null || doubts.every((doubt) => doubt === null)) return []
  const said = new Set<number>()
  return all.flatMap((parts) => {
    const { place } = parts.row
    const doubt = doubts[place.table] ?? null
    if (doubt === null || said.has(place.table) || !isContinued(parts, context)) return []
    said.add(place.table)
    return [issue({ code: 'fill-down-unsure', severity: 'error', place, field: accountPath, customer, params: { doubt } })]
  })
}
