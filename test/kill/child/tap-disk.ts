import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import type { Killer } from './killer.ts'
import type { Orders, Point } from './orders.ts'
import { tap } from './tapped-sqlite.ts'

/** Which of the program's transactions is open, and what it notes, so that its COMMIT can be told from others. */
export interface Inside {
  during<Value>(point: Point, step: string | undefined, work: () => Value): Value
}

/** Puts the killer before the statements of SQLite that begin and end things, and around the report's rename. */
export function tapDisk(killer: Killer, weakness: Orders['weakness']): Inside & { opening: boolean } {
  const state = { opening: false, open: [] as { readonly point: Point; readonly step: string | undefined }[] }
  tap.before = (sql) => {
    if (state.opening) killer.pass('opening-journal')
    if (sql === 'COMMIT') for (const { point, step } of state.open) killer.pass(point, step)
    if (sql.includes('wal_checkpoint')) killer.pass('emptying-log')
    return weakness === 'no-sync' ? sql.replace('synchronous = FULL', 'synchronous = OFF') : sql
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
