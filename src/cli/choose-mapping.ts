import { ok, type Result } from '#core/model/result.ts'
import type { MappingOrigin, SavedMapping } from '#core/model/saved-mapping.ts'
import { applyMapping } from '#engine/session/mapping-file.ts'
import { libraryOf, matchAnew, openWithMapping, resolveMapping } from '#engine/session/mapping-library.ts'
import { mappingBefore, returnedFrom } from '#engine/session/returned-file.ts'
import type { Session } from '#engine/session/session.ts'
import { openJournal } from '#node/journal/open-journal.ts'
import { dataFolder } from '#node/paths.ts'
import { describeDrift } from '#shared/wording/describe-drift.ts'
import { useKeptLists } from './kept-lists.ts'
import { plain, say } from './output.ts'

export interface MappingChoice {
  /** A mapping file, or the name of a saved mapping. */
  readonly mapping?: string
  /** False with `--no-saved-mapping`. */
  readonly savedMapping?: boolean
  /** Names are resolved by the lists that were kept of the server; see `useKeptLists`. */
  readonly offline?: boolean
  readonly target?: string
  readonly brand?: string
}

/** The mapping that was named, or else the saved one that the file's headers call for. Which one, and what has changed, is said. */
export async function chooseMapping(session: Session, choice: MappingChoice): Promise<Result<null>> {
  const { mapping, savedMapping = true } = choice
  // Before the columns are matched: a header may be the label of a custom field of the server.
  const lists = choice.offline === true ? await useKeptLists(session, choice) : ok(null)
  if (!lists.ok) return lists
  const library = libraryOf(dataFolder())
  if (mapping === undefined) {
    const origin = await openWithMapping(session, library, { saved: savedMapping, before: savedMapping ? mappingInJournal(session) : null })
    if (origin !== null) sayOrigin(origin)
    return ok(null)
  }
  if (savedMapping) await matchAnew(session, library)
  const saved = await resolveMapping(mapping, library)
  if (!saved.ok) return saved
  const origin = applyMapping(session, saved.value)
  if (!origin.ok) return origin
  if (origin.value.drift.length > 0) sayOrigin(origin.value)
  return ok(null)
}

const words: Readonly<Record<MappingOrigin['fit'], string>> = {
  same: 'the file has the same headers', drifted: 'most headers of the file are the same', chosen: 'as named', returned: 'it came from there',
}

function mappingInJournal({ source }: Session): SavedMapping | null {
  if (returnedFrom(source) === null) return null
  const journal = openJournal(dataFolder())
  // What the journal cannot say is matched by the headings: no reason to stop here.
  if (!journal.ok) return null
  try {
    return mappingBefore(source, journal.value)
  } finally {
    journal.value.close()
  }
}

function sayOrigin({ name, fit, drift }: MappingOrigin): void {
  const which = fit === 'returned' ? 'Matched as in the import that gave this file back' : name === null ? 'Uses the mapping file' : `Uses the saved mapping "${plain(name)}"`
  say(`${which} (${words[fit]}${fit === 'chosen' ? '' : '; --no-saved-mapping leaves it out'}).`)
  for (const each of drift) say(`  ${plain(describeDrift(each))}`)
}
