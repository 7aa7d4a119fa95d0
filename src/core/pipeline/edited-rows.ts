import type { RowPlace } from '#core/model/place.ts'
import type { Source, SourceRow } from '#core/model/source.ts'

/** Gives the rows of a source with the operator's edits in them; the source itself is never changed. */
export function editedRows(source: Source, edits: ReadonlyMap<string, string>): (table: number, index: number) => SourceRow {
  const byRow = new Map<string, [column: number, text: string][]>()
  for (const [cell, text] of edits) {
    const [table = '', row = '', column = ''] = cell.split(':')
    const key = rowKey({ table: Number(table), row: Number(row) })
    const known = byRow.get(key)
    if (known === undefined) byRow.set(key, [[Number(column), text]])
    else known.push([Number(column), text])
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
