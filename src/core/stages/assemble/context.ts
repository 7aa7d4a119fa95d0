import type { Json } from '#core/model/json.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { FillRule } from './fill-rules.ts'
import type { FillDoubt } from './fill-tally.ts'
import type { TableShape } from './table-shape.ts'

/** A fixed value after conversion: converted once for the whole file. */
export interface FixedValue {
  /** Catalogue path, or the path of a custom field. */
  readonly path: string
  readonly raw: string
  /** Undefined when it is no usable value: an issue of the file says so, and every entity that needs it is held back. */
  readonly value: Json | undefined
}

/** Whose rows are assembled. */
export interface CustomerToAssemble {
  /** Trimmed account number; '' for a customer without one. */
  readonly key: string
  /** By table, what indexing doubts of rows without an account number: a customer with such rows is held. */
  readonly doubts?: readonly (FillDoubt | null)[]
}

export interface AssembleContext {
  /** One for each table of the source. */
  readonly shapes: readonly TableShape[]
  readonly fixed: readonly FixedValue[]
  /** One for each table, of `describeFills`; without them no row continues another. */
  readonly fills?: readonly FillRule[]
  /**
   * Rows that the operator left out. They may be given too, and should where rows continue rows above them: they say nothing, but
   * what stood above a row stays above it. When all are left out they count as if none were.
   */
  readonly isLeftOut?: (row: RowPlace) => boolean
}
