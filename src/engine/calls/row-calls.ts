import { ok } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import { changeRange } from '../ranges/change-range.ts'
import { copyRange } from '../ranges/copy-range.ts'
import { changeRows } from '../session/row-changes.ts'
import { preparedOf } from '../session/session.ts'
import { reviewView } from '../views/review-view.ts'

/** The calls of a source that change its rows, or take their texts away. */
export function rowCalls(desk: Desk): Pick<Handlers<AppContract['source']>, 'edit' | 'exclude' | 'copy' | 'changeRange'> {
  return {
    edit: async ({ sourceId, text, ...place }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      await changeRows(session.value, { kind: text === null ? 'restore' : 'edit' }, { cells: [{ place, text }] })
      return ok(reviewView(session.value, await preparedOf(session.value)))
    },
    copy: async ({ sourceId, range }) => {
      const session = desk.session(sourceId)
      return session.ok ? copyRange(session.value, range) : session
    },
    changeRange: async ({ sourceId, range, change }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const changed = await changeRange(session.value, range, change)
      return changed.ok ? ok({ ...changed.value, review: reviewView(session.value, await preparedOf(session.value)) }) : changed
    },
    exclude: async ({ sourceId, table, rows, excluded }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      await changeRows(session.value, { kind: excluded ? 'leave-out' : 'take-in' }, { rows: rows.map((row) => ({ table, row, isLeftOut: excluded })) })
      return ok(reviewView(session.value, await preparedOf(session.value)))
    },
  }
}
