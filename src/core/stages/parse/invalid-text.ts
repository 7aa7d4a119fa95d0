import { issue, type Issue } from '#core/model/issue.ts'
import type { SourceTable } from '#core/model/source.ts'

// What decoding leaves for bytes that mean nothing: the replacement character, or one of the five holes of Windows-1252.
const undecodable = /[\ufffd\u0081\u008d\u008f\u0090\u009d]/

export function hasInvalidText(text: string): boolean {
  return undecodable.test(text)
}

/** Cells that hold bytes the encoding does not know: errors, for the letters are lost and must not be imported. */
export function findInvalidText(tableIndex: number, table: SourceTable): Issue[] {
  const issues: Issue[] = []
  for (const { row, cells } of table.rows) {
    cells.forEach((cell, column) => {
      if (hasInvalidText(cell)) issues.push(issue({ code: 'invalid-bytes', severity: 'error', place: { table: tableIndex, row, column }, value: cell }))
    })
  }
  return issues
}
