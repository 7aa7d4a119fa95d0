/** Gives each line on the screen a slot of the page; the slots stand in the order of the lines. */
export type LineSlots = (lines: readonly number[]) => ReadonlyMap<number, number>

/**
 * A leap through a long list replaces all lines at once. By their slots they are written anew instead of taken out and put in again, which
 * costs a quarter less. A line that stays keeps its slot, and is never moved in the page, for the keyboard may be in it: React moves
 * an element when one that stood behind it now stands before it, so a line before a staying one takes no slot from behind that.
 */
export function newLineSlots(): LineSlots {
  let known: ReadonlyMap<number, number> = new Map()
  return (lines) => {
    if (lines.length === known.size && lines.every((line) => known.has(line))) return known
    const order = [...known.values()]
    const staying = new Set(lines.filter((line) => known.has(line)).map((line) => known.get(line)))
    const free = [...order.keys()].filter((place) => !staying.has(order[place]))
    const used = new Set(order)
    let unused = 0
    const newSlot = (): number => {
      while (used.has(unused)) unused += 1
      used.add(unused)
      return unused
    }
    // From the last line to the first, so that the next staying one is known.
    let behind = order.length
    const given = lines.toReversed().map((line): readonly [number, number] => {
      const own = known.get(line)
      if (own !== undefined) {
        behind = order.indexOf(own)
        return [line, own]
      }
      while ((free.at(-1) ?? -1) >= behind) free.pop()
      const place = free.pop()
      return [line, (place === undefined ? undefined : order[place]) ?? newSlot()]
    })
    known = new Map(given.toReversed())
    return known
  }
}
