import { readFile, writeFile } from 'node:fs/promises'
import { fail, ok, type Result } from '#core/model/result.ts'
import { replaceFile } from '#node/replace-file.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import { chooseColumn, setFixed, setValues } from '../session/change-mapping.ts'
import { applyMapping, applyMappingText, mappingText } from '../session/mapping-file.ts'
import { fitOf, learn, matchAnew, saveMapping, type Library } from '../session/mapping-library.ts'
import { touch, type Session } from '../session/session.ts'
import { mappingView } from '../views/mapping-view.ts'

type SourceId = Parameters<Desk['session']>[0]
type Changed = Promise<Result<ReturnType<typeof mappingView>>>
/** Works on an open session and answers the mapping as it is then. */
type Change = (sourceId: SourceId, work: (session: Session) => Result<unknown> | Promise<Result<unknown>>) => Changed

type MappingHandlers = Handlers<AppContract['mapping']>

export function mappingCalls(desk: Desk, library: Library): MappingHandlers {
  const change: Change = async (sourceId, work) => {
    const session = desk.session(sourceId)
    if (!session.ok) return session
    const done = await work(session.value)
    return done.ok ? ok(mappingView(session.value)) : done
  }
  return {
    read: ({ sourceId }) => change(sourceId, () => ok(null)),
    setColumn: ({ sourceId, ...choice }) => change(sourceId, (session) => chooseColumn(session, choice)),
    setFixed: ({ sourceId, field, text }) => change(sourceId, (session) => setFixed(session, field, text)),
    setValues: ({ sourceId, ...choice }) => change(sourceId, (session) => setValues(session, choice)),
    setFillDown: ({ sourceId, table, fillDown }) => change(sourceId, (session) => setFillDown(session, table, fillDown)),
    reset: ({ sourceId }) => change(sourceId, async (session) => {
      await matchAnew(session, library)
      return ok(null)
    }),
    ...savedCalls(desk, library, change),
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

function savedCalls(desk: Desk, library: Library, change: Change): Pick<MappingHandlers, 'saved' | 'saveAs' | 'apply' | 'forget' | 'load'> {
  return {
    saved: async ({ sourceId }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const kept = await library.list()
      return ok({
        mappings: kept.map(({ id, name, savedAt, saved }) => ({
          id, name, savedAt, columns: saved.tables.reduce((sum, table) => sum + table.columns.length, 0), fits: fitOf(session.value, saved),
        })),
      })
    },
    saveAs: ({ sourceId, name }) => change(sourceId, async (session) => {
      const kept = await saveMapping(session, library, name)
      // What was learned is only a help for other files: the mapping itself is saved.
      if (kept.ok) await learn(session, library)
      return kept
    }),
    apply: ({ sourceId, id }) => change(sourceId, async (session) => {
      const kept = await library.find(id)
      return kept.ok ? applyMapping(session, { ...kept.value.saved, name: kept.value.name }) : kept
    }),
    forget: async ({ id }) => {
      const removed = await library.remove(id)
      return removed.ok ? ok({}) : removed
    },
    load: ({ sourceId, token }) => change(sourceId, async (session) => {
      const path = desk.pathOf(token)
      if (!path.ok) return path
      const text = await readFile(path.value, 'utf8').catch(() => null)
      return text === null ? fail('file-unreadable', 'The mapping file cannot be read. Choose it again.') : applyMappingText(session, text)
    }),
  }
}

function setFillDown(session: Session, table: number, fillDown: boolean | null): Result<null> {
  if (session.mapping.tables[table] === undefined) return fail('bad-usage', 'There is no such table in this file.')
  const tables = session.mapping.tables.map((each, index) => {
    if (index !== table) return each
    const { fillDown: _, ...rest } = each
    return fillDown === null ? rest : { ...rest, fillDown }
  })
  session.mapping = { ...session.mapping, tables }
  touch(session)
  return ok(null)
}
