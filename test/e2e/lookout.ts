// Looks at a page as it is, as people with low vision, a screen reader or no mouse would: axe's rules in light, its contrast in every other
// look, and every control by Tab. The page has to come to rest first: what is on its way has colours that nobody reads.
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { missedByTab } from './by-keyboard.ts'

// More contrast in dark, and the system's own colours as figures, are held by test/rules/contrast.test.ts.
const usual = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } as const
const looks = [
  ['dark', { ...usual, colorScheme: 'dark' }], ['more contrast', { ...usual, contrast: 'more' }], ['forced colours', { ...usual, forcedColors: 'active' }],
] as const

// Text outside of the page's regions is a finding. A box that opens above the page is none of them and has a dialog or a list in it, and what
// is waited for is told beside its moving line.
const regions = 'dialog, [role=dialog], [role=alertdialog], svg, .popover, .progress-line'

interface Violation { readonly id: string; readonly impact: string; readonly nodes: readonly string[] }

/** All impacts but minor ones. */
async function violations(window: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await window.evaluate(atRest)
  if (!(await window.evaluate('"axe" in globalThis'))) await window.evaluate(axe.source)
  const options = { resultTypes: ['violations'], preload: false, checks: { region: { options: { regionMatcher: regions } } }, ...(rules === undefined ? {} : { runOnly: rules }) }
  const found = await window.evaluate<readonly Violation[]>(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations
    .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 160)) })))`)
  return found.filter(({ impact }) => impact !== 'minor').map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.slice(0, 3).join(' | ')}`)
}

// Two frames for what was told last, then every transition; what moves for ever never ends.
const atRest = `(async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done))
  const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(ending.map((one) => one.finished))
})()`

export interface Lookout {
  /** `tabs: false` where the page goes on by itself, and what has the keyboard comes and goes. */
  readonly look: (state: string, options?: { readonly tabs?: boolean }) => Promise<void>
  /** What was found, by state; a state without a finding has an empty list. */
  readonly found: Readonly<Record<string, readonly string[]>>
}

export function lookout(window: Page): Lookout {
  const found: Record<string, readonly string[]> = {}
  return {
    found,
    async look(state, { tabs = true } = {}) {
      found[state] = await violations(window)
      for (const [name, media] of looks) {
        await window.emulateMedia(media)
        found[`${state}, ${name}`] = await violations(window, ['color-contrast'])
      }
      await window.emulateMedia(usual)
      if (tabs) found[`${state}, by Tab`] = await missedByTab(window)
    },
  }
}

/** The same states with nothing found in any of them. */
export function clean(found: Lookout['found']): Lookout['found'] {
  return Object.fromEntries(Object.keys(found).map((state) => [state, []]))
}
