import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { nameTogether } from '#core/model/name-together.ts'
import { readPrivate, writePrivate } from '#node/private-file.ts'
import type { RecentFile } from '#shared/ipc/comfort-schemas.ts'

export interface RecentFiles {
  /** The last one first. */
  list(): Promise<z.output<typeof RecentFile>[]>
  /** They were opened just now, together. */
  note(paths: readonly string[]): void
  /** What was opened together under that id; empty where nothing is. */
  paths(id: string): readonly string[]
  clear(): void
}

const mostRecent = 8
/** A network drive that is away must not keep the first page waiting: what is not known to be gone is shown as there. */
const mostPatienceMs = 200

/** Earlier versions kept one path for each. */
const KeptBefore = z.strictObject({ path: z.string(), openedAt: z.string() }).transform(({ path, openedAt }) => ({ paths: [path], openedAt }))
const Kept = z.array(z.union([z.strictObject({ paths: z.array(z.string()).min(1).max(20), openedAt: z.string() }), KeptBefore])).max(100)
interface Entry { readonly id: string; readonly paths: readonly string[]; readonly openedAt: string }

interface Looking {
  /** Fails where nothing is. */
  readonly look?: (path: string) => Promise<void>
  readonly patienceMs?: number
}

/** A file of its own, its owner's alone: paths may name customers. The page gets an id and the file's name for each. */
export async function openRecentFiles(file: string, { look = access, patienceMs = mostPatienceMs }: Looking = {}): Promise<RecentFiles> {
  let entries: readonly Entry[] = readKept(await readPrivate(file)).map((kept) => ({ id: randomUUID(), ...kept })).slice(0, mostRecent)
  let writing: Promise<unknown> = Promise.resolve()
  const keep = (now: readonly Entry[]): void => {
    entries = now
    const text = JSON.stringify(now.map(({ paths, openedAt }) => ({ paths, openedAt })))
    writing = writing.then(() => writePrivate(file, text))
  }
  const isThere = (path: string): Promise<boolean> => Promise.race([look(path).then(() => true, () => false), setTimeout(patienceMs, true)])
  return {
    list: () => Promise.all(entries.map(async ({ id, paths, openedAt }) => ({ id, name: nameOf(paths), openedAt, isThere: (await Promise.all(paths.map(isThere))).every(Boolean) }))),
    note: (paths) => keep([{ id: randomUUID(), paths, openedAt: new Date().toISOString() }, ...entries.filter((entry) => !isSame(entry.paths, paths))].slice(0, mostRecent)),
    paths: (id) => entries.find((entry) => entry.id === id)?.paths ?? [],
    clear: () => keep([]),
  }
}

/** Several are called as an import of them is: by the first in the order of reading. */
function nameOf(paths: readonly string[]): string {
  return nameTogether(paths.map((path) => basename(path)).toSorted((a, b) => (a < b ? -1 : 1)))
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((path) => others.includes(path))
}

function readKept(text: string | null): z.output<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(text ?? '[]'))
  } catch {
    return [] // Damaged: a list of files is not worth a question.
  }
}
