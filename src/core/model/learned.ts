import type { ColumnTarget } from './mapping.ts'

/**
 * What this operator chose before, in other files. It proposes; a proposal from here is shown with its reason like any other.
 */
export interface Learned {
  /** By `textKey` of the header. */
  readonly columns: ReadonlyMap<string, LearnedColumn>
  /** By catalogue path: `textKey` of a cell's text to the value that was confirmed for it. Never an id of one target. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>
}

export interface LearnedColumn {
  /** Chosen last; null: the column was left out. */
  readonly target: ColumnTarget | null
  /** How often in a row this was chosen. */
  readonly times: number
}

export const nothingLearned: Learned = { columns: new Map(), values: new Map() }
