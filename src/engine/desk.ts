import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Journal } from '#core/ports.ts'
import { SourceId, type FileToken } from '#shared/ipc/schemas.ts'
import { beginSession, type FileToOpen, type Opening } from './session/open-session.ts'
import { closeSession, touch, type Session } from './session/session.ts'
import type { Target } from './target/target.ts'

type Id = z.infer<typeof SourceId>

/** What the engine's process holds for the window: granted files, open sessions, the target. The calls work on this. */
export interface Desk {
  readonly journal: Journal
  grant(token: string, path: string): void
  /** The path behind a token the operator's dialog or drop made. */
  pathOf(token: z.infer<typeof FileToken>): Result<string>
  /** Begins to read files. What there is of them can be looked at meanwhile. */
  open(files: readonly FileToOpen[]): { readonly id: Id; readonly opening: Opening }
  /** Files that are still being read; null when they are not (any more). */
  opening(id: Id): Opening | null
  /** The session, once its files are read to their end. Every caller gets the same one. */
  ready(id: Id): Promise<Result<Session>>
  /** The session of files that are read. */
  session(id: Id): Result<Session>
  /** Reading stops, and nothing of the files stays on the disk. */
  close(id: Id): void
  target(): Target | null
  /** The target, once a connection that is being made has come or failed: the window may ask for a dry run before that. */
  settledTarget(): Promise<Target | null>
  connecting(attempt: Promise<unknown>): void
  /** Replaces the target; sessions forget what the old one said. */
  setTarget(target: Target): void
}

export function makeDesk(journal: Journal, home: string): Desk {
  const paths = new Map<string, string>()
  const openings = new Map<Id, Opening & { readonly ready: Promise<Result<Session>> }>()
  const sessions = new Map<Id, Session>()
  let target: Target | null = null
  let attempts: Promise<unknown> = Promise.resolve()
  const sessionOf = (id: Id): Result<Session> => {
    const session = sessions.get(id)
    return session === undefined ? notOpen() : ok(session)
  }
  return {
    journal,
    grant: (token, path) => void paths.set(token, path),
    pathOf(token) {
      const path = paths.get(token)
      return path === undefined ? fail('file-missing', 'That file is no longer at hand. Choose it again.') : ok(path)
    },
    open(files) {
      const id = SourceId.parse(randomUUID())
      const opening = beginSession(files, home)
      const ready = opening.done.then((session) => {
        const isWanted = openings.delete(id)
        if (!session.ok) return session
        if (!isWanted) {
          void closeSession(session.value)
          return notOpen()
        }
        if (target !== null) session.value.reference = { lists: target.lists, existing: null }
        sessions.set(id, session.value)
        return session
      })
      openings.set(id, { ...opening, ready })
      return { id, opening }
    },
    opening: (id) => openings.get(id) ?? null,
    ready: (id) => openings.get(id)?.ready ?? Promise.resolve(sessionOf(id)),
    session: sessionOf,
    close(id) {
      openings.get(id)?.stop()
      openings.delete(id)
      const session = sessions.get(id)
      sessions.delete(id)
      if (session !== undefined) void closeSession(session)
    },
    target: () => target,
    settledTarget: async () => {
      await attempts
      return target
    },
    connecting(attempt) {
      attempts = Promise.allSettled([attempts, attempt])
    },
    setTarget(next) {
      if (target !== next) target?.api.close()
      target = next
      for (const session of sessions.values()) {
        session.reference = { lists: next.lists, existing: null }
        touch(session)
      }
    },
  }
}

function notOpen(): Result<never> {
  return fail('file-missing', 'That file is no longer open. Open it again.')
}
