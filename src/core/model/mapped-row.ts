import type { FieldEntry } from './field.ts'
import type { Issue } from './issue.ts'
import type { Json } from './json.ts'
import type { ColumnTarget } from './mapping.ts'
import type { CellPlace, RowPlace } from './place.ts'

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
