import type { z } from 'zod'
import type { RecipeLine } from '#shared/ipc/schemas.ts'
import { savedFixText } from '#shared/wording/fixes.ts'
import type { Session } from '../session/session.ts'

/** What each fix of the recipe did to this file; one that found nothing says so too. */
export function recipeView({ recipe }: Session): z.input<typeof RecipeLine>[] {
  return (recipe.results ?? []).map(({ saved, fitted, left }) => ({ ...savedFixText(saved), fitted, left }))
}
