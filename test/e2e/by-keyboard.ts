// What a person without a mouse does, and whether they see where they are.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

interface Focused {
  /** What a screen reader says. */
  readonly name: string
  /** Whether a person sees that it has the keyboard. */
  readonly isVisible: boolean
}

const describeFocused = `(() => {
  const here = document.activeElement
  const label = here.getAttribute('aria-label') ?? (here.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim()
  const own = here.closest('label')?.textContent ?? here.textContent
  const ring = (element) => element !== null && getComputedStyle(element).outlineStyle !== 'none'
  // Hidden boxes of radios show it on their label, search boxes on their frame, cells by a line inside; a title is where a page begins, a
  // dialog is where its own text does.
  const isVisible = ring(here) || ring(here.closest('label')) || (here.tagName === 'INPUT' && ring(here.parentElement)) || here.matches('h1, body, [role=dialog], [role=alertdialog]')
    || (here.getAttribute('role') === 'gridcell' && getComputedStyle(here).boxShadow.includes('inset'))
  return { name: (label || own || here.placeholder || '').trim(), isVisible }
})()`

export function focused(window: Page): Promise<Focused> {
  return window.evaluate(describeFocused)
}

const mostTabs = 160

/** Tab, again and again, to what has this name. Every stop on the way has to be seen. */
export async function tabTo(window: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const way: string[] = []
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await window.keyboard.press(key)
    const here = await focused(window)
    way.push(here.name.slice(0, 40))
    if (!here.isVisible) throw new Error(`Nobody sees that the focus is on “${here.name}”.`)
    if (name.test(here.name)) return
  }
  throw new Error(`${String(name)} cannot be reached; on the way: ${way.join(' · ')}`)
}

// What is one stop, and is walked in by arrows.
const composites = '[role=toolbar], [role=radiogroup], [role=grid], [role=treegrid], [role=listbox], [role=tablist], [role=menu]'

/** Goes once around by Tab. Answers the controls it did not come to, and stops where nobody sees that the keyboard is there. */
export async function missedByTab(window: Page): Promise<readonly string[]> {
  await window.evaluate(`globalThis.wayByTab = { seen: new Set(), from: document.activeElement }`)
  const unseen = new Set<string>()
  // A page of 70 columns has some 250 stops.
  for (let tabs = 0; tabs < 400; tabs += 1) {
    await window.keyboard.press('Tab')
    if (await window.evaluate(`(() => {
      const { seen } = globalThis.wayByTab, here = document.activeElement
      return here !== document.body && (seen.has(here) || !seen.add(here))
    })()`)) break
    const here = await focused(window)
    if (!here.isVisible) unseen.add(`not seen: ${here.name}`)
  }
  const missed = await window.evaluate<readonly string[]>(`(() => {
    const { seen, from } = globalThis.wayByTab
    delete globalThis.wayByTab
    from.focus({ preventScroll: true })
    // A dialog that covers the page is all there is.
    const stage = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')].findLast((one) => one.closest('[data-overlay-container], .popover, .modal') !== null) ?? document
    const isThere = (one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('[inert], [aria-hidden=true]') === null && !one.disabled && one.tabIndex >= 0
    const stops = [...stage.querySelectorAll('button, input, select, textarea, a[href], [tabindex]')].filter(isThere)
    const isSeen = (one) => seen.has(one) || [...seen].some((other) => { const whole = one.closest(${JSON.stringify(composites)}); return whole !== null && whole.contains(other) })
    return stops.filter((one) => !isSeen(one)).map((one) => 'not reached: ' + (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 60))
  })()`)
  return [...unseen, ...missed]
}

/** Opens something by the keyboard; `missedByTab` is the proof that its button can be reached. */
export async function openByKey(window: Page, button: string | RegExp, key = 'Enter'): Promise<void> {
  const opener = window.getByRole('button', { name: button, ...(typeof button === 'string' ? { exact: true } : {}) })
  await opener.focus()
  await window.keyboard.press(key)
}

/** Escape closes what is open, and the keyboard is back where it came from. */
export async function leaveByEscape(window: Page, open: Locator, opener: RegExp): Promise<void> {
  await window.keyboard.press('Escape')
  await open.waitFor({ state: 'detached' })
  await expect.poll(async () => (await focused(window)).name).toMatch(opener)
}
