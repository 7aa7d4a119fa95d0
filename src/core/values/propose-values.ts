// What the texts of a column may mean, for the operator to confirm: nothing here is used before it stands in `ColumnMatch.values`.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { Reference } from '#core/model/reference.ts'

/** One line of the table of a column's values. */
export interface ValueProposal {
  /** Trimmed, as it stands in the column. */
  readonly text: string
  /** How many cells hold it; null when the column has more different texts than are counted, and this is only one of the samples. */
  readonly count: number | null
  /** Read so already, as a known spelling: shown, and in need of nothing. False: an error until it is confirmed or changed. */
  readonly taken: boolean
  /**
   * What `ColumnMatch.values` would hold for it: a value of the list, an id, `yes` or `no`, a country code; '' to leave the cell
   * empty. Null where nothing fits.
   */
  readonly proposed: string | null
  /** 0 to 1; 1 for what is taken, 0 where nothing fits. */
  readonly confidence: number
  /** One plain sentence. */
  readonly reason: string
}

/** One thing a value may become, for a list to choose from. */
export interface ValueChoice {
  readonly value: string
  readonly label: string
}

/**
 * Each different text of the column that is not the field's own value to the letter, in the order of the column. Empty for fields
 * that take any text.
 */
export function proposeValues(entry: FieldEntry, profile: ColumnProfile, reference: Reference): readonly ValueProposal[] {
  void [entry, profile, reference]
  return []
}

/** What the operator may choose for a text of this field; empty where there is no list. */
export function valueChoices(entry: FieldEntry, reference: Reference): readonly ValueChoice[] {
  void [entry, reference]
  return []
}

/** The same for one text at a time, for the sentence of its issue; null when nothing fits. */
export function proposer(entry: FieldEntry | null, reference: Reference): (text: string) => string | null {
  void [entry, reference]
  return () => null
}
