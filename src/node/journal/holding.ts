// Who sends a run at this moment, and what other processes ask of it.
import { hostname } from 'node:os'
import type { Result } from '#core/model/result.ts'
import type { RunHolder, RunSummary, RunWish, Shell } from '#core/ports-journal.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import { guardOn } from './failures.ts'
import { isTargetLocked } from './lock.ts'
import { toWish, type RunRow, type WishRow } from './rows.ts'

/** Under the target's lock: nobody else can hold a run of the same target, and nothing that was asked of an earlier process counts. */
export function takeHold(database: Database, run: RunSummary, shell: Shell): Result<null> {
  const holder: RunHolder = { shell, pid: process.pid, host: hostname(), since: new Date().toISOString() }
  return guardOn(database, () => transact(database, () => {
    database.prepare('UPDATE runs SET holder = NULL WHERE base_url = ? AND brand = ? AND holder IS NOT NULL').run(run.baseUrl, run.brand)
    database.prepare("UPDATE runs SET state = 'open', failure = NULL, holder = ? WHERE id = ?").run(JSON.stringify(holder), run.id)
    database.prepare('DELETE FROM wishes WHERE run_id = ?').run(run.id)
    return null
  }))
}

/** A help for those who look: the lock alone decides, so that a failure stops nothing. */
export function letGo(database: Database, id: string): void {
  if (database.isOpen) guardOn(database, () => database.prepare('UPDATE runs SET holder = NULL WHERE id = ?').run(id))
}

export function readHolder(database: Database, folder: string, run: RunSummary): Result<RunHolder | null> {
  return guardOn(database, () => {
    const { holder } = database.prepare('SELECT holder FROM runs WHERE id = ?').get(run.id) as Pick<RunRow, 'holder'>
    return holder !== null && isTargetLocked(folder, run) ? (JSON.parse(holder) as RunHolder) : null
  })
}

export function writeWish(database: Database, id: string, wish: RunWish): Result<null> {
  const pace = wish.kind === 'pace' ? wish.pace : null
  return guardOn(database, () => {
    database.prepare('INSERT INTO wishes (run_id, kind, requests_per_second, lanes) VALUES (?, ?, ?, ?)').run(id, wish.kind, pace?.requestsPerSecond ?? null, pace?.lanes ?? null)
    return null
  })
}

/** Asked twice a second: nothing is written while nothing is wished. */
export function takeWishes(database: Database, id: string): Result<readonly RunWish[]> {
  return guardOn(database, () => {
    const rows = database.prepare('SELECT id, kind, requests_per_second, lanes FROM wishes WHERE run_id = ? ORDER BY id').all(id) as (WishRow & { readonly id: number })[]
    const last = rows.at(-1)
    if (last !== undefined) database.prepare('DELETE FROM wishes WHERE run_id = ? AND id <= ?').run(id, last.id)
    return rows.map(toWish)
  })
}
