import { ok, type Result } from '#core/model/result.ts'
import { findExisting } from '#core/stages/post/index.ts'
import { systemClock as clock } from '#node/clock.ts'
import { noReference } from '#core/model/reference.ts'
import { preparedOf, touch, type Session } from '../session/session.ts'
import { keysToAsk } from './keys-to-ask.ts'
import { refreshTarget, type Target } from './target.ts'

/** What is sent is resolved by lists as they are now: older ones are read again first. */
const freshMs = 5 * 60_000

/**
 * Gives the session what the target lists, and asks which of its customers are there already. Reads only.
 */
export async function askTarget(session: Session, target: Target, onProgress: (asked: number, of: number) => void = () => undefined): Promise<Result<null>> {
  if (Date.now() - Date.parse(target.readAt) > freshMs) {
    const refreshed = await refreshTarget(target)
    if (!refreshed.ok) return refreshed
  }
  session.reference = { ...noReference, lists: target.lists }
  touch(session)
  const keys = keysToAsk((await preparedOf(session)).eachCustomer(), target.lists)
  const { api, pacer } = target
  const existing = await findExisting({ api, clock, random: Math.random, pacer }, keys, (asked) => onProgress(asked, keys.length))
  if (!existing.ok) return existing
  session.reference = { lists: target.lists, existing: existing.value }
  touch(session)
  return ok(null)
}
