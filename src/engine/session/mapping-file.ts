import type { Mapping } from '#core/model/mapping.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { MappingOrigin, SavedMapping } from '#core/model/saved-mapping.ts'
import { applySaved, filesShare, headerKey, keepMapping, matchColumns } from '#core/stages/map/index.ts'
import { parseMapping, serialiseMapping } from '#core/stages/map/mapping-file.ts'
import { newHash } from '#node/hash.ts'
import { recipeOf } from '../mend/recipe.ts'
import { touch, type Session } from './session.ts'

/** From this share of headers in common a saved mapping is for the same kind of file, which has drifted. */
export const nearShare = 0.6

interface Headed {
  readonly headers: readonly string[]
}

/** A short text that is the same for the same headers, whatever their order; null when the headers tell nothing (none of their own). */
export function fingerprintOf(tables: readonly Headed[]): string | null {
  const key = headerKey(tables)
  if (key === null) return null
  const hash = newHash()
  hash.update(key)
  return hash.digestHex().slice(0, 32)
}

/** What matching proposes for the session's file, with what was learned and what the target lists. */
export function proposedMapping({ source, reference, learned }: Session): Mapping {
  return matchColumns(source.tables, { reference, learned })
}

export function headersOf(saved: SavedMapping): readonly Headed[] {
  return saved.tables.map(({ columns }) => ({ headers: columns.map(({ header }) => header) }))
}

/** The session's mapping as it is kept. It holds no customer data but what the operator typed. */
export function keptMapping(session: Session, name: string | null): SavedMapping {
  const fixes = recipeOf(session)
  return { ...keepMapping(session.mapping, { name, reference: session.reference }), ...(fixes.length === 0 ? {} : { fixes }) }
}

/** A mapping as the text of a `.mapping.json` file. */
export function savedText(saved: SavedMapping): string {
  return serialiseMapping(saved, fingerprintOf(headersOf(saved)))
}

/** The session's mapping as the text of a `.mapping.json` file. */
export function mappingText(session: Session, name: string | null = session.mappingFrom?.name ?? null): string {
  return savedText(keptMapping(session, name))
}

export function readMappingText(text: string): Result<SavedMapping> {
  return parseMapping(readJson(text))
}

/**
 * Uses a saved mapping for the session's file: columns are found by their headers, in any order. What has changed is in the answer
 * and in `session.mappingFrom`, and is a question of the mapping then. A mapping for other columns is refused, not bent.
 */
export function applyMapping(session: Session, saved: SavedMapping, fit: MappingOrigin['fit'] = 'chosen'): Result<MappingOrigin> {
  const { tables } = session.source
  const share = filesShare(headersOf(saved), tables)
  if (share < nearShare) {
    return fail('bad-mapping', `The mapping${saved.name === null ? ' file' : ` "${saved.name}"`} does not fit this file: its columns are others (${Math.round(share * 100)} % of the headers are the same). Match the columns again, or use another mapping.`)
  }
  const { mapping, drift } = applySaved(saved, { tables, proposal: proposedMapping(session), reference: session.reference })
  session.mapping = mapping
  session.mappingFrom = { name: saved.name, fit, drift }
  session.recipe = { fixes: saved.fixes ?? [], results: null }
  touch(session)
  return ok(session.mappingFrom)
}

/** Takes a mapping from a file's text. */
export function applyMappingText(session: Session, text: string): Result<null> {
  const saved = readMappingText(text)
  if (!saved.ok) return saved
  const applied = applyMapping(session, saved.value)
  return applied.ok ? ok(null) : applied
}

// What is no JSON is no mapping either: the schema says so in its own words.
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
