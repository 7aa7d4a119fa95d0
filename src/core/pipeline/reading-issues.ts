import { findField } from '#core/catalogue/index.ts'
import { editOf, type Edits } from '#core/model/edits.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { Issue } from '#core/model/issue.ts'
import type { Source } from '#core/model/source.ts'
import { rowKey } from './edited-rows.ts'
import type { MappedColumns } from './mapped-columns.ts'

export interface ReadingIssues {
  /** About the file, or about its header. */
  readonly ofFile: readonly Issue[]
  /** By `table:row`. */
  readonly byRow: ReadonlyMap<string, readonly Issue[]>
  readonly isNamed: (row: RowPlace) => boolean
  /** An error that no row can be named for leaves nothing that could be trusted. */
  readonly holdsAll: boolean
}

/**
 * What reading found, as it stands after the operator's decisions: a cell that was edited has another text now, and an error in
 * a column that fills no field harms nobody. Digits that the workbook has lost make another number of an account number or an
 * id, and that is an error; an amount is hardly another one.
 */
export function sortReadingIssues(source: Source, edits: Edits, columns: MappedColumns): ReadingIssues {
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
    if (column !== undefined && editOf(edits, { table, row, column }) !== undefined) continue
    const key = rowKey(place)
    const known = byRow.get(key) ?? []
    known.push(column === undefined ? found : judge(found, columns.fieldOf(table, column)))
    byRow.set(key, known)
  }
  return { ofFile, byRow, isNamed: (row) => byRow.size > 0 && byRow.has(rowKey(row)), holdsAll: ofFile.some((found) => found.place === null && found.severity === 'error') }
}

function judge(found: Issue, field: string | undefined): Issue {
  // A mark that we set ourselves, in a column of ours.
  if (found.code === 'row-unchecked') return found
  if (field === undefined) return found.severity === 'error' ? { ...found, severity: 'warning' } : found
  return found.code === 'imprecise-number' && findField(field)?.type.kind !== 'decimal' ? { ...found, severity: 'error' } : found
}
