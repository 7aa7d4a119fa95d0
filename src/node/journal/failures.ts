import type { Failure, Result } from '#core/model/result.ts'
import { fail, ok } from '#core/model/result.ts'

const SQLITE_BUSY = 5
const SQLITE_LOCKED = 6
const SQLITE_READONLY = 8
const SQLITE_IOERR = 10
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_NOTADB = 26
const ENOSPC = 28

/** Databases whose disk has failed, and how: what they hold in memory may be on the disk or not, and nobody can tell which. */
const spoiled = new WeakMap<object, Failure>()

/** The file says what this program cannot have written into it. */
export class Damaged extends Error {}

/** What the disk does is a failure; anything else thrown is a bug and stays one. */
export function guard<Value>(work: () => Value): Result<Value> {
  try {
    return ok(work())
  } catch (error) {
    return journalFailure(error)
  }
}

/**
 * The same for work on an open database. A write or sync that failed is never tried again on it: the system may have dropped
 * what it could not write and call the next sync a success. It has to be closed, opened and checked first.
 */
export function guardOn<Value>(database: object, work: () => Value): Result<Value> {
  const before = spoiled.get(database)
  if (before !== undefined) return { ok: false, failure: before }
  try {
    return ok(work())
  } catch (error) {
    const failed = journalFailure(error)
    if (codeOf(error) === SQLITE_IOERR || isDamage(error)) spoiled.set(database, failed.failure)
    return failed
  }
}

export function isSpoiled(database: object): boolean {
  return spoiled.has(database)
}

export function journalFailure(error: unknown): ReturnType<typeof fail> {
  // A syntax error is JSON's: all of it in the journal was written by JSON.stringify.
  if (error instanceof Damaged || error instanceof SyntaxError) return fail('journal-unusable', `The journal is damaged: ${error.message}. Nothing is sent from it. Import the file again with a new data folder (ONBOARDER_HOME); customers that are there already are found by looking them up.`)
  if (!(error instanceof Error) || !('code' in error)) throw error
  const { systemErrno } = error as { readonly systemErrno?: unknown }
  const code = codeOf(error)
  if (code === SQLITE_FULL || systemErrno === ENOSPC || error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return fail('disk-full', 'The disk that holds the journal is full, so nothing more is sent. Make room, then resume: nothing is lost.')
  }
  if (isBusy(error)) return fail('journal-unusable', 'Another program keeps the journal locked (a backup or a virus scanner, perhaps). Nothing is sent meanwhile: close it or wait a moment, then resume, or start this program again.')
  if (code === SQLITE_READONLY || error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') {
    return fail('journal-unusable', `The data folder cannot be written (${error.message}), and nothing is sent without a journal. Give this user the right to write there, or choose another folder with ONBOARDER_HOME.`)
  }
  return fail('journal-unusable', `The journal cannot be read or written: ${error.message}. Nothing is sent without it.`)
}

/** SQLite's own word for "somebody else holds it". */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error)
  return code === SQLITE_BUSY || code === SQLITE_LOCKED
}

/** The file is not what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error)
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB
}

/** The lower byte: what is above it tells kinds of one error apart. */
function codeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null
}
