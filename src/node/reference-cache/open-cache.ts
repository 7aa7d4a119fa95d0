// The reference lists of targets somebody signed in to, kept so that names in a file can be read without the server. No credentials
// and no customers; never a source of what is sent: a run reads the lists anew.
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { referenceKinds } from '#core/model/field.ts'
import type { Reference } from '#core/model/reference.ts'
import type { Result } from '#core/model/result.ts'
import { readPrivate, writePrivate } from '../private-file.ts'

export interface CachedReference {
  /** As `Api.baseUrl`. */
  readonly baseUrl: string
  readonly brand: string
  /** UTC, ISO 8601. */
  readonly readAt: string
  readonly lists: Reference['lists']
}

export interface ReferenceCache {
  /** Null: nothing was kept of this target. */
  read(baseUrl: string, brand: string): Promise<CachedReference | null>
  /** Of the target whose lists were read last. */
  newest(): Promise<CachedReference | null>
  write(cached: CachedReference): Promise<Result<null>>
}

const item = z.strictObject({ id: z.string().regex(/^\d+$/), name: z.string(), kind: z.string().optional(), contractOwnerId: z.string().optional() })
const cacheFile = z.strictObject({
  version: z.literal(1),
  baseUrl: z.string(), brand: z.string(),
  readAt: z.iso.datetime(),
  lists: z.partialRecord(z.enum(referenceKinds), z.array(item)),
})

export function openCache(folder: string): ReferenceCache {
  const pathOf = (baseUrl: string, brand: string): string => {
    const hash = createHash('sha256').update(JSON.stringify([baseUrl, brand])).digest('hex').slice(0, 24)
    return join(folder, `${hash}.json`)
  }
  return {
    async read(baseUrl, brand) {
      const cached = await readCached(pathOf(baseUrl, brand))
      // A copied or renamed file may speak of another target than its name says.
      return cached?.baseUrl === baseUrl && cached.brand === brand ? cached : null
    },
    async newest() {
      const names = await readdir(folder).catch((): string[] => [])
      const all = await Promise.all(names.filter((name) => /^[0-9a-f]{24}\.json$/.test(name)).map((name) => readCached(join(folder, name))))
      return all.reduce((newest, cached) => (cached !== null && (newest === null || cached.readAt > newest.readAt) ? cached : newest), null)
    },
    write: ({ baseUrl, brand, readAt, lists }) => {
      const file: z.input<typeof cacheFile> = { version: 1, baseUrl, brand, readAt, lists: copyOf(lists) }
      return writePrivate(pathOf(baseUrl, brand), `${JSON.stringify(file)}\n`)
    },
  }
}

/** What is damaged, or of another version, was never kept. */
async function readCached(path: string): Promise<CachedReference | null> {
  const text = await readPrivate(path)
  const parsed = cacheFile.safeParse(text === null ? null : readJson(text))
  if (!parsed.success) return null
  const { baseUrl, brand, readAt, lists } = parsed.data
  return { baseUrl, brand, readAt, lists: copyOf(lists) }
}

interface LooseItem {
  readonly id: string
  readonly name: string
  readonly kind?: string | undefined
  readonly contractOwnerId?: string | undefined
}

/** Only what the lists are known to have. */
function copyOf(lists: Readonly<Partial<Record<string, readonly LooseItem[] | undefined>>>): { [Kind in keyof Reference['lists']]: { id: string; name: string; kind?: string; contractOwnerId?: string }[] } {
  return Object.fromEntries(referenceKinds.flatMap((kind) => {
    const list = lists[kind]
    return list === undefined ? [] : [[kind, list.map(({ id, name, kind: of, contractOwnerId }) => ({ id, name, ...(of === undefined ? {} : { kind: of }), ...(contractOwnerId === undefined ? {} : { contractOwnerId }) }))]]
  }))
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
