/** Where something stands in the operator's files. Rows are counted as the spreadsheet shows them: the header is row 1. */
export interface RowPlace {
  /** Index into `Source.tables`. */
  readonly table: number
  /** From 1, as the user counts. */
  readonly row: number
}

export interface CellPlace extends RowPlace {
  /** Column index from 0; shown to people as a letter and the header's text. */
  readonly column: number
}

/** Column index from 0 to spreadsheet letters: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** A key for maps and for edits: `table:row:column`. */
export function cellKey(place: CellPlace): string {
  return `${place.table}:${place.row}:${place.column}`
}
