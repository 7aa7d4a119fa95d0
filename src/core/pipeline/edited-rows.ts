import type { RowPlace } from '#core/model/place.ts'
import type { RowList, Source, SourceRow } from '#core/model/source.ts'

/** Gives the rows of a source with the operator's edits in them; the source itself is never changed. */
export function editedRows(source: Source, edits: ReadonlyMap<string, string>): (table: number, index: number) => SourceRow {
  const byRow = new Map<string, [column: number, text: string][]>()
  for (const [cell, text] of edits) {
    const [table = '', row = '', column = ''] = cell.split(':')
    const key = rowKey({ table: Number(table), row: Number(row) })
    byRow.set(key, [...(byRow.get(key) ?? []), [Number(column), text]])
  }
  return (table, index) => {
    const row = source.tables[table]?.rows.at(index)
    if (row === undefined) throw new Error(`No row at ${table}:${index}`)
    const changes = byRow.size === 0 ? undefined : byRow.get(rowKey({ table, row: row.row }))
    return changes === undefined ? row : changeCells(row, changes)
  }
}

function changeCells(row: SourceRow, changes: readonly (readonly [column: number, text: string])[]): SourceRow {
  const width = Math.max(row.cells.length, ...changes.map(([column]) => column + 1))
  const cells = Array.from({ length: width }, (_, column) => row.cells[column] ?? '')
  for (const [column, text] of changes) cells[column] = text
  return { ...row, cells }
}

/** As rows left out are named: `table:row`. */
export function rowKey({ table, row }: RowPlace): string {
  return `${table}:${row}`
}

/** Position of a row in its table; rows stand in ascending order. -1 when there is none. */
export function indexOfRow(rows: RowList, row: number): number {
  let low = 0
  let high = rows.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = rows.at(middle)?.row ?? 0
    if (at === row) return middle
    if (at < row) low = middle + 1
    else high = middle - 1
  }
  return -1
}
