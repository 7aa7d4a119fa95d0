import type { Json } from '#core/model/json.ts'
import type { TableShape } from './table-shape.ts'

/** A fixed value after conversion: converted once for the whole file. */
export interface FixedValue {
  /** Catalogue path, or the path of a custom field. */
  readonly path: string
  readonly raw: string
  /** Undefined when it is no usable value: an issue of the file says so, and every entity that needs it is held back. */
  readonly value: Json | undefined
}

export interface AssembleContext {
  /** One for each table of the source. */
  readonly shapes: readonly TableShape[]
  readonly fixed: readonly FixedValue[]
}
