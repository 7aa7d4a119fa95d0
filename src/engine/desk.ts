import type { z } from 'zod'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Journal } from '#core/ports-journal.ts'
import type { FileToken } from '#shared/ipc/schemas.ts'
import { makeOpenSources, type OpenSources } from './session/open-sources.ts'
import { touch, type Session } from './session/session.ts'
import type { Target } from './target/target.ts'

/** What the engine's process holds for the window: granted files, open sessions, the target. The calls work on this. */
export interface Desk extends OpenSources {
  readonly journal: Journal
  grant(token: string, path: string): void
  /** The path behind a token the operator's dialog or drop made. */
  pathOf(token: z.infer<typeof FileToken>): Result<string>
  target(): Target | null
  /** The target, once a connection that is being made has come or failed: the window may ask for a dry run before that. */
  settledTarget(): Promise<Target | null>
  connecting(attempt: Promise<unknown>): void
  /** Replaces the target; sessions forget what the old one said. */
  setTarget(target: Target): void
}

export function makeDesk(journal: Journal, home: string): Desk {
  const paths = new Map<string, string>()
  let target: Target | null = null
  let attempts: Promise<unknown> = Promise.resolve()
  const tell = (session: Session): void => {
    if (target !== null) session.reference = { lists: target.lists, existing: null }
  }
  const sources = makeOpenSources(home, tell)
  return {
    ...sources,
    journal,
    grant: (token, path) => void paths.set(token, path),
    pathOf(token) {
      const path = paths.get(token)
      return path === undefined ? fail('file-missing', 'That file is no longer at hand. Choose it again.') : ok(path)
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
      for (const session of sources.sessions()) {
        tell(session)
        touch(session)
      }
    },
  }
}
