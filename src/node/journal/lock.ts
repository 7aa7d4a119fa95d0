import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
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
 * process, so that no stale lock is ever left to judge. One file lies in the data folder and one in a folder of the machine, which
 * holds where the same user works with two data folders.
 */
export function lockTarget(folder: string, target: TargetName): Result<Lock> {
  const ours = lockFolder(join(folder, 'locks'), target)
  if (!ours.ok) return ours
  const machine = machineFolder()
  if (machine === null) return ours
  const everywhere = lockFolder(machine, target)
  if (!everywhere.ok) {
    ours.value.release()
    return everywhere
  }
  return ok({
    release() {
      everywhere.value.release()
      ours.value.release()
    },
  })
}

interface Lock {
  readonly release: () => void
}

function lockFolder(locks: string, target: TargetName): Result<Lock> {
  let database: InstanceType<typeof DatabaseSync> | null = null
  try {
    mkdirSync(locks, { recursive: true, mode: 0o700 })
    database = new DatabaseSync(lockFile(locks, target), { timeout: LOOK_MS })
    database.exec('BEGIN EXCLUSIVE')
    const held = database
    return ok({ release: () => held.close() })
  } catch (error) {
    database?.close()
    if (isBusy(error)) return fail('already-running', 'Another import to this server is under way on this computer. Wait for its end, or stop it there.')
    return journalFailure(error)
  }
}

/**
 * The same for all of this user's processes, and nobody else's. Null where it cannot be made, or another user has taken its name (a
 * lock there would be theirs to hold): then the one in the data folder has to do.
 */
function machineFolder(): string | null {
  const { uid, username } = userInfo()
  const folder = join(tmpdir(), `elevate-onboarder-${uid === -1 ? createHash('sha256').update(username).digest('hex').slice(0, 12) : uid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const found = lstatSync(folder)
    return found.isDirectory() && (uid === -1 || found.uid === uid) ? folder : null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Whether a living process, this one or another, has locked the target. Asked by a read, which an exclusive transaction turns away. */
export function isTargetLocked(folder: string, target: TargetName): boolean {
  const file = lockFile(join(folder, 'locks'), target)
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

function lockFile(locks: string, { baseUrl, brand }: TargetName): string {
  const name = createHash('sha256').update(`${baseUrl}\n${brand}`).digest('hex').slice(0, 32)
  return join(locks, `${name}.sqlite`)
}
