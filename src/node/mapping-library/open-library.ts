// The saved mappings of this user: one `.mapping.json` file each, which can be copied out and shared as it is.
import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { SavedMapping } from '#core/model/saved-mapping.ts'
import { textKey } from '#core/model/text-key.ts'
import { mappingName, parseMapping } from '#core/stages/map/mapping-file.ts'
import { readPrivate, removePrivate, writePrivate } from '../private-file.ts'

export interface KeptMapping {
  /** Stands for the mapping in calls: its file's name. */
  readonly id: string
  readonly name: string
  /** UTC, ISO 8601. */
  readonly savedAt: string
  readonly saved: SavedMapping
}

export interface MappingLibrary {
  /** Newest first. Files that are no mappings are passed over. */
  list(): Promise<readonly KeptMapping[]>
  /** By name, without case and doubled spaces, or by id; `bad-mapping` when there is none. */
  find(nameOrId: string): Promise<Result<KeptMapping>>
  /** Under a name; the same name replaces. `text` makes the file's text of the mapping with its name. */
  save(saved: SavedMapping, text: (saved: SavedMapping) => string): Promise<Result<KeptMapping>>
  remove(nameOrId: string): Promise<Result<null>>
}

const ending = '.mapping.json'

export function openLibrary(folder: string): MappingLibrary {
  const list = async (): Promise<readonly KeptMapping[]> => {
    const names = await readdir(folder).catch((): string[] => [])
    const found = await Promise.all(names.filter((name) => name.endsWith(ending) && !name.startsWith('.')).map((id) => readKept(folder, id)))
    return found.filter((kept) => kept !== null).toSorted((one, other) => other.savedAt.localeCompare(one.savedAt) || one.name.localeCompare(other.name))
  }
  const find = async (nameOrId: string): Promise<Result<KeptMapping>> => {
    const kept = await list()
    const found = kept.find(({ id }) => id === nameOrId) ?? kept.find(({ name }) => textKey(name) === textKey(nameOrId))
    if (found !== undefined) return ok(found)
    const names = kept.slice(0, 5).map(({ name }) => `"${name}"`).join(', ')
    return fail('bad-mapping', `There is no saved mapping called "${nameOrId}". ${kept.length === 0 ? 'None has been saved yet.' : `Saved are: ${names}${kept.length > 5 ? ' and others' : ''}.`}`)
  }
  return {
    list,
    find,
    async save(saved, text) {
      const name = mappingName(saved.name ?? '')
      if (name === null) return fail('bad-usage', 'Give the mapping a name of 1 to 100 characters.')
      const named = { ...saved, name }
      const id = fileName(name)
      const written = await writePrivate(join(folder, id), text(named))
      return written.ok ? ok({ id, name, savedAt: new Date().toISOString(), saved: named }) : written
    },
    async remove(nameOrId) {
      const found = await find(nameOrId)
      return found.ok ? removePrivate(join(folder, found.value.id)) : found
    },
  }
}

/** Readable, and one file for each name on every file system: what a file's name cannot hold is told apart by the hash. */
function fileName(name: string): string {
  const readable = name.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).toLowerCase()
  const hash = createHash('sha256').update(textKey(name)).digest('hex').slice(0, 10)
  return `${readable === '' ? 'mapping' : readable}-${hash}${ending}`
}

/** A file that was copied into the folder without a name is called as its file is. */
async function readKept(folder: string, id: string): Promise<KeptMapping | null> {
  const text = await readPrivate(join(folder, id))
  const parsed = text === null ? null : parseMapping(readJson(text))
  if (parsed === null || !parsed.ok) return null
  const modified = await stat(join(folder, id)).then(({ mtime }) => mtime.toISOString(), () => '')
  return { id, name: parsed.value.name ?? id.slice(0, -ending.length), savedAt: modified, saved: parsed.value }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
