export type CellContent = string | number | undefined

export interface SheetLine {
  /** From 1; lines come in this order, and rows between them stay empty. */
  readonly row: number
  readonly cells: readonly CellContent[]
  readonly isHeader?: boolean
  /** By column index, as ARGB: a background. A text says the same, so that nothing hangs on colour alone. */
  readonly colours?: ReadonlyMap<number, string>
  /** By column index: what a person reads who points at the cell. */
  readonly notes?: ReadonlyMap<number, string>
}

export interface Sheet {
  readonly name: string
  /** In characters, one for each column. */
  readonly widths: readonly number[]
  /** Stays in sight, with a filter for each column; 0: the sheet has none. */
  readonly headerRow: number
  readonly lines: Iterable<SheetLine>
}
