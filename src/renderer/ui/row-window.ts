/** Lines from one to another, both included. */
export interface Lines { readonly first: number; readonly last: number }

/** What of a list is on the screen, in pixels. */
export interface View { readonly offset: number; readonly height: number; readonly lineHeight: number }

/** The lines of which something is on the screen, of a list without end. */
export function seenLines({ offset, height, lineHeight }: View): Lines {
  const first = Math.max(0, Math.floor(offset / lineHeight))
  return { first, last: Math.max(first, Math.ceil((offset + height) / lineHeight) - 1) }
}

/** In ascending order: those seen, some above and below, and the one that is kept. */
export function shownLines({ first, last }: Lines, { count, overscan, kept }: { readonly count: number; readonly overscan: number; readonly kept: number }): readonly number[] {
  if (count === 0) return []
  const from = Math.max(0, first - overscan)
  const to = Math.min(count - 1, last + overscan)
  const shown = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  if (kept < 0 || kept >= count || (kept >= from && kept <= to)) return shown
  return kept < from ? [kept, ...shown] : [...shown, kept]
}

/** Where to scroll so that a line is seen as a whole; `auto` scrolls no further than it must. */
export function offsetFor(index: number, align: 'auto' | 'center', { offset, height, lineHeight }: View): number {
  const top = index * lineHeight
  if (align === 'center') return Math.max(0, top - (height - lineHeight) / 2)
  if (top < offset) return top
  return top + lineHeight > offset + height ? top + lineHeight - height : offset
}
