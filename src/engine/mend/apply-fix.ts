import { readCause } from '#core/mend/cause.ts'
import type { Fix } from '#core/model/fix.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import { changeRows } from '../session/row-changes.ts'
import type { Session } from '../session/session.ts'
import { mendCause, type MendedCause } from './mend-cause.ts'

/** Mends all issues of a cause in one step of the history. `recipe`: it came with the saved mapping. */
export async function applyFix(session: Session, { cause, fix, recipe = false }: { readonly cause: string; readonly fix: Fix; readonly recipe?: boolean }): Promise<Result<MendedCause>> {
  const known = readCause(cause)
  if (known === null) return fail('bad-usage', 'There is no such kind of problem.')
  const mended = await mendCause(session, cause, fix)
  const left = [...mended.unfit.values()].reduce((sum, count) => sum + count, 0)
  await changeRows(session, { kind: 'fix', cause: known, fix, fitted: mended.fitted, left, recipe }, mended)
  return ok(mended)
}
