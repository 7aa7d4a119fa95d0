import { cellKey } from '#core/model/place.ts'
import type { Issue } from '#core/model/issue.ts'
import type { Source } from '#core/model/source.ts'
import { rowKey } from './edited-rows.ts'
import type { MappedColumns } from './mapped-columns.ts'

export interface ReadingIssues {
  /** About the file, or about its header. */
  readonly ofFile: readonly Issue[]
  /** By `table:row`. */
  readonly byRow: ReadonlyMap<string, readonly Issue[]>
  /** An error that no row can be named for leaves nothing that could be trusted. */
  readonly holdsAll: boolean
}

/**
 * What reading found, as it stands after the operator's decisions: a cell that was edited has another text now, and an error in
 * a column that fills no field harms nobody.
 */
export function sortReadingIssues(source: Source, edits: ReadonlyMap<string, string>, columns: MappedColumns): ReadingIssues {
  const ofFile: Issue[] = []
  const byRow = new Map<string, Issue[]>()
  for (const found of source.issues) {
    const { place } = found
    const header = place === null ? undefined : source.tables[place.table]?.headerRow
    if (place === null || header === undefined || place.row <= header) {
      ofFile.push(found)
      continue
    }
    const { table, row, column } = place
    if (column !== undefined && edits.has(cellKey({ table, row, column }))) continue
    const harmless = column !== undefined && found.severity === 'error' && !columns.isMapped(table, column)
    const key = rowKey(place)
    const known = byRow.get(key) ?? []
    known.push(harmless ? { ...found, severity: 'warning' } : found)
    byRow.set(key, known)
  }
  return { ofFile, byRow, holdsAll: ofFile.some((found) => found.place === null && found.severity === 'error') }
}
