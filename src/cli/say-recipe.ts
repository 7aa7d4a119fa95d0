import type { Session } from '#engine/session/session.ts'
import { savedFixText } from '#shared/wording/fixes.ts'
import { plain, say } from './output.ts'

/** How often each fix of the saved mapping fitted this file, and where it no longer does. */
export function sayRecipe({ recipe: { results } }: Session): void {
  for (const { saved, fitted, left } of results ?? []) {
    const { label, about } = savedFixText(saved)
    const rest = left === 0 ? '' : `, could do nothing about ${left}`
    say(`Fix of the saved mapping: ${plain(label)} (${plain(about)}): ${fitted === 0 && left === 0 ? 'found nothing to mend' : `mended ${fitted}${rest}`}.`)
  }
}
