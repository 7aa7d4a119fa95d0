import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Journal } from '#core/ports.ts'
import { SourceId, type FileToken } from '#shared/ipc/schemas.ts'
import { touch, type Session } from './session/session.ts'
import type { Target } from './target/target.ts'

/** What the engine's process holds for the window: granted files, open sessions, the target. The calls work on this. */
export interface Desk {
  readonly journal: Journal
  grant(token: string, path: string): void
  /** The path behind a token the operator's dialog or drop made. */
  pathOf(token: z.infer<typeof FileToken>): Result<string>
  addSession(session: Session): z.infer<typeof SourceId>
  session(id: z.infer<typeof SourceId>): Result<Session>
  closeSession(id: z.infer<typeof SourceId>): void
  target(): Target | null
  /** The target, once a connection that is being made has come or failed: the window may ask for a dry run before that. */
  settledTarget(): Promise<Target | null>
  connecting(attempt: Promise<unknown>): void
  /** Replaces the target; sessions forget what the old one said. */
  setTarget(target: Target): void
}

export function makeDesk(journal: Journal): Desk {
  const paths = new Map<string, string>()
  const sessions = new Map<string, Session>()
  let target: Target | null = null
  let attempts: Promise<unknown> = Promise.resolve()
  return {
    journal,
    grant: (token, path) => void paths.set(token, path),
    pathOf(token) {
      const path = paths.get(token)
      return path === undefined ? fail('file-missing', 'That file is no longer at hand. Choose it again.') : ok(path)
    },
    addSession(session) {
      const id = SourceId.parse(randomUUID())
      if (target !== null) session.reference = { lists: target.lists, existing: null }
      sessions.set(id, session)
      return id
    },
    session(id) {
      const session = sessions.get(id)
      return session === undefined ? fail('file-missing', 'That file is no longer open. Open it again.') : ok(session)
    },
    closeSession: (id) => void sessions.delete(id),
    target: () => target,
    settledTarget: async () => {
      await attempts
      return target
    },
    connecting(attempt) {
      attempts = Promise.allSettled([attempts, attempt])
    },
    setTarget(next) {
      target?.api.close()
      target = next
      for (const session of sessions.values()) {
        session.reference = { lists: next.lists, existing: null }
        touch(session)
      }
    },
  }
}
