import { cellKey } from '#core/model/place.ts'
import { ok } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import { openSession, preparedOf, touch } from '../session/session.ts'
import { reviewView } from '../views/review-view.ts'
import { locateRow, rowsPage, sourceView } from '../views/source-view.ts'

export function sourceCalls(desk: Desk): Handlers<AppContract['source']> {
  return {
    open: async ({ token, sheet, ...options }) => {
      const path = desk.pathOf(token)
      if (!path.ok) return path
      const session = await openSession(path.value, { ...defined(options), ...(sheet === undefined ? {} : { sheets: [sheet] }) })
      return session.ok ? ok(sourceView(desk.addSession(session.value), session.value)) : session
    },
    rows: (query) => {
      const session = desk.session(query.sourceId)
      return session.ok ? ok(rowsPage(session.value, query)) : session
    },
    locate: (place) => {
      const session = desk.session(place.sourceId)
      return session.ok ? ok({ index: locateRow(session.value, place) }) : session
    },
    edit: ({ sourceId, text, ...place }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      if (text === null) session.value.edits.delete(cellKey(place))
      else session.value.edits.set(cellKey(place), text)
      touch(session.value)
      return ok(reviewView(preparedOf(session.value)))
    },
    exclude: ({ sourceId, table, rows, excluded }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      for (const row of rows) {
        if (excluded) session.value.excluded.add(`${table}:${row}`)
        else session.value.excluded.delete(`${table}:${row}`)
      }
      touch(session.value)
      return ok(reviewView(preparedOf(session.value)))
    },
    close: ({ sourceId }) => {
      desk.closeSession(sourceId)
      return ok({})
    },
  }
}

/** Options that were given: the reader tells "absent" from "undefined". */
function defined<Options extends object>(options: Options): { [K in keyof Options]?: Exclude<Options[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as { [K in keyof Options]?: Exclude<Options[K], undefined> }
}
