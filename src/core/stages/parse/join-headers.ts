import type { SourceRow } from '#core/model/source.ts'

/** The texts of several header rows, joined by a space. A group title counts for the columns to its right until the next one. */
export function joinHeaders(rows: readonly SourceRow[]): readonly string[] {
  const [last] = rows.slice(-1)
  if (last === undefined) return []
  if (rows.length === 1) return last.cells
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  const upper = rows.slice(0, -1).map((row) => carryRight(row.cells, width))
  return Array.from({ length: width }, (_, column) => {
    const lowest = last.cells[column] ?? ''
    const own = rows.slice(0, -1).map((row) => row.cells[column] ?? '')
    // A title over a column without a heading of its own belongs to no other column's group.
    const parts = [...(lowest.trim() === '' ? own : upper.map((cells) => cells[column] ?? '')), lowest].map((text) => text.trim())
    return parts.filter((text, index) => text !== '' && text !== parts[index - 1]).join(' ')
  })
}

function carryRight(cells: readonly string[], width: number): readonly string[] {
  let title = ''
  return Array.from({ length: width }, (_, column) => {
    const own = cells[column] ?? ''
    if (own.trim() !== '') title = own
    return title
  })
}
