import { nothingLearned, type Learned } from '#core/model/learned.ts'
import { noEdits, type Edits } from '#core/model/edits.ts'
import type { SavedFix } from '#core/model/fix.ts'
import type { Mapping } from '#core/model/mapping.ts'
import { noReference, type Reference } from '#core/model/reference.ts'
import type { RowPlace } from '#core/model/place.ts'
import type { MappingOrigin } from '#core/model/saved-mapping.ts'
import type { Source } from '#core/model/source.ts'
import type { PrepareInput } from '#core/pipeline.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { newHash } from '#node/hash.ts'
import type { HistoryStore } from '#node/history/open-history.ts'
import type { StagedTable } from '#node/staging/staged-rows.ts'
import type { StagingArea } from '#node/staging/staging-area.ts'
import { newCrew, type Crew } from '../prepare/crew.ts'
import type { HeadStart } from '../prepare/head-start.ts'
import { prepareFile } from '../prepare/prepare-file.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'

/**
 * What was opened together, with everything the operator decided about it. The window and the command line hold the same thing, so
 * the same files and decisions give the same plan in both.
 */
export interface Session {
  readonly source: Source
  /** Of the files, to see whether they have changed since; they are never read again for this session. */
  readonly paths: readonly string[]
  mapping: Mapping
  /** The saved mapping that was applied, and what had changed since; null: matched by the headers and values alone. */
  mappingFrom: MappingOrigin | null
  /** The fixes of the saved mapping, and what each did to this file. */
  recipe: SessionRecipe
  /** What this operator chose in other files, for proposals. */
  learned: Learned
  /** Everything that was done to the rows; null where nobody can go back, as on the command line. */
  history: HistoryStore | null
  /** Cell texts the operator changed: another value after each change. */
  edits: Edits
  /** Rows left out by the operator, as `table:row`. */
  readonly excluded: Set<string>
  /** What the target lists and has; replaced when a target is connected or asked again. */
  reference: Reference
  skipExisting: boolean
  /** Its rows and findings on disk, and the answer of the pure stages. Only this file touches it. */
  readonly work: Work
}

/** `left`: issues of its kind that it could do nothing about. */
export interface RecipeResult {
  readonly saved: SavedFix
  readonly fitted: number
  readonly left: number
}

interface SessionRecipe {
  readonly fixes: readonly SavedFix[]
  /** Null: not applied yet. */
  readonly results: readonly RecipeResult[] | null
}

export const noRecipe: SessionRecipe = { fixes: [], results: null }

interface Work {
  readonly area: StagingArea
  readonly staged: readonly StagedTable[] | null
  readonly release: () => void
  crew: Crew | null
  /** For the first preparation only. */
  headStart: HeadStart | null
  /** Counts what the pure stages depend on. */
  version: number
  preparing: Promise<PreparedFile> | null
  prepared: PreparedFile | null
}

export interface StagedSource {
  readonly source: Source
  readonly paths: readonly string[]
  readonly area: StagingArea
  /** Null: the rows are in memory. */
  readonly staged: readonly StagedTable[] | null
  /** Closes what is open in the area; the area itself goes after it. */
  readonly release: () => void
  /** Threads that were started while it was read. */
  readonly crew: Crew | null
  readonly headStart: HeadStart | null
}

export function sessionOf({ source, paths, area, staged, release, crew, headStart }: StagedSource): Session {
  return {
    source, paths, mapping: matchColumns(source.tables), mappingFrom: null, recipe: noRecipe, learned: nothingLearned, history: null, edits: noEdits, excluded: new Set(),
    reference: noReference, skipExisting: false,
    work: { area, staged, release, crew, headStart, version: 0, preparing: null, prepared: null },
  }
}

/** Everything the pure stages need, as they take it. */
export function prepareInput(session: Session): PrepareInput {
  const { source, mapping, edits, excluded, reference, skipExisting } = session
  return { source, mapping, edits, excluded, reference, options: { skipExisting }, newHash }
}

/** The pure stages' answer to the session as it stands now. What it answers is good until the next `touch`. */
export function preparedOf(session: Session): Promise<PreparedFile> {
  const { work } = session
  if (work.prepared !== null) return Promise.resolve(work.prepared)
  work.preparing ??= prepareUntilFresh(session).finally(() => { work.preparing = null })
  return work.preparing
}

/** Says that something the pure stages depend on has changed. */
export function touch({ work }: Session): void {
  work.version += 1
  work.prepared?.close()
  work.prepared = null
}

/** Says that some rows have changed, and nothing else: what they touch is checked again at once, and all only where that is not enough. */
export function reviseRows(session: Session, rows: readonly RowPlace[]): void {
  const { work } = session
  if (work.prepared?.revise(frozenInput(session), rows) === true) work.version += 1
  else touch(session)
}

/** As it stands now: what is left out later is not in it. */
function frozenInput(session: Session): PrepareInput {
  return { ...prepareInput(session), excluded: new Set(session.excluded) }
}

/** What is being prepared when something changes is given up, and begun again. */
async function prepareUntilFresh(session: Session): Promise<PreparedFile> {
  const { work } = session
  for (;;) {
    const { version } = work
    const input = frozenInput(session)
    const { headStart } = work
    work.headStart = null
    const prepared = await prepareFile({ input, headStart, area: work.area, staged: work.staged, crew: () => (work.crew ??= newCrew()), isStale: () => work.version !== version })
    if (prepared === null) continue
    if (work.version === version) {
      work.prepared = prepared
      return prepared
    }
    prepared.close()
  }
}

/** Nothing of it is left on the disk. */
export async function closeSession(session: Session): Promise<void> {
  const { work } = session
  while (work.preparing !== null) await work.preparing
  work.prepared?.close()
  work.prepared = null
  session.history?.close()
  session.history = null
  work.crew?.close()
  work.release()
  work.area.remove()
}
