type Preview = readonly (readonly string[])[]

/**
 * The places, as `row:column`, where readings of the same shape say different things: there the eye has to look. Readings with
 * other columns differ everywhere, so nothing is marked in them.
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
  return found
}

function hasShapeOf(one: Preview, other: Preview): boolean {
  return one.length === other.length && one.every((row, index) => row.length === other[index]?.length)
}
