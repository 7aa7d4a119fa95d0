type Preview = readonly (readonly string[])[]

/**
 * The places, as `row:column`, where readings of the same shape say different things: there the eye has to look. Readings that
 * differ in more than half of their cells, or have other columns, differ everywhere: nothing is marked in them.
 */
export function differingCells(previews: readonly Preview[]): ReadonlySet<string> {
  const [first, ...others] = previews
  const found = new Set<string>()
  if (first === undefined || others.some((other) => !hasShapeOf(other, first))) return found
  for (const [row, cells] of first.entries()) {
    for (const [column, text] of cells.entries()) {
      if (others.some((other) => other[row]?.[column] !== text)) found.add(`${row}:${column}`)
    }
  }
  const all = first.reduce((sum, cells) => sum + cells.length, 0)
  return found.size * 2 > all ? new Set() : found
}

function hasShapeOf(one: Preview, other: Preview): boolean {
  return one.length === other.length && one.every((row, index) => row.length === other[index]?.length)
}
