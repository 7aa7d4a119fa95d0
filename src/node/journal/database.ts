import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Result } from '#core/model/result.ts'
import { fail } from '#core/model/result.ts'
import { backUp } from './backup.ts'
import { guard, isDamage, journalFailure } from './failures.ts'
import { migrations } from './migrations.ts'
import { placeProblem } from './place.ts'
import { setAside } from './set-aside.ts'

/** "ELON": tells our file from any other database. */
const APPLICATION_ID = 0x454c4f4e
const BUSY_MS = 5_000

export type Database = DatabaseSyncInstance

/**
 * Opens or makes the journal file, readable by its owner alone: it holds customers until their run is finished. A damaged one is
 * set aside.
 */
export function openDatabase(folder: string): Result<Database> {
  const misplaced = placeProblem(folder)
  if (misplaced !== null) return { ok: false, failure: misplaced }
  const made = guard(() => {
    const file = join(folder, 'journal.sqlite')
    closeSync(openSync(file, 'a', 0o600))
    return new DatabaseSync(file, { timeout: BUSY_MS })
  })
  if (!made.ok) return made
  const database = made.value
  try {
    const problem = prepare(database, folder)
    if (problem === null) return made
    database.close()
    return problem.kind === 'damaged' ? { ok: false, failure: setAside(folder, problem.what) } : fail('journal-unusable', problem.what)
  } catch (error) {
    database.close()
    return isDamage(error) ? { ok: false, failure: setAside(folder, (error as Error).message) } : journalFailure(error)
  }
}

/** Of a newer version of the program too, as long as what a report needs is where it was: nothing is written, nothing sent. */
export function openForReading(folder: string): Result<Database> {
  const file = join(folder, 'journal.sqlite')
  if (!existsSync(file)) return fail('no-such-run', 'There is no journal in the data folder yet.')
  return guard(() => {
    const database = new DatabaseSync(file, { timeout: BUSY_MS, readOnly: true })
    // Asked now, so that a file that is none shows here.
    readPragma(database, 'user_version')
    return database
  })
}

interface Problem {
  readonly kind: 'damaged' | 'not-ours'
  readonly what: string
}

/** Null when it is ready. */
function prepare(database: Database, folder: string): Problem | null {
  // FULL in WAL mode: a commit is on the disk when it answers. An intent that could be lost would be no intent.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON')
  database.exec('PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON')
  const version = Number(readPragma(database, 'user_version'))
  const application = readPragma(database, 'application_id')
  if (application !== APPLICATION_ID && (application !== 0 || version !== 0)) {
    return { kind: 'not-ours', what: 'The file journal.sqlite in the data folder belongs to another program. Choose another folder with ONBOARDER_HOME.' }
  }
  if (version > migrations.length) {
    return { kind: 'not-ours', what: 'The journal was written by a newer version of this program. Please update. Its runs can still be listed, and their reports made, on the command line (`onboarder status`, `onboarder report`).' }
  }
  const check = readPragma(database, 'quick_check')
  if (check !== 'ok') return { kind: 'damaged', what: String(check).slice(0, 200) }
  if (version > 0 && version < migrations.length) backUp(database, folder, migrations.length)
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    transact(database, () => database.exec(`${migration}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${index + 1}`))
  }
  return null
}

function readPragma(database: Database, name: string): unknown {
  const row = database.prepare(`PRAGMA ${name}`).get() as Readonly<Record<string, unknown>>
  return Object.values(row)[0]
}

/** All or nothing. IMMEDIATE, so that another process makes us wait at the beginning instead of failing in the middle. */
export function transact<Value>(database: Database, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    database.exec('COMMIT')
    return value
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
