import type { TableView } from '../app/views.ts'

type Named = Pick<TableView, 'file' | 'sheet'>

/** What tells a table from the others that were read with it: its sheet, its file, or both. */
export function tableName(table: Named, all: readonly Named[]): string {
  if (table.sheet === null) return table.file
  return all.some((other) => other.file !== table.file) ? `${table.file}, ${table.sheet}` : table.sheet
}
