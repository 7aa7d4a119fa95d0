import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { SourceTable } from '#core/model/source.ts'
import { emptyProfile, finishProfile, newProfile, pushText, type GrowingProfile } from './profile-column.ts'

export interface TableProfiler {
  /** The cells of one record. */
  push(cells: readonly string[]): void
  finish(): readonly ColumnProfile[]
}

export function newTableProfiler(): TableProfiler {
  const columns: GrowingProfile[] = []
  return {
    push(cells) {
      while (columns.length < cells.length) columns.push(newProfile())
      for (let at = 0; at < cells.length; at++) {
        const text = cells[at]
        const column = columns[at]
        if (text !== undefined && text !== '' && column !== undefined) pushText(column, text)
      }
    },
    finish: () => columns.map(finishProfile),
  }
}

/** Profiles of a table: those gathered while it was read, or else from all its rows. */
export function profileTable(table: SourceTable): readonly ColumnProfile[] {
  if (table.columns !== undefined) return table.columns
  const profiler = newTableProfiler()
  for (const { cells } of table.rows) profiler.push(cells)
  return profiler.finish()
}

/** Of a column that the table may be too narrow for. */
export function profileOf(profiles: readonly ColumnProfile[], column: number): ColumnProfile {
  return profiles[column] ?? emptyProfile
}
