/** Where the keyboard is in a grid: row index in the list, column index from 0. */
export interface Cursor { readonly row: number; readonly column: number }
export interface GridShape { readonly rows: number; readonly columns: number; readonly rowsPerPage: number }
export interface KeyPress { readonly key: string; readonly ctrl: boolean }

/** The cell a navigation key leads to, as the ARIA grid pattern has it; null for any other key. */
export function moveCursor(cursor: Cursor, press: KeyPress, shape: GridShape): Cursor | null {
  const next = target(cursor, press, shape)
  if (next === null || shape.rows === 0 || shape.columns === 0) return null
  return { row: clamp(next.row, shape.rows - 1), column: clamp(next.column, shape.columns - 1) }
}

function target({ row, column }: Cursor, { key, ctrl }: KeyPress, shape: GridShape): Cursor | null {
  switch (key) {
    case 'ArrowDown': return { row: ctrl ? shape.rows - 1 : row + 1, column }
    case 'ArrowUp': return { row: ctrl ? 0 : row - 1, column }
    case 'ArrowRight': return { row, column: ctrl ? shape.columns - 1 : column + 1 }
    case 'ArrowLeft': return { row, column: ctrl ? 0 : column - 1 }
    case 'Home': return { row: ctrl ? 0 : row, column: 0 }
    case 'End': return { row: ctrl ? shape.rows - 1 : row, column: shape.columns - 1 }
    case 'PageDown': return { row: row + shape.rowsPerPage, column }
    case 'PageUp': return { row: row - shape.rowsPerPage, column }
    default: return null
  }
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(max, value))
}
