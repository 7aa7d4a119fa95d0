import { fail, type Result } from '#core/model/result.ts'
import { removeBackups } from './backup.ts'
import { transact, type Database } from './database.ts'
import { guard, guardOn } from './failures.ts'
import type { RunRow } from './rows.ts'

/** Children before their parents. What is deleted is overwritten (`secure_delete`), and so is the log beside the file. */
const tables = ['wishes', 'intents', 'units', 'report_parts'] as const

/** Deletes what the journal holds of a run that has ended. */
export function forgetRun(database: Database, id: string, folder: string): Result<null> {
  const deleted = guardOn(database, () => transact(database, () => {
    const run = database.prepare('SELECT state FROM runs WHERE id = ?').get(id) as Pick<RunRow, 'state'> | undefined
    if (run?.state !== 'finished') return run === undefined ? 'absent' : 'open'
    for (const table of tables) database.prepare(`DELETE FROM ${table} WHERE run_id = ?`).run(id)
    database.prepare('DELETE FROM runs WHERE id = ?').run(id)
    return 'deleted'
  }))
  if (!deleted.ok) return deleted
  if (deleted.value === 'absent') return fail('no-such-run', `There is no run "${id}" in the journal.`)
  if (deleted.value === 'open') return fail('bad-usage', `Run ${id} has not ended: what is known of it keeps its customers from being sent twice. Resume it, or cancel it for good, before its data is deleted.`)
  // Should the disk refuse this, the next checkpoint does it: the run is gone all the same.
  guardOn(database, () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  guard(() => removeBackups(folder))
  return { ok: true, value: null }
}
