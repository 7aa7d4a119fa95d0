// How far the journal had got, in a small file beside it. A journal that is behind its own mark has lost what it knew: its log was
// deleted, an old copy was put back, or it is a new one in the place of one that is gone.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database.ts'
import { transact } from './database.ts'

const WIDTH = 16

export interface Mark {
  /** After the intent is on the disk, before it is acted upon. Not synced: it may only ever be behind. */
  advance(intent: number): void
  close(): void
}

/**
 * Call under the target's lock, before anything is sent. A journal that has gone back no longer knows of every request that was
 * sent: then each customer that has not ended is looked up through a whole settle window before it is sent.
 */
export function checkGeneration(database: Database, folder: string): Mark {
  // The file first: another process may write both, the journal before the file.
  const marked = readMark(folder)
  const known = latestIntent(database)
  if (marked > known) {
    transact(database, () => {
      database.exec('UPDATE units SET doubtful = 1 WHERE outcome IS NULL')
      // Numbers go on where they were: so this is noticed once, and no number is given twice.
      const moved = database.prepare("UPDATE sqlite_sequence SET seq = ? WHERE name = 'intents'").run(marked)
      if (Number(moved.changes) === 0) database.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('intents', ?)").run(marked)
    })
  }
  return openMark(folder, Math.max(marked, known))
}

function openMark(folder: string, start: number): Mark {
  const file = openSync(join(folder, 'journal.generation'), 'a', 0o600)
  closeSync(file)
  const held = openSync(join(folder, 'journal.generation'), 'r+')
  const advance = (intent: number): void => void writeSync(held, `${String(intent).padStart(WIDTH, '0')}\n`, 0)
  advance(start)
  return {
    advance,
    close() {
      // Best effort: a mark that is behind weakens only this check.
      try {
        fsyncSync(held)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error
      } finally {
        closeSync(held)
      }
    },
  }
}

/** 0 where there is none: the journal of an earlier version, or a new folder. */
function readMark(folder: string): number {
  try {
    const text = readFileSync(join(folder, 'journal.generation'), 'latin1')
    return /^\d{16}\n$/.test(text) ? Number(text) : 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0
    throw error
  }
}

function latestIntent(database: Database): number {
  const row = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'intents'").get() as { readonly seq: number } | undefined
  return row?.seq ?? 0
}
