import { cellKey } from '#core/model/place.ts'
import type { ReadingDecisions } from '#core/model/reading.ts'
import { fail, ok } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import { preparedOf, touch } from '../session/session.ts'
import { reviewView } from '../views/review-view.ts'
import { locateRow, rowsPage, sourceView } from '../views/source-view.ts'

export function sourceCalls(desk: Desk): Handlers<AppContract['source']> {
  return {
    open: async ({ files }) => {
      const paths: { path: string; options: ReadingDecisions }[] = []
      for (const { token, decisions } of files) {
        const path = desk.pathOf(token)
        if (!path.ok) return path
        paths.push({ path: path.value, options: decisions })
      }
      if (paths.length === 0) return fail('bad-usage', 'No file was given.')
      const { id } = desk.open(paths)
      const session = await desk.ready(id)
      return session.ok ? ok(sourceView(id, session.value)) : session
    },
    ready: async ({ sourceId }) => {
      const session = await desk.ready(sourceId)
      return session.ok ? ok(sourceView(sourceId, session.value)) : session
    },
    rows: async (query) => {
      const session = desk.session(query.sourceId)
      return session.ok ? ok(await rowsPage(session.value, query)) : session
    },
    locate: async (place) => {
      const session = desk.session(place.sourceId)
      return session.ok ? ok({ index: await locateRow(session.value, place) }) : session
    },
    edit: async ({ sourceId, text, ...place }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      if (text === null) session.value.edits.delete(cellKey(place))
      else session.value.edits.set(cellKey(place), text)
      touch(session.value)
      return ok(reviewView(await preparedOf(session.value)))
    },
    exclude: async ({ sourceId, table, rows, excluded }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      for (const row of rows) {
        if (excluded) session.value.excluded.add(`${table}:${row}`)
        else session.value.excluded.delete(`${table}:${row}`)
      }
      touch(session.value)
      return ok(reviewView(await preparedOf(session.value)))
    },
    close: ({ sourceId }) => {
      desk.close(sourceId)
      return ok({})
    },
  }
}
