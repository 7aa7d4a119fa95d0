import { columnLetters } from '#core/model/place.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Source } from '#core/model/source.ts'

/** A column as people name it: by its header's text, or by its letter where the header is empty or doubled. Null: no such column. */
export function columnNumber(source: Source, name: string): Result<{ readonly table: number; readonly column: number }> | null {
  const byHeader = places(source, (header) => header.trim() === name)
  if (byHeader.length > 1) return fail('bad-usage', `Several columns are called "${name}". Name the column by its letter.`)
  const found = byHeader[0] ?? places(source, (_, column) => columnLetters(column) === name)[0]
  return found === undefined ? null : ok(found)
}

function places(source: Source, isWanted: (header: string, column: number) => boolean): { readonly table: number; readonly column: number }[] {
  return source.tables.flatMap((table, index) => table.headers.flatMap((header, column) => (isWanted(header, column) ? [{ table: index, column }] : [])))
}
