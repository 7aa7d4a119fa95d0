import { ok, type Result } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import { applyFix } from '../mend/apply-fix.ts'
import { mendCause } from '../mend/mend-cause.ts'
import { goTo } from '../session/row-changes.ts'
import { preparedOf, type Session } from '../session/session.ts'
import { historyView } from '../views/history-view.ts'
import { causesView, fixesView, previewView } from '../views/mend-view.ts'
import { reviewView } from '../views/review-view.ts'

type MendHandlers = Handlers<AppContract['mend']>

/** Problems by their causes, what mends them, and the way back. */
export function mendCalls(desk: Desk): MendHandlers {
  type SourceId = Parameters<Desk['session']>[0]
  const reviewed = async (sourceId: SourceId, work: (session: Session) => Promise<Result<unknown>>): Promise<Awaited<ReturnType<MendHandlers['apply']>>> => {
    const session = desk.session(sourceId)
    if (!session.ok) return session
    const done = await work(session.value)
    return done.ok ? ok(reviewView(session.value, await preparedOf(session.value))) : done
  }
  return {
    causes: async ({ sourceId }) => {
      const session = desk.session(sourceId)
      return session.ok ? ok(causesView(session.value, await preparedOf(session.value))) : session
    },
    fixes: async ({ sourceId, cause }) => {
      const session = desk.session(sourceId)
      return session.ok ? ok(fixesView(session.value, await preparedOf(session.value), cause)) : session
    },
    preview: async ({ sourceId, ...query }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const mended = await mendCause(session.value, query.cause, query.fix)
      return ok(previewView(session.value, { prepared: await preparedOf(session.value), mended, query }))
    },
    apply: ({ sourceId, cause, fix }) => reviewed(sourceId, (session) => applyFix(session, { cause, fix })),
    history: ({ sourceId }) => {
      const session = desk.session(sourceId)
      return session.ok ? ok(historyView(session.value)) : session
    },
    undo: ({ sourceId }) => reviewed(sourceId, (session) => goTo(session, session.history?.back() ?? 0)),
    redo: ({ sourceId }) => reviewed(sourceId, (session) => goTo(session, session.history?.ahead()[0] ?? session.history?.current() ?? 0)),
    goTo: ({ sourceId, step }) => reviewed(sourceId, (session) => goTo(session, step)),
  }
}
