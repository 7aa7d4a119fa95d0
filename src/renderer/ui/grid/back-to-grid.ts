/** The cell that the keyboard is in, of the grid that is seen. */
function cursorCell(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>('.grid [data-cursor]')].find((cell) => cell.checkVisibility()) ?? null
}

let stopHolding = (): void => undefined

/**
 * Puts the keyboard back into the grid, where it was, after a button beside it was pressed. The list may change under it then, and the button
 * go away: as long as the operator does nothing else, the keyboard does not fall out of the grid.
 */
export function backToGrid(): void {
  stopHolding()
  cursorCell()?.focus({ preventScroll: true })
  const watch = new MutationObserver(() => {
    if (document.activeElement === document.body) cursorCell()?.focus({ preventScroll: true })
  })
  stopHolding = (): void => {
    watch.disconnect()
    for (const type of ['keydown', 'pointerdown'] as const) document.removeEventListener(type, stopHolding, true)
  }
  for (const type of ['keydown', 'pointerdown'] as const) document.addEventListener(type, stopHolding, true)
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'data-cursor'] })
}
