import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import type { Killer } from './killer.ts'
import type { Orders, Point } from './orders.ts'
import { tap } from './tapped-sqlite.ts'

/** Which of the program's transactions is open, and what it notes, so that its COMMIT can be told from others. */
export interface Inside {
  during<Value>(point: Point, step: string | undefined, work: () => Value): Value
  /** The next commit writes it. */
  comes(before: Point, after: Point, step: string | undefined): void
}

/** Puts the killer before the statements of SQLite that begin and end things, and around the report's rename. */
export function tapDisk(killer: Killer, weakness: Orders['weakness']): Inside & { opening: boolean } {
  const state = { opening: false, open: [] as { readonly point: Point; readonly step: string | undefined }[] }
  let coming: readonly { readonly before: Point; readonly after: Point; readonly step: string | undefined }[] = []
  tap.before = (sql) => {
    if (state.opening) killer.pass('opening-journal')
    if (sql === 'COMMIT') for (const { point, step } of state.open) killer.pass(point, step)
    if (sql === 'COMMIT') for (const { before, step } of coming) killer.pass(before, step)
    if (sql.includes('wal_checkpoint')) killer.pass('emptying-log')
    return weakness === 'no-sync' ? sql.replace('synchronous = FULL', 'synchronous = OFF') : sql
  }
  tap.after = (sql) => {
    if (sql !== 'COMMIT') return
    const written = coming
    coming = []
    for (const { after, step } of written) killer.pass(after, step)
  }
  const { rename, open } = fsPromises
  fsPromises.open = async (...given: Parameters<typeof open>) => {
    const handle = await open(...given)
    if (String(given[0]).includes('report.json')) killer.pass('writing-report')
    return handle
  }
  fsPromises.rename = async (from, to) => {
    killer.pass('renaming-report')
    await rename(from, to)
  }
  syncBuiltinESMExports()
  return Object.assign(state, {
    comes: (before: Point, after: Point, step: string | undefined): void => void (coming = [...coming, { before, after, step }]),
    during<Value>(point: Point, step: string | undefined, work: () => Value): Value {
      state.open.push({ point, step })
      try {
        return work()
      } finally {
        state.open.pop()
      }
    },
  })
}
