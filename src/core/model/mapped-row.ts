import type { FieldEntry, Level } from './field.ts'
import type { Issue } from './issue.ts'
import type { Json } from './json.ts'
import type { ColumnTarget } from './mapping.ts'
import type { CellPlace, RowPlace } from './place.ts'
import type { SourceRow } from './source.ts'

/** One cell that has a target and is not blank, after conversion. */
export interface MappedCell {
  readonly target: ColumnTarget
  /** The catalogue entry; null for a custom field. */
  readonly entry: FieldEntry | null
  readonly place: CellPlace
  readonly raw: string
  /** Undefined when the text could not be converted: an issue of the row says why. */
  readonly value: Json | undefined
}

/** One source row through the mapping. Blank cells are absent. Issues carry no customer or site yet: assembling adds them. */
export interface MappedRow {
  readonly place: RowPlace
  readonly cells: readonly MappedCell[]
  readonly issues: readonly Issue[]
}

/** One fixed value, converted once: every entity of its level gets it where it has no cell of its own. */
export interface FixedField {
  readonly target: ColumnTarget
  /** The catalogue entry; null for a custom field. */
  readonly entry: FieldEntry | null
  readonly raw: string
  /** Undefined when the text could not be converted: an issue says why. */
  readonly value: Json | undefined
  /** Without a place: a fixed value stands in no cell. */
  readonly issues: readonly Issue[]
}

/**
 * What the accepted columns of a table describe: a customer beyond its account number, a site beyond its reference, contacts.
 * A table with account number, site reference and contact columns only is a sheet of contacts.
 */
export type TableLevels = Readonly<Record<Level, boolean>>

/** A mapping made ready for reading rows one by one, in any order. */
export interface RowReader {
  /** Trimmed account number of the row, from its cell or else from the fixed value; '' when there is none. */
  readonly keyOf: (row: SourceRow, table: number) => string
  readonly read: (row: SourceRow, table: number) => MappedRow
  /** How every column is read, as text: two readers with the same one read a row alike. */
  readonly basis: () => string
  readonly levelsOf: (table: number) => TableLevels
  readonly fixed: readonly FixedField[]
  /** Of the mapping as a whole, such as a date order that had to be assumed; not those of `fixed`. */
  readonly issues: readonly Issue[]
}
