import { type BigIntStats, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether the journal's files are still those that were opened. Deleted or replaced while they are open, the system goes on
 * writing to what nobody will ever find again.
 */
export function watchFiles(folder: string): () => boolean {
  const files = ['journal.sqlite', 'journal.sqlite-wal'].map((name) => join(folder, name))
  const opened = files.map(look)
  return () => files.every((file, at) => isSame(look(file), opened[at]))
}

function look(file: string): BigIntStats | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })
}

/** One that was not there is the same as long as it is not there. */
function isSame(one: BigIntStats | undefined, other: BigIntStats | undefined): boolean {
  return one?.ino === other?.ino && one?.dev === other?.dev
}
