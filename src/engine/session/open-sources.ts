import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { fail, ok, type Result } from '#core/model/result.ts'
import { SourceId } from '#shared/ipc/schemas.ts'
import { beginSession, type FileToOpen, type Opening } from './open-session.ts'
import { closeSession, type Session } from './session.ts'

type Id = z.infer<typeof SourceId>

/** What the window has open: files that are being read, and sessions. */
export interface OpenSources {
  /** Begins to read files. What there is of them can be looked at meanwhile. */
  open(files: readonly FileToOpen[]): { readonly id: Id; readonly opening: Opening }
  /** Files that are still being read; null when they are not (any more). */
  opening(id: Id): Opening | null
  /** The session, once its files are read to their end. Every caller gets the same one. */
  ready(id: Id): Promise<Result<Session>>
  /** The session of files that are read. */
  session(id: Id): Result<Session>
  sessions(): Iterable<Session>
  /** Reading stops, and nothing of the files stays on the disk. */
  close(id: Id): void
}

/** `onReady`: called for each session before anybody else has it. */
export function makeOpenSources(home: string, onReady: (session: Session) => void): OpenSources {
  const openings = new Map<Id, Opening & { readonly ready: Promise<Result<Session>> }>()
  const sessions = new Map<Id, Session>()
  // Why files could not be read: whoever asks afterwards has to hear that, not that they are no longer open.
  const failed = new Map<Id, Result<never>>()
  const sessionOf = (id: Id): Result<Session> => {
    const session = sessions.get(id)
    return session === undefined ? failed.get(id) ?? notOpen() : ok(session)
  }
  const keep = (id: Id, session: Result<Session>): Result<Session> => {
    const isWanted = openings.delete(id)
    if (!session.ok) {
      if (isWanted) failed.set(id, session)
      return session
    }
    if (!isWanted) {
      void closeSession(session.value)
      return notOpen()
    }
    onReady(session.value)
    sessions.set(id, session.value)
    return session
  }
  return {
    open(files) {
      const id = SourceId.parse(randomUUID())
      const opening = beginSession(files, home)
      openings.set(id, { ...opening, ready: opening.done.then((session) => keep(id, session)) })
      return { id, opening }
    },
    opening: (id) => openings.get(id) ?? null,
    ready: (id) => openings.get(id)?.ready ?? Promise.resolve(sessionOf(id)),
    session: sessionOf,
    sessions: () => sessions.values(),
    close(id) {
      openings.get(id)?.stop()
      openings.delete(id)
      failed.delete(id)
      const session = sessions.get(id)
      sessions.delete(id)
      if (session !== undefined) void closeSession(session)
    },
  }
}

function notOpen(): Result<never> {
  return fail('file-missing', 'That file is no longer open. Open it again.')
}
