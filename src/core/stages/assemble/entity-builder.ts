import { customFieldOf, fieldByPath } from '#core/catalogue/index.ts'
import type { CustomFieldDraft, EntityDraft, FieldValue } from '#core/model/draft.ts'
import type { MappedCell } from '#core/model/mapped-row.ts'
import type { CellPlace, RowPlace } from '#core/model/place.ts'
import { sameTexts, sameValue } from './same-value.ts'

/** An entity while its rows are read. The first value of a field stays; later ones are compared with it. */
export interface EntityBuilder {
  /** By path, custom fields too. */
  readonly fields: Map<string, FieldValue>
  readonly broken: Set<string>
  readonly rows: RowPlace[]
  /** The key cell that named it first; null when it has none. */
  readonly keyPlace: CellPlace | null
  /** Cells that were taken in and agreed: a row that repeats them word for word brings nothing new. */
  settled: readonly MappedCell[] | null
}

export interface Difference {
  readonly cell: MappedCell
  readonly other: FieldValue
}

export const noDifference: readonly Difference[] = []

export function startEntity(keyPlace: CellPlace | null): EntityBuilder {
  return { fields: new Map(), broken: new Set(), rows: [], keyPlace, settled: null }
}

/** Cells that both have: how many, and which disagree after conversion. An empty cell or one that could not be read does not. */
export function compareCells(entity: EntityBuilder, cells: readonly MappedCell[]): { shared: number; differing: readonly Difference[] } {
  let shared = 0
  const differing: Difference[] = []
  for (const cell of cells) {
    const other = entity.fields.get(cell.target.field)
    if (other === undefined || cell.value === undefined) continue
    shared++
    if (!sameValue(cell.value, other.value)) differing.push({ cell, other })
  }
  return { shared, differing }
}

/** Whether the row repeats what the entity has, word for word. */
export function repeats({ settled }: EntityBuilder, cells: readonly MappedCell[]): boolean {
  return settled !== null && sameTexts(settled, cells)
}

/** What to compare later rows with: the longest row that agreed. */
export function settle({ settled }: EntityBuilder, cells: readonly MappedCell[], disagreeing: number): EntityBuilder['settled'] {
  return disagreeing === 0 && cells.length >= (settled?.length ?? 0) ? cells : settled
}

/** Takes in the cells of a row. Answers those that disagree within it: two columns may fill one field. */
export function mergeCells(entity: EntityBuilder, cells: readonly MappedCell[], place: RowPlace): readonly Difference[] {
  addRow(entity, place)
  if (repeats(entity, cells)) return noDifference
  const clashes: Difference[] = []
  for (const cell of cells) {
    const { target, value, raw } = cell
    const known = entity.fields.get(target.field)
    if (value === undefined) entity.broken.add(target.field)
    else if (known === undefined) entity.fields.set(target.field, { value, raw, place: cell.place })
    else if (known.place?.row === place.row && known.place.table === place.table && !sameValue(value, known.value)) clashes.push({ cell, other: known })
  }
  return clashes
}

/** Takes in a single cell, such as the key: the first one stays. */
export function mergeCell({ fields, broken }: EntityBuilder, { target, value, raw, place }: MappedCell): void {
  if (value === undefined) broken.add(target.field)
  else if (!fields.has(target.field)) fields.set(target.field, { value, raw, place })
}

export function addRow(entity: EntityBuilder, place: RowPlace): void {
  const last = entity.rows.at(-1)
  if (last?.row !== place.row || last.table !== place.table) entity.rows.push({ table: place.table, row: place.row })
}

/** Custom fields leave the map of fields: they have no catalogue entry. */
export function finishEntity(entity: EntityBuilder): EntityDraft {
  const customFields: CustomFieldDraft[] = []
  for (const [path, value] of entity.fields) {
    const custom = fieldByPath.has(path) ? null : customFieldOf(path)
    if (custom === null) continue
    customFields.push({ definition: custom.definition, value })
    entity.fields.delete(path)
  }
  const rows = entity.rows.length < 2 ? entity.rows : entity.rows.toSorted((a, b) => a.table - b.table || a.row - b.row)
  return { fields: entity.fields, broken: entity.broken, customFields, rows }
}
