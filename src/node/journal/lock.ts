import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Result } from '#core/model/result.ts'
import { fail, ok } from '#core/model/result.ts'
import { isBusy, journalFailure } from './failures.ts'

interface TargetName {
  readonly baseUrl: string
  readonly brand: string
}

/** Somebody may be looking whether it is held, which takes a moment. */
const LOOK_MS = 250

/**
 * One sender per target and computer user. An exclusive transaction on a file of its own: the operating system ends it with the
 * process, so that no stale lock is ever left to judge.
 */
export function lockTarget(folder: string, target: TargetName): Result<{ readonly release: () => void }> {
  let database: InstanceType<typeof DatabaseSync> | null = null
  try {
    mkdirSync(join(folder, 'locks'), { recursive: true, mode: 0o700 })
    database = new DatabaseSync(lockFile(folder, target), { timeout: LOOK_MS })
    database.exec('BEGIN EXCLUSIVE')
    const held = database
    return ok({ release: () => held.close() })
  } catch (error) {
    database?.close()
    if (isBusy(error)) return fail('already-running', 'Another import to this server is under way on this computer. Wait for its end, or stop it there.')
    return journalFailure(error)
  }
}

/** Whether a living process, this one or another, has locked the target. Asked by a read, which an exclusive transaction turns away. */
export function isTargetLocked(folder: string, target: TargetName): boolean {
  const file = lockFile(folder, target)
  if (!existsSync(file)) return false
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return false
  } catch (error) {
    if (isBusy(error)) return true
    throw error
  } finally {
    database.close()
  }
}

function lockFile(folder: string, { baseUrl, brand }: TargetName): string {
  const name = createHash('sha256').update(`${baseUrl}\n${brand}`).digest('hex').slice(0, 32)
  return join(folder, 'locks', `${name}.sqlite`)
}
