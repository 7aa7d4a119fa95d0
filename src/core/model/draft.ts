import type { Json } from './json.ts'
import type { CellPlace, RowPlace } from './place.ts'

/** A converted value that remembers its cell, so that every issue and every report can point at it. */
export interface FieldValue {
  readonly value: Json
  /** As it stood in the file (or in the fixed value), untouched. */
  readonly raw: string
  /** Null for a fixed value. */
  readonly place: CellPlace | null
}

/**
 * Something the rows describe, not yet judged. `fields` is keyed by catalogue path; a field whose cell could not be converted is
 * absent here and has an issue instead (`broken` names it, so that it is not called missing as well).
 */
export interface EntityDraft {
  readonly fields: ReadonlyMap<string, FieldValue>
  readonly broken: ReadonlySet<string>
  readonly customFields: readonly CustomFieldDraft[]
  /** All rows that said something about it, in file order. */
  readonly rows: readonly RowPlace[]
}

export interface CustomFieldDraft {
  /** As the header or mapping names it: a definition's label or its id. */
  readonly definition: string
  readonly value: FieldValue
}

export type ContactDraft = EntityDraft

export interface SiteDraft extends EntityDraft {
  /** Trimmed site reference; '' when the file has none for it. */
  readonly reference: string
  readonly contacts: readonly ContactDraft[]
}

export interface CustomerDraft extends EntityDraft {
  /** Trimmed account number; '' when the row has none (such a row is a customer of its own, and held). */
  readonly key: string
  /** In file order: "first" means the row that stands first. */
  readonly sites: readonly SiteDraft[]
  readonly contacts: readonly ContactDraft[]
}
