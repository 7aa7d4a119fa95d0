import { customFieldOf, fieldByPath } from '#core/catalogue/index.ts'
import type { CustomFieldDraft, EntityDraft, FieldValue } from '#core/model/draft.ts'
import type { Json } from '#core/model/json.ts'
import type { MappedCell } from '#core/model/mapped-row.ts'
import type { CellPlace, RowPlace } from '#core/model/place.ts'
import { sameTexts, sameValue } from './same-value.ts'

/**
 * An entity while its rows are read. The first value of a field stays; later ones are compared with it. Hundreds of thousands are
 * made of a large file: fields are the cells themselves, rows their places, and a set is made only where something goes in.
 */
export interface EntityBuilder {
  /** By path, custom fields too. */
  readonly fields: Map<string, FieldValue>
  broken: ReadonlySet<string>
  readonly rows: RowPlace[]
  /** The key cell that named it first; null when it has none. */
  readonly keyPlace: CellPlace | null
  /** Cells that were taken in and agreed: a row that repeats them word for word brings nothing new. */
  settled: readonly MappedCell[] | null
  /** Some of the fields may be custom ones. */
  hasCustom: boolean
}

export interface Difference {
  readonly cell: MappedCell
  readonly other: FieldValue
}

export const noDifference: readonly Difference[] = []

const nothingBroken: ReadonlySet<string> = new Set()

export function startEntity(keyPlace: CellPlace | null): EntityBuilder {
  return { fields: new Map(), broken: nothingBroken, rows: [], keyPlace, settled: null, hasCustom: false }
}

/** A field that could not be read: the entity is held, and the field is not called missing. */
export function breakField(entity: EntityBuilder, path: string): void {
  entity.broken = new Set(entity.broken).add(path)
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
  let clashes: Difference[] | null = null
  for (const cell of cells) {
    if (!isRead(cell)) {
      breakField(entity, cell.target.field)
      continue
    }
    const known = entity.fields.get(cell.target.field)
    if (known === undefined) setField(entity, cell)
    else if (known.place?.row === place.row && known.place.table === place.table && !sameValue(cell.value, known.value)) (clashes ??= []).push({ cell, other: known })
  }
  return clashes ?? noDifference
}

/** Takes in a single cell, such as the key: the first one stays. */
export function mergeCell(entity: EntityBuilder, cell: MappedCell): void {
  if (!isRead(cell)) breakField(entity, cell.target.field)
  else if (!entity.fields.has(cell.target.field)) setField(entity, cell)
}

function setField(entity: EntityBuilder, cell: MappedCell & { readonly value: Json }): void {
  entity.fields.set(cell.target.field, cell)
  if (cell.entry === null) entity.hasCustom = true
}

function isRead(cell: MappedCell): cell is MappedCell & { readonly value: Json } {
  return cell.value !== undefined
}

export function addRow(entity: EntityBuilder, place: RowPlace): void {
  const last = entity.rows.at(-1)
  if (last?.row !== place.row || last.table !== place.table) entity.rows.push(place)
}

/** Custom fields leave the map of fields: they have no catalogue entry. */
export function finishEntity(entity: EntityBuilder): EntityDraft {
  const customFields: CustomFieldDraft[] = []
  if (entity.hasCustom) for (const [path, value] of entity.fields) {
    const custom = fieldByPath.has(path) ? null : customFieldOf(path)
    if (custom === null) continue
    customFields.push({ definition: custom.definition, value })
    entity.fields.delete(path)
  }
  const rows = entity.rows.length < 2 ? entity.rows : entity.rows.toSorted((a, b) => a.table - b.table || a.row - b.row)
  return { fields: entity.fields, broken: entity.broken, customFields, rows }
}
