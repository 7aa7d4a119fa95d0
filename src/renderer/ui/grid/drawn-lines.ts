import type { Lines } from '../row-window.ts'

/**
 * The lines to draw of those on the screen. After a leap nothing of them is read yet: for the moment that takes, the lines of before stay in
 * the page, out of sight. Drawn empty first and with their texts a few milliseconds later, every leap would be drawn twice.
 */
export function newDrawnLines(): (seen: Lines, mayDraw: boolean) => Lines {
  let drawn: Lines | null = null
  return (seen, mayDraw) => {
    if (drawn === null || mayDraw) drawn = seen
    return drawn
  }
}
