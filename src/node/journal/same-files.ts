import { statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether the journal's files are still those that were opened. Deleted or replaced while they are open, the system goes on
 * writing to what nobody will ever find again.
 */
export function watchFiles(folder: string): () => boolean {
  const files = ['journal.sqlite', 'journal.sqlite-wal'].map((name) => join(folder, name))
  const opened = files.map(identity)
  return () => files.every((file, at) => identity(file) === opened[at])
}

function identity(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}
