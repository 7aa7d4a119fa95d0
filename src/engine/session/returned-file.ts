// A workbook that an earlier import gave back, mended or not: it is matched as that import's file was, without questions.
import { addedHeadings } from '#core/model/added-columns.ts'
import type { Journal } from '#core/ports-journal.ts'
import type { SavedMapping } from '#core/model/saved-mapping.ts'
import type { Source, SourceTable } from '#core/model/source.ts'
import { mappingOfRun } from '../runs/report-source.ts'

/** Rows looked at for the run's name: a person may have added some of their own above. */
const mostLooked = 50

/** The import that gave the file back; null where none did. A file that names several is one of none. */
export function returnedFrom({ tables }: Source): string | null {
  const named = new Set(tables.flatMap(runsOf))
  const [only] = named
  return named.size === 1 && only !== undefined ? only : null
}

function runsOf({ headers, rows }: SourceTable): readonly string[] {
  const column = headers.indexOf(addedHeadings.run)
  if (column < 0) return []
  const first = Array.from({ length: Math.min(rows.length, mostLooked) }, (_, at) => rows.at(at)?.cells[column]?.trim() ?? '')
  return first.filter((text) => text !== '')
}

/** How the file of that import was matched, as far as this machine knows: one that came from another is matched by its headings. */
export function mappingBefore(source: Source, journal: Pick<Journal, 'reportSource'>): SavedMapping | null {
  const run = returnedFrom(source)
  const texts = run === null ? null : journal.reportSource(run)
  return texts?.ok === true ? mappingOfRun(texts.value) : null
}
