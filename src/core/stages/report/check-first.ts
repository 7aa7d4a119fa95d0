import { addedHeadings as headings } from '#core/model/added-columns.ts'
import type { IssueCode } from '#core/model/issue.ts'
import type { Report } from '#core/model/report.ts'
import type { AddedColumn } from './pack-sheet.ts'
import { tableOf } from './row-reason.ts'

/** Found in the bytes of the file, not in the texts of its cells: given back as a workbook the row would look sound. */
const doubts: ReadonlySet<string> = new Set<IssueCode>(['row-unchecked', 'ragged-row', 'stray-quote', 'unclosed-quote', 'invalid-bytes', 'cell-error'])
const order = 'Look at this row, then clear this cell'

/** The column that holds such rows until somebody has looked at them; none where no row was in doubt. */
export function checkFirst({ tables, issues }: Report): readonly AddedColumn[] {
  const rows = new Set(issues.flatMap((issue) => (issue.severity === 'error' && doubts.has(issue.code) ? [`${tableOf(tables, issue)}:${issue.row}`] : [])))
  return rows.size === 0 ? [] : [{ heading: headings.check, read: ({ table, row }) => (rows.has(`${table}:${row}`) ? order : '') }]
}
