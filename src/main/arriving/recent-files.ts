import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { readPrivate, writePrivate } from '#node/private-file.ts'
import type { RecentFile } from '#shared/ipc/comfort-schemas.ts'

export interface RecentFiles {
  /** The last one first. */
  list(): Promise<z.output<typeof RecentFile>[]>
  /** It was opened just now. */
  note(path: string): void
  path(id: string): string | null
  clear(): void
}

const mostRecent = 8
/** A network drive that is away must not keep the first page waiting: what is not known to be gone is shown as there. */
const patienceMs = 200

const Kept = z.array(z.strictObject({ path: z.string(), openedAt: z.string() })).max(100)
interface Entry { readonly id: string; readonly path: string; readonly openedAt: string }

/** A file of its own, its owner's alone: paths may name customers. The page gets an id and the file's name for each. */
export async function openRecentFiles(file: string): Promise<RecentFiles> {
  let entries: readonly Entry[] = readKept(await readPrivate(file)).map((kept) => ({ id: randomUUID(), ...kept })).slice(0, mostRecent)
  let writing: Promise<unknown> = Promise.resolve()
  const keep = (now: readonly Entry[]): void => {
    entries = now
    const text = JSON.stringify(now.map(({ path, openedAt }) => ({ path, openedAt })))
    writing = writing.then(() => writePrivate(file, text))
  }
  return {
    list: () => Promise.all(entries.map(async ({ id, path, openedAt }) => ({ id, name: basename(path), openedAt, isThere: await isThere(path) }))),
    note: (path) => keep([{ id: randomUUID(), path, openedAt: new Date().toISOString() }, ...entries.filter((entry) => entry.path !== path)].slice(0, mostRecent)),
    path: (id) => entries.find((entry) => entry.id === id)?.path ?? null,
    clear: () => keep([]),
  }
}

function readKept(text: string | null): z.output<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(text ?? '[]'))
  } catch {
    return [] // Damaged: a list of files is not worth a question.
  }
}

function isThere(path: string): Promise<boolean> {
  return Promise.race([access(path).then(() => true, () => false), setTimeout(patienceMs, true)])
}
