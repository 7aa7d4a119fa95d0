import type { Result } from '#core/model/result.ts'
import { fail, ok } from '#core/model/result.ts'

const SQLITE_FULL = 13
const ENOSPC = 28

/** What the disk does is a failure; anything else thrown is a bug and stays one. */
export function guard<Value>(work: () => Value): Result<Value> {
  try {
    return ok(work())
  } catch (error) {
    return journalFailure(error)
  }
}

export function journalFailure(error: unknown): ReturnType<typeof fail> {
  if (!(error instanceof Error) || !('code' in error)) throw error
  const { errcode, systemErrno } = error as { readonly errcode?: unknown; readonly systemErrno?: unknown }
  if (errcode === SQLITE_FULL || systemErrno === ENOSPC || error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return fail('disk-full', 'The disk that holds the journal is full, so nothing more is sent. Make room, then resume: nothing is lost.')
  }
  return fail('journal-unusable', `The journal cannot be read or written: ${error.message}. Nothing is sent without it.`)
}

/** SQLite's own word for "somebody else holds it". */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 5 || error.errcode === 6)
}
