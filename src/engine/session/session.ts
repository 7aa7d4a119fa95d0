import { matchColumns } from '#core/stages/map/index.ts'
import { prepare, type PrepareInput } from '#core/pipeline.ts'
import type { Mapping } from '#core/model/mapping.ts'
import type { Prepared } from '#core/model/prepared.ts'
import { noReference, type Reference } from '#core/model/reference.ts'
import type { Result } from '#core/model/result.ts'
import type { MappingOrigin } from '#core/model/saved-mapping.ts'
import type { Source } from '#core/model/source.ts'
import { newHash } from '#node/hash.ts'
import { readSource, type ReadOptions } from '#node/read-source.ts'

/**
 * One opened file with everything the operator decided about it. The window and the command line hold the same thing, so the
 * same file and decisions give the same plan in both.
 */
export interface Session {
  readonly source: Source
  mapping: Mapping
  /** The saved mapping that was applied, and what had changed since; null: matched by the headers and values alone. */
  mappingFrom: MappingOrigin | null
  /** Cell texts the operator changed, by `cellKey`. */
  readonly edits: Map<string, string>
  /** Rows left out by the operator, as `table:row`. */
  readonly excluded: Set<string>
  /** What the target lists and has; replaced when a target is connected or asked again. */
  reference: Reference
  skipExisting: boolean
  /** The pure stages' answer, made again only after something above changed. */
  prepared: Prepared | null
}

export async function openSession(path: string, options: ReadOptions = {}): Promise<Result<Session>> {
  const source = await readSource(path, options)
  if (!source.ok) return source
  return { ok: true, value: sessionOf(source.value) }
}

export function sessionOf(source: Source): Session {
  return {
    source, mapping: matchColumns(source.tables), mappingFrom: null, edits: new Map(), excluded: new Set(), reference: noReference, skipExisting: false,
    prepared: null,
  }
}

/** Everything the pure stages need, as they take it. */
export function prepareInput(session: Session): PrepareInput {
  const { source, mapping, edits, excluded, reference, skipExisting } = session
  return { source, mapping, edits, excluded, reference, options: { skipExisting }, newHash }
}

export function preparedOf(session: Session): Prepared {
  session.prepared ??= prepare(prepareInput(session))
  return session.prepared
}

/** Says that something the pure stages depend on has changed. */
export function touch(session: Session): void {
  session.prepared = null
}
