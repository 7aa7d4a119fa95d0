import { issue, type Issue } from '#core/model/issue.ts'
import type { SourceTable } from '#core/model/source.ts'

/** What decoding leaves for bytes that mean nothing in the encoding. */
export const undecodable = '\ufffd'

/** Cells that hold bytes the encoding does not know: errors, for the letters are lost and must not be imported. */
export function findInvalidText(tableIndex: number, table: SourceTable): Issue[] {
  const issues: Issue[] = []
  for (const { row, cells } of table.rows) {
    cells.forEach((cell, column) => {
      if (cell.includes(undecodable)) issues.push(issue({ code: 'invalid-bytes', severity: 'error', place: { table: tableIndex, row, column }, value: cell }))
    })
  }
  return issues
}
