import type { SavedFix } from './fix.ts'
import type { ColumnTarget, DateOrder, DecimalSign } from './mapping.ts'

/**
 * A mapping as it is kept and shared: by the texts of the headers, not by their places, so that it fits the next export of the same
 * program whatever order its columns have then. No customer data is in it but what the operator typed.
 */
export interface SavedMapping {
  readonly version: 2
  /** Null: it was written to a file and given no name. */
  readonly name: string | null
  readonly tables: readonly SavedTable[]
  /** Field path to text. Entries of the target's lists stand here by name where they have one of their own. */
  readonly fixed: Readonly<Record<string, string>>
  /** What mended the problems of the file it was saved with, in order: it is applied again to the next one. */
  readonly fixes?: readonly SavedFix[]
}

export interface SavedTable {
  readonly sheet: string | null
  /** In the order they stood in. Headers may be empty or doubled. */
  readonly columns: readonly SavedColumn[]
  /** As in `TableMapping.fillDown`. */
  readonly fillDown?: boolean
}

export interface SavedColumn {
  readonly header: string
  /** Null: left out, or nothing was found for it (`isOpen`). */
  readonly target: ColumnTarget | null
  /** Nobody had decided on it: its target was a question. */
  readonly isOpen: boolean
  /** Only where the operator chose it or the values proved it. */
  readonly dateOrder?: DateOrder
  readonly decimalSign?: DecimalSign
  /** As in `ColumnMatch.values`. */
  readonly values?: Readonly<Record<string, string>>
}

/** Where the mapping of an open file came from. */
export interface MappingOrigin {
  readonly name: string | null
  /**
   * `same`: by the headers, all of them alike · `drifted`: by the headers, most of them alike · `chosen`: named by the operator ·
   * `returned`: that of the import which gave the file back.
   */
  readonly fit: 'same' | 'drifted' | 'chosen' | 'returned'
  readonly drift: readonly MappingDrift[]
}

interface DriftPlace {
  /** Index into `Source.tables`. */
  readonly table: number
  /** As it stands in the file; of a missing column as it was saved. */
  readonly header: string
}

/** One thing that is not as it was when the mapping was saved. Nothing of it is taken silently: each is a question or a fact. */
export type MappingDrift =
  /** A table of the file that the mapping does not know; its columns are proposals. */
  | { readonly kind: 'new-table'; readonly table: number; readonly sheet: string | null }
  | { readonly kind: 'missing-table'; readonly sheet: string | null }
  /** Its field, if one was found, is a question. */
  | (DriftPlace & { readonly kind: 'new-column'; readonly column: number })
  | (DriftPlace & { readonly kind: 'missing-column'; readonly target: ColumnTarget | null })
  /** Proposed in place of a missing one, as a question. */
  | (DriftPlace & { readonly kind: 'renamed-column'; readonly column: number; readonly was: string; readonly target: ColumnTarget | null })
  /** An empty or doubled header, and there are not as many of them as before: which one is meant is a question. */
  | (DriftPlace & { readonly kind: 'unclear-column'; readonly column: number; readonly target: ColumnTarget | null })
  /** Texts that the column's table of values does not know and the field does not read by itself; at most ten are named. */
  | (DriftPlace & { readonly kind: 'new-values'; readonly column: number; readonly texts: readonly string[]; readonly count: number })
  /** The column's values prove another order or sign now; the proof is followed. */
  | (DriftPlace & { readonly kind: 'date-order'; readonly column: number; readonly saved: DateOrder; readonly found: DateOrder })
  | (DriftPlace & { readonly kind: 'decimal-sign'; readonly column: number; readonly saved: DecimalSign; readonly found: DecimalSign })
