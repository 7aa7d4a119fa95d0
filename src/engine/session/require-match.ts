import { fail, ok, type Result } from '#core/model/result.ts'
import type { Session } from './session.ts'

/** A file none of whose columns means anything to us is the wrong file, not a file full of errors. */
export function requireMatch(session: Session): Result<null> {
  const isAnyMatched = session.mapping.tables.some((table) => table.columns.some((match) => match.accepted))
  if (isAnyMatched) return ok(null)
  const headers = session.source.tables[0]?.headers.filter((header) => header.trim() !== '').slice(0, 5).map((header) => `"${header}"`).join(', ')
  return fail('nothing-matched', `No column of ${session.source.file} could be matched to a field (its columns: ${headers}). Is it the right file, sheet and header row? Columns can be matched by hand with --map "Column=field", or a template filled in: onboarder template --out template.xlsx.`)
}
