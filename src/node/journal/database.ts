import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Result } from '#core/model/result.ts'
import { fail, ok } from '#core/model/result.ts'
import { guard, journalFailure } from './failures.ts'
import { migrations } from './migrations.ts'

/** "ELON": tells our file from any other database. */
const APPLICATION_ID = 0x454c4f4e
const BUSY_MS = 5_000

export type Database = DatabaseSyncInstance

/** Opens or makes the journal file, readable by its owner alone: it holds customers until their run is finished. */
export function openDatabase(folder: string): Result<Database> {
  const made = guard(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, 'journal.sqlite')
    closeSync(openSync(file, 'a', 0o600))
    return new DatabaseSync(file, { timeout: BUSY_MS })
  })
  if (!made.ok) return made
  const database = made.value
  try {
    const problem = prepare(database)
    if (problem === null) return ok(database)
    database.close()
    return fail('journal-unusable', problem)
  } catch (error) {
    database.close()
    return journalFailure(error)
  }
}

/** Answers what is wrong with the file, in words; null when it is ready. */
function prepare(database: Database): string | null {
  // FULL in WAL mode: a commit is on the disk when it answers. An intent that could be lost would be no intent.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON')
  database.exec('PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON')
  const version = readPragma(database, 'user_version')
  const application = readPragma(database, 'application_id')
  if (application !== APPLICATION_ID && (application !== 0 || version !== 0)) return 'The file journal.sqlite in the data folder belongs to another program. Choose another folder with ONBOARDER_HOME.'
  if (Number(version) > migrations.length) return 'The journal was written by a newer version of this program. Please update.'
  const check = readPragma(database, 'quick_check')
  if (check !== 'ok') return `The journal is damaged (${String(check)}). Keep the file for repair; nothing is sent without a sound journal.`
  for (const [index, migration] of migrations.entries()) {
    if (index < Number(version)) continue
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
