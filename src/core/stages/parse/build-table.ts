import { issue, type Issue } from '#core/model/issue.ts'
import { isBlankRow, type SourceRow, type SourceTable } from '#core/model/source.ts'

export interface TableInput {
  readonly file: string
  readonly sheet: string | null
  /** All rows from the top of the sheet, in order, blank ones included. */
  readonly rows: readonly SourceRow[]
  /** The row the operator named as header; otherwise the first row that is not blank. */
  readonly headerRow?: number | 'none'
}

/** The table, or why there is none: nothing that could be a header, or nothing but a header (`table` without rows). */
export type TableBuilt =
  | { readonly kind: 'table'; readonly table: SourceTable }
  | { readonly kind: 'header-only'; readonly table: SourceTable }
  | { readonly kind: 'no-header' }

/** Finds the header and widens its texts to the widest row; rows above the header belong to no table. */
export function buildTable({ file, sheet, rows, headerRow }: TableInput): TableBuilt {
  const at = rows.findIndex((row) => (headerRow === undefined || row.row === headerRow) && !isBlankRow(row))
  const header = rows[at]
  if (header === undefined) return { kind: 'no-header' }
  const records = rows.slice(at + 1)
  const width = records.reduce((widest, row) => Math.max(widest, row.cells.length), header.cells.length)
  const headers = [...header.cells, ...Array.from({ length: width - header.cells.length }, () => '')]
  const table = { file, sheet, headerRow: header.row, headers, rows: records }
  return { kind: records.every(isBlankRow) ? 'header-only' : 'table', table }
}

/**
 * Rows of a delimited text that are not as wide as their header. Cells beyond the header belong to no column: an error, unless
 * they are empty. A short row lacks its last cells: a warning, because Excel leaves trailing empty cells out.
 * Params: `expected` and `found` count cells.
 */
export function findRaggedRows(tableIndex: number, table: SourceTable, expected: number): Issue[] {
  const issues: Issue[] = []
  for (const row of table.rows) {
    const found = row.cells.length
    if (found === expected || isBlankRow(row)) continue
    const extra = row.cells.findIndex((cell, column) => column >= expected && cell.trim() !== '')
    const params = { expected, found }
    if (extra !== -1) {
      const place = { table: tableIndex, row: row.row, column: extra }
      issues.push(issue({ code: 'ragged-row', severity: 'error', place, value: row.cells[extra] ?? null, params }))
    } else if (found < expected) {
      issues.push(issue({ code: 'ragged-row', severity: 'warning', place: { table: tableIndex, row: row.row }, params }))
    }
  }
  return issues
}
