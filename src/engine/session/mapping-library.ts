// Saved mappings and earlier choices, as the window and the command line use them.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Learned } from '#core/model/learned.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { MappingOrigin, SavedMapping } from '#core/model/saved-mapping.ts'
import { filesShare, learnFrom } from '#core/stages/map/index.ts'
import { readLearned, writeLearned } from '#node/mapping-library/learned-choices.ts'
import { openLibrary, type KeptMapping, type MappingLibrary } from '#node/mapping-library/open-library.ts'
import { applyMapping, fingerprintOf, headersOf, keptMapping, nearShare, proposedMapping, readMappingText, savedText } from './mapping-file.ts'
import { noRecipe, touch, type Session } from './session.ts'

export interface Library extends MappingLibrary {
  learned(): Promise<Learned>
  keepLearned(learned: Learned): Promise<Result<null>>
}

/** The library in the app's data folder (`dataFolder()`, or what the window's main process says). */
export function libraryOf(dataFolder: string): Library {
  const learnedPath = join(dataFolder, 'learned-choices.json')
  return {
    ...openLibrary(join(dataFolder, 'mappings')),
    learned: () => readLearned(learnedPath),
    keepLearned: (learned) => writeLearned(learnedPath, learned),
  }
}

/**
 * To be called once a file is open: matches its columns with what was learned, and applies the saved mapping that its headers
 * call for, if there is one. `session.mappingFrom` says which, and what has changed. With `saved: false` nothing that was kept of
 * other files is used. `before`: how the import that gave this file back had matched it, which goes before all others.
 */
export async function openWithMapping(session: Session, library: Library, { saved = true, before = null }: { readonly saved?: boolean; readonly before?: SavedMapping | null } = {}): Promise<MappingOrigin | null> {
  if (!saved) {
    session.mapping = proposedMapping(session)
    touch(session)
    return null
  }
  await matchAnew(session, library)
  if (before !== null && applyMapping(session, before, 'returned').ok) return session.mappingFrom
  const found = nearestOf(session, await library.list())
  if (found === null || found.fit === 'other') return null
  // The share was measured: it fits.
  applyMapping(session, { ...found.kept.saved, name: found.kept.name }, found.fit)
  return session.mappingFrom
}

/** Matches by headers, values and earlier choices alone, as before any saved mapping. */
export async function matchAnew(session: Session, library: Library): Promise<void> {
  session.learned = await library.learned()
  session.mapping = proposedMapping(session)
  session.mappingFrom = null
  session.recipe = noRecipe
  touch(session)
}

/**
 * A mapping as the command line names it: a file, or a name of the library. What has a folder or `.json` in it is a file; a name goes
 * before a file that is called the same.
 */
export async function resolveMapping(nameOrPath: string, library: Library): Promise<Result<SavedMapping>> {
  const isPath = /[/\\]|\.json$/i.test(nameOrPath)
  const kept = isPath ? null : await library.find(nameOrPath)
  if (kept?.ok === true) return ok({ ...kept.value.saved, name: kept.value.name })
  const text = await readFile(nameOrPath, 'utf8').catch(() => null)
  if (text !== null) return readMappingText(text)
  return kept ?? fail('bad-mapping', `The mapping file ${nameOrPath} cannot be read. Write one with \`onboarder map FILE --out ${nameOrPath}\`.`)
}

/** How a saved mapping agrees with the headers of the open file. */
export type Fit = 'same' | 'drifted' | 'other'

export function fitOf(session: Session, saved: SavedMapping): Fit {
  return measure(session, saved).fit
}

/** Keeps the session's mapping under a name; from then on it is the session's own. */
export async function saveMapping(session: Session, library: Library, name: string): Promise<Result<KeptMapping>> {
  const kept = await library.save(keptMapping(session, name), savedText)
  if (kept.ok) session.mappingFrom = { name: kept.value.name, fit: 'same', drift: [] }
  return kept
}

/** Another name for a saved mapping. An existing one of the new name is replaced. */
export async function renameMapping(library: Library, from: string, to: string): Promise<Result<KeptMapping>> {
  const found = await library.find(from)
  if (!found.ok) return found
  const kept = await library.save({ ...found.value.saved, name: to }, savedText)
  if (!kept.ok || kept.value.id === found.value.id) return kept
  const removed = await library.remove(found.value.id)
  return removed.ok ? kept : removed
}

/**
 * Remembers the operator's choices for other files. To be called when a mapping is confirmed: saved under a name, or used in a run.
 * It is a help, and no reason to stop: the caller may pass over a failure.
 */
export async function learn(session: Session, library: Library): Promise<Result<null>> {
  const before = await library.learned()
  const after = learnFrom(session.mapping, before, session.reference)
  session.learned = after
  return after.columns.size === 0 && after.values.size === 0 ? ok(null) : library.keepLearned(after)
}

interface Measured {
  readonly kept: KeptMapping
  readonly fit: Fit
  readonly share: number
}

/** One with the same headers goes before a near one, the nearer before the farther, the newer before the older. */
function nearestOf(session: Session, kept: readonly KeptMapping[]): Measured | null {
  const measured = kept.map((one) => ({ kept: one, ...measure(session, one.saved) }))
  const ranks: Readonly<Record<Fit, number>> = { same: 2, drifted: 1, other: 0 }
  return measured.reduce<Measured | null>((best, one) => (best === null || ranks[one.fit] > ranks[best.fit] || (one.fit === best.fit && one.share > best.share) ? one : best), null)
}

/** So few headers in common say nothing: "Name" and "Email" stand in every list. */
const fewestInCommon = 3

function measure({ source }: Session, saved: SavedMapping): Omit<Measured, 'kept'> {
  const headers = headersOf(saved)
  const fingerprint = fingerprintOf(source.tables)
  if (fingerprint === null) return { fit: 'other', share: 0 }
  if (fingerprint === fingerprintOf(headers)) return { fit: 'same', share: 1 }
  const share = filesShare(headers, source.tables)
  const widest = Math.max(...[headers, source.tables].map((tables) => tables.reduce((sum, table) => sum + table.headers.filter((header) => header.trim() !== '').length, 0)))
  return { fit: share >= nearShare && share * widest >= fewestInCommon ? 'drifted' : 'other', share }
}
