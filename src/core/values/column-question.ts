// What only the operator can say of a column: which of two readings its dates or its numbers have.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { ColumnMatch } from '#core/model/mapping.ts'

export interface ColumnQuestion {
  readonly about: 'dateOrder' | 'decimalSign'
  /** One plain sentence with the evidence. */
  readonly text: string
  /** Of the command line. */
  readonly option: '--date-order' | '--decimal-sign'
  /** The likelier first. `value` is what the property of `ColumnMatch` named by `about` takes. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** Null when the column decides by itself, when it was decided, or when there is nothing to decide. */
export function columnQuestion(entry: FieldEntry | null, match: ColumnMatch, profile: ColumnProfile): ColumnQuestion | null {
  void [entry, match, profile]
  return null
}
