import { setTimeout } from 'node:timers/promises'
import type { z } from 'zod'
import type { ReadingDecisions } from '#core/model/reading.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { HistoryStore } from '#node/history/open-history.ts'
import type { ReferenceCache } from '#node/reference-cache/open-cache.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { SourceId } from '#shared/ipc/schemas.ts'
import type { SourceProgressed } from '#shared/ipc/source-schemas.ts'
import type { Desk } from '../desk.ts'
import { openWithMapping, type Library } from '../session/mapping-library.ts'
import type { Opening } from '../session/open-session.ts'
import { mappingBefore } from '../session/returned-file.ts'
import { restore } from '../session/row-changes.ts'
import type { Session } from '../session/session.ts'
import { cachedReference, useCached } from '../target/cached-reference.ts'
import { openingView } from '../views/opening-view.ts'
import { locateRow, plainPage, rowsPage } from '../views/rows-view.ts'
import { sourceView } from '../views/source-view.ts'
import { rowCalls } from './row-calls.ts'

export interface SourceKeeping {
  readonly library: Library
  readonly cache: ReferenceCache
  /** What was done to the same file before, if it was open here. */
  readonly openHistory: (session: Session) => HistoryStore
  /** Sends an event to the window. */
  readonly tell: (name: 'source.progressed', payload: z.input<typeof SourceProgressed>) => void
}

export function sourceCalls(desk: Desk, keeping: SourceKeeping): Handlers<AppContract['source']> {
  const ready = readyWithMapping(desk, keeping)
  return {
    ...rowCalls(desk),
    open: async ({ files }) => {
      const paths: { path: string; options: ReadingDecisions }[] = []
      for (const { token, decisions } of files) {
        const path = desk.pathOf(token)
        if (!path.ok) return path
        paths.push({ path: path.value, options: decisions })
      }
      if (paths.length === 0) return fail('bad-usage', 'No file was given.')
      const { id, opening } = desk.open(paths)
      await opening.begun
      // What is read in a moment comes whole: nobody has to see it grow.
      if (!(await isDoneWithin(opening, graceMs))) {
        void tellProgress(opening, id, keeping)
        return ok(await openingView(id, opening, paths))
      }
      const session = await ready(id)
      return session.ok ? ok(sourceView(id, session.value)) : session
    },
    ready: async ({ sourceId }) => {
      const session = await ready(sourceId)
      return session.ok ? ok(sourceView(sourceId, session.value)) : session
    },
    rows: async (query) => {
      const opening = desk.opening(query.sourceId)
      if (opening !== null) return ok(plainPage(opening.tables[query.table]?.rows, query))
      const session = desk.session(query.sourceId)
      return session.ok ? ok(await rowsPage(session.value, query)) : session
    },
    locate: async (place) => {
      const session = desk.session(place.sourceId)
      return session.ok ? ok({ index: await locateRow(session.value, place) }) : session
    },
    close: ({ sourceId }) => {
      desk.close(sourceId)
      return ok({})
    },
  }
}

type Id = z.infer<typeof SourceId>

const graceMs = 100
const progressEveryMs = 200

/** The session once it is read, with the saved mapping that its headings call for, and lists of the last server if none is at hand. */
function readyWithMapping(desk: Desk, { library, cache, openHistory }: SourceKeeping): (id: Id) => Promise<Result<Session>> {
  const matched = new WeakMap<Session, Promise<unknown>>()
  const match = async (session: Session): Promise<void> => {
    const cached = desk.target() === null ? await cachedReference(cache) : null
    if (cached !== null) useCached(session, cached)
    await openWithMapping(session, library, { before: mappingBefore(session.source, desk.journal) })
    session.history = openHistory(session)
    restore(session)
  }
  return async (id) => {
    const session = await desk.ready(id)
    if (!session.ok) return session
    const matching = matched.get(session.value) ?? match(session.value)
    matched.set(session.value, matching)
    await matching
    return session
  }
}

function isDoneWithin({ done }: Opening, delayMs: number): Promise<boolean> {
  const read = done.then(() => true, () => true)
  return Promise.race([read, setTimeout(delayMs, false)])
}

async function tellProgress(opening: Opening, sourceId: Id, { tell }: SourceKeeping): Promise<void> {
  const say = (): void => tell('source.progressed', { sourceId, progress: opening.progress(), rows: opening.tables.map(({ rows }) => rows.length) })
  const timer = setInterval(say, progressEveryMs)
  // Whoever waits for the end hears how it ended.
  await opening.done.catch(() => undefined)
  clearInterval(timer)
}
