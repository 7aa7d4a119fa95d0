// Outcomes wait for the next intent and are written with it: one commit, and one sync of the disk, where there were two. Whoever dies before
// has lost nothing but time: an intent without an outcome is looked up on the server before anything is sent again.
import type { Failure, Result } from '#core/model/result.ts'
import { ok } from '#core/model/result.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import { guardOn } from './failures.ts'

/** Longer than from one intent to the next where much is sent; where little is, a commit more costs nothing. */
const MOST_MS = 100

export interface GroupCommit {
  /** Written with whatever is written next, and soon in any case. Fails where an earlier one could not be written. */
  later(ordinal: number, work: () => void): Result<null>
  /** In one commit with all that waits: on the disk when it answers. */
  now<Value>(work: () => Value): Result<Value>
  /** Of all that was written, what waits included. */
  read<Value>(work: () => Value): Result<Value>
  /** Something about this customer is not written yet. */
  isWaitingFor(ordinal: number): boolean
  /** Writes what waits. What cannot be written is lost, and the call answers all the same. */
  end(): void
}

export function groupCommits(database: Database): GroupCommit {
  let waiting: { readonly ordinal: number; readonly work: () => void }[] = []
  let timer: NodeJS.Timeout | undefined
  // Written behind the caller's back, and failed: the next call has to say it, and nothing that follows from it may be written.
  let lost: Failure | null = null
  let bug: { readonly error: unknown } | null = null

  const now = <Value>(work: () => Value): Result<Value> => {
    if (bug !== null) throw bug.error
    if (lost !== null) return { ok: false, failure: lost }
    clearTimeout(timer)
    timer = undefined
    const first = waiting
    waiting = []
    const written = guardOn(database, () => transact(database, () => {
      for (const each of first) each.work()
      return work()
    }))
    if (!written.ok && first.length > 0) lost = written.failure
    return written
  }
  const writeAlone = (): void => {
    try {
      now(() => null)
    } catch (error) {
      bug ??= { error }
    }
  }
  return {
    now,
    read: (work) => (waiting.length > 0 || lost !== null || bug !== null ? now(work) : guardOn(database, work)),
    later(ordinal, work) {
      if (bug !== null) throw bug.error
      if (lost !== null) return { ok: false, failure: lost }
      waiting.push({ ordinal, work })
      timer ??= setTimeout(writeAlone, MOST_MS)
      return ok(null)
    },
    isWaitingFor: (ordinal) => waiting.some((each) => each.ordinal === ordinal),
    end() {
      clearTimeout(timer)
      timer = undefined
      if (waiting.length > 0 && database.isOpen) now(() => null)
    },
  }
}
