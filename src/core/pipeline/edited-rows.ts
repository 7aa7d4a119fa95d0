import { editsOfRow, type Edits, type RowEdits } from '#core/model/edits.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { Source, SourceRow } from '#core/model/source.ts'

/** Gives the rows of a source with the operator's edits in them; the source itself is never changed. */
export function editedRows(source: Source, edits: Edits): (table: number, index: number) => SourceRow {
  return (table, index) => {
    const row = source.tables[table]?.rows.at(index)
    if (row === undefined) throw new Error(`No row at ${table}:${index}`)
    const changes = editsOfRow(edits, { table, row: row.row })
    return changes === undefined ? row : changeCells(row, changes)
  }
}

function changeCells(row: SourceRow, changes: RowEdits): SourceRow {
  const width = Math.max(row.cells.length, ...[...changes.keys()].map((column) => column + 1))
  const cells = Array.from({ length: width }, (_, column) => row.cells[column] ?? '')
  for (const [column, text] of changes) cells[column] = text
  return { ...row, cells }
}

/** As rows left out are named: `table:row`. */
export function rowKey({ table, row }: RowPlace): string {
  return `${table}:${row}`
}
