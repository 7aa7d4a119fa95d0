// What was done to the rows of a file, kept beside its content and not its name: the same file, opened again, is as it was left.
import { DatabaseSync } from '@photostructure/sqlite'
import { chmodSync, existsSync, mkdirSync, renameSync, utimesSync } from 'node:fs'
import { dirname } from 'node:path'
import { changesSchema, stepSchema, type HistoryStep, type RowChanges, type Step } from '#core/model/history.ts'

/** A tree that only grows: what was taken back stays where it was. Two windows may have the same file open, each in its own place. */
export interface HistoryStore {
  /** False: it cannot be written, and is gone when the file is closed. */
  readonly isKept: boolean
  /** In the order in which they were made, by whatever window. */
  steps(): readonly HistoryStep[]
  /** By the number of each step, the state it was made in. */
  parents(): ReadonlyMap<number, number>
  step(id: number): HistoryStep | null
  /** Where this window is; 0 is the file itself. */
  current(): number
  /** The state before the current one; the file itself has none before it and is its own. */
  back(): number
  /** The states that going forth leads to, the nearest first: those last gone to or made. */
  ahead(): readonly number[]
  /** A new state after the current one; it is the current one then. */
  add(step: Step, changes: RowChanges): void
  changesOf(id: number): RowChanges
  /** Steps that lead from one state to the next are remembered, so that going forth goes there again. */
  moveTo(id: number): void
  close(): void
}

const version = 1
const inMemory = ':memory:'

export function openHistory(path: string): HistoryStore {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return openAt(path)
  } catch {
    // Nothing of the operator's data depends on it but the way back: a damaged one is set aside, and what cannot be kept is not.
    try {
      if (existsSync(path)) renameSync(path, `${path}.damaged`)
      return openAt(path)
    } catch {
      return openAt(inMemory)
    }
  }
}

type StoredStep = Omit<HistoryStep, 'step'> & { readonly step: string }

const select = 'SELECT id, parent, at, step, cells, rows FROM steps'

function readStep({ step, ...rest }: StoredStep): HistoryStep {
  return { ...rest, step: stepSchema.parse(JSON.parse(step)) }
}

/** Throws where it is of another version, or none of ours. */
function openDatabase(path: string): InstanceType<typeof DatabaseSync> {
  const database = new DatabaseSync(path)
  if (path !== inMemory) claim(path)
  database.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  const { user_version: found } = database.prepare('PRAGMA user_version').get() as { readonly user_version: number }
  if (found !== 0 && found !== version) {
    database.close()
    throw new Error(`A history of version ${found}`)
  }
  database.exec(`CREATE TABLE IF NOT EXISTS steps (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, at TEXT NOT NULL, step TEXT NOT NULL, cells INTEGER NOT NULL, rows INTEGER NOT NULL, changes TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS forth (parent INTEGER PRIMARY KEY, child INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS place (one INTEGER PRIMARY KEY CHECK (one = 1), id INTEGER NOT NULL) STRICT;
    PRAGMA user_version = ${version}`)
  return database
}

/** Its owner's alone, and used today: what nobody opens is forgotten some day. */
function claim(path: string): void {
  const now = new Date()
  chmodSync(path, 0o600)
  utimesSync(path, now, now)
}

function openAt(path: string): HistoryStore {
  const database = openDatabase(path)
  const place = database.prepare('SELECT id FROM place').get() as { readonly id: number } | undefined
  let current = place?.id ?? 0
  const goTo = (id: number): void => {
    current = id
    database.prepare('INSERT INTO place (one, id) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET id = excluded.id').run(id)
  }
  const lead = (parent: number, child: number): void => {
    database.prepare('INSERT INTO forth (parent, child) VALUES (?, ?) ON CONFLICT (parent) DO UPDATE SET child = excluded.child').run(parent, child)
  }
  const parentOf = (id: number): number => (database.prepare('SELECT parent FROM steps WHERE id = ?').get(id) as { readonly parent: number } | undefined)?.parent ?? 0
  const inTransaction = (work: () => void): void => {
    database.exec('BEGIN IMMEDIATE')
    work()
    database.exec('COMMIT')
  }
  return {
    isKept: path !== inMemory,
    steps: () => (database.prepare(`${select} ORDER BY id`).all() as StoredStep[]).map(readStep),
    parents: () => new Map((database.prepare('SELECT id, parent FROM steps').all() as { readonly id: number; readonly parent: number }[]).map(({ id, parent }) => [id, parent])),
    step(id) {
      const found = database.prepare(`${select} WHERE id = ?`).get(id) as StoredStep | undefined
      return found === undefined ? null : readStep(found)
    },
    current: () => current,
    back: () => parentOf(current),
    ahead: () => {
      const child = database.prepare('SELECT child FROM forth WHERE parent = ?')
      return stepsFrom(current, (at) => (child.get(at) as { readonly child: number } | undefined)?.child)
    },
    add(step, changes) {
      inTransaction(() => {
        const { lastInsertRowid } = database.prepare('INSERT INTO steps (parent, at, step, cells, rows, changes) VALUES (?, ?, ?, ?, ?, ?)')
          .run(current, new Date().toISOString(), JSON.stringify(step), changes.cells.length, changes.rows.length, JSON.stringify(changes))
        lead(current, Number(lastInsertRowid))
        goTo(Number(lastInsertRowid))
      })
    },
    changesOf(id) {
      const found = database.prepare('SELECT changes FROM steps WHERE id = ?').get(id) as { readonly changes: string } | undefined
      if (found === undefined) throw new Error(`There is no step ${id}`)
      return changesSchema.parse(JSON.parse(found.changes))
    },
    moveTo(id) {
      inTransaction(() => {
        for (let child = id; child !== 0; child = parentOf(child)) lead(parentOf(child), child)
        goTo(id)
      })
    },
    close: () => database.close(),
  }
}

function stepsFrom(start: number, next: (at: number) => number | undefined): readonly number[] {
  const found: number[] = []
  for (let at = next(start); at !== undefined; at = next(at)) found.push(at)
  return found
}
