import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Result } from '#core/model/result.ts'
import { fail, ok } from '#core/model/result.ts'
import { isBusy, journalFailure } from './failures.ts'

/**
 * One sender per target and computer user. An exclusive transaction on a file of its own: the operating system ends it with the
 * process, so that no stale lock is ever left to judge.
 */
export function lockTarget(folder: string, target: { readonly baseUrl: string; readonly brand: string }): Result<{ readonly release: () => void }> {
  const name = createHash('sha256').update(`${target.baseUrl}\n${target.brand}`).digest('hex').slice(0, 32)
  let database: InstanceType<typeof DatabaseSync> | null = null
  try {
    const locks = join(folder, 'locks')
    mkdirSync(locks, { recursive: true, mode: 0o700 })
    database = new DatabaseSync(join(locks, `${name}.sqlite`), { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
    const held = database
    return ok({ release: () => held.close() })
  } catch (error) {
    database?.close()
    if (isBusy(error)) return fail('already-running', 'Another import to this server is under way on this computer. Wait for its end, or stop it there.')
    return journalFailure(error)
  }
}
