import type { FieldEntry } from '#core/model/field.ts'
import type { ColumnTarget } from '#core/model/mapping.ts'

/**
 * learned: chosen before for a column of this name. path: the field's own path. name: its label or a usual text for it. composed:
 * a name, and whose it is. weak: may mean it. near: a misspelling. inside: the words of a name among others. values: no name at all.
 */
export type CandidateKind = 'learned' | 'path' | 'name' | 'composed' | 'weak' | 'near' | 'inside' | 'values'

/** A field that a column may mean. */
export interface Candidate {
  readonly target: ColumnTarget
  /** Null for a custom field. */
  readonly entry: FieldEntry | null
  readonly kind: CandidateKind
  /** 0 to 1. */
  readonly score: number
  /** The name that the header is near to. */
  readonly name?: string
  /** A plain sentence that says more than the kind does. */
  readonly because?: string
}

/** A column with everything it may mean, best first. */
export interface ColumnChoices {
  readonly column: number
  readonly header: string
  /** Its first values that are not blank. */
  readonly sample: readonly string[]
  readonly candidates: readonly Candidate[]
  /** The operator left a column of this name out before: it is proposed for nothing. */
  readonly leftOut?: boolean
}
