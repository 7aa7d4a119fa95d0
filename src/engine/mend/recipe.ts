// The fixes that a saved mapping carries, applied to the next file of its kind.
import { isFor, readCause } from '#core/mend/cause.ts'
import { lineOf } from '#core/mend/history-path.ts'
import type { SavedFix } from '#core/model/fix.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import { preparedOf, type RecipeResult, type Session } from '../session/session.ts'
import { applyFix } from './apply-fix.ts'

/** More kinds of problems than that are not looked through. */
const mostCauses = 10_000

/**
 * The session's file with its recipe applied, once. A file that already has a history is as it was left: nothing is applied to it by
 * itself, unless the operator has chosen the mapping for it just now.
 */
export async function preparedWithRecipe(session: Session): Promise<PreparedFile> {
  const { recipe, history, mappingFrom } = session
  if (recipe.results === null && recipe.fixes.length > 0) {
    const isNew = history === null || history.parents().size === 0 || mappingFrom?.fit === 'chosen'
    session.recipe = { ...recipe, results: [] }
    if (isNew) session.recipe = { ...recipe, results: await applyRecipe(session, recipe.fixes) }
  }
  return preparedOf(session)
}

/** One fix after the other: what an earlier one has mended is no problem for the next. */
async function applyRecipe(session: Session, fixes: readonly SavedFix[]): Promise<readonly RecipeResult[]> {
  const results: RecipeResult[] = []
  for (const saved of fixes) {
    const prepared = await preparedOf(session)
    let fitted = 0
    let left = 0
    for (const { cause: key } of prepared.causes(mostCauses).causes) {
      const cause = readCause(key)
      if (cause === null || !isFor(saved, cause)) continue
      const mended = await applyFix(session, { cause: key, fix: saved.fix, recipe: true })
      if (!mended.ok) continue
      fitted += mended.value.fitted
      for (const count of mended.value.unfit.values()) left += count
    }
    results.push({ saved, fitted, left })
  }
  return results
}

/** What is to be saved: the fixes that stand on the way to where the file is, and those of the loaded recipe that found nothing here. */
export function recipeOf({ recipe, history }: Session): readonly SavedFix[] {
  const unused = recipe.results === null ? recipe.fixes : recipe.results.filter(({ fitted }) => fitted === 0).map(({ saved }) => saved)
  if (history === null) return recipe.fixes
  const steps = new Map(history.steps().map((step) => [step.id, step]))
  const done = lineOf(history.parents(), history.current()).toReversed().flatMap((id): readonly SavedFix[] => {
    const step = steps.get(id)?.step
    return step?.kind === 'fix' ? [{ code: step.cause.code, field: step.cause.field, pattern: step.cause.pattern, fix: step.fix }] : []
  })
  return [...new Map([...unused, ...done].map((saved) => [JSON.stringify(saved), saved])).values()]
}
