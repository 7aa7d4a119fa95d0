// A copy of the journal before its shape is changed, so that the version of the program before this one can be gone back to.
import { chmodSync, closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'

const KEPT = 2
const namePattern = /^journal-before-version-(\d+)\.sqlite$/

/** Whole and on the disk when this returns; for the owner alone, as it holds customers. Older copies make room. */
export function backUp(database: DatabaseSyncInstance, folder: string, nextVersion: number): void {
  const file = join(folder, `journal-before-version-${nextVersion}.sqlite`)
  // One of an attempt that did not get to its end.
  rmSync(file, { force: true })
  closeSync(openSync(file, 'wx', 0o600))
  database.prepare('VACUUM INTO ?').run(file)
  chmodSync(file, 0o600)
  const copy = openSync(file, 'r+')
  try {
    fsyncSync(copy)
  } finally {
    closeSync(copy)
  }
  for (const name of backups(folder).slice(0, -KEPT)) rmSync(join(folder, name), { force: true })
}

/** When a run has been finished under the new shape it has proved itself, and what was sent must be gone from every file. */
export function removeBackups(folder: string): void {
  for (const name of backups(folder)) rmSync(join(folder, name), { force: true })
}

/** Oldest first. */
function backups(folder: string): string[] {
  const version = (name: string): number => Number(namePattern.exec(name)?.[1])
  return readdirSync(folder).filter((name) => namePattern.test(name)).sort((left, right) => version(left) - version(right))
}
