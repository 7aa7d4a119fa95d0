import { readFile, writeFile } from 'node:fs/promises'
import { fail, ok, type Result } from '#core/model/result.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { replaceFile } from '#node/replace-file.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import { chooseColumn, setFixed } from '../session/change-mapping.ts'
import { applyMappingText, mappingText } from '../session/mapping-file.ts'
import { touch, type Session } from '../session/session.ts'
import { mappingView } from '../views/mapping-view.ts'

// Until the library of saved matchings and the table of values are joined to the calls.
const notYet = fail('bad-usage', 'That is not there yet.')

export function mappingCalls(desk: Desk): Handlers<AppContract['mapping']> {
  const changed = (session: Result<Session>, change: (session: Session) => Result<null>): Result<ReturnType<typeof mappingView>> => {
    if (!session.ok) return session
    const done = change(session.value)
    return done.ok ? ok(mappingView(session.value)) : done
  }
  return {
    read: ({ sourceId }) => changed(desk.session(sourceId), () => ok(null)),
    setColumn: ({ sourceId, ...choice }) => changed(desk.session(sourceId), (session) => chooseColumn(session, choice)),
    setFixed: ({ sourceId, field, text }) => changed(desk.session(sourceId), (session) => setFixed(session, field, text)),
    reset: ({ sourceId }) => changed(desk.session(sourceId), (session) => {
      session.mapping = matchColumns(session.source.tables)
      touch(session)
      return ok(null)
    }),
    setValues: () => notYet,
    saved: () => ok({ mappings: [] }),
    saveAs: () => notYet,
    apply: () => notYet,
    forget: () => notYet,
    load: async ({ sourceId, token }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const path = desk.pathOf(token)
      if (!path.ok) return path
      const text = await readFile(path.value, 'utf8').catch(() => '')
      return changed(session, (opened) => applyMappingText(opened, text))
    },
    save: async ({ sourceId, token }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const path = desk.pathOf(token)
      if (!path.ok) return path
      const written = await replaceFile(path.value, (temporary) => writeFile(temporary, mappingText(session.value)))
      return written.ok ? ok({}) : written
    },
  }
}
