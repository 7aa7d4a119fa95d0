import { fail, ok, type Result } from '#core/model/result.ts'
import { parseMapping, serialiseMapping } from '#core/stages/map/index.ts'
import { touch, type Session } from './session.ts'

/** The session's mapping as the text of a `.mapping.json` file. It holds no customer data but the fixed values. */
export function mappingText(session: Session): string {
  return serialiseMapping(session.mapping)
}

/** Takes a mapping from a file's text. It must fit the columns as they stand: a mapping for other columns is refused, not bent. */
export function applyMappingText(session: Session, text: string): Result<null> {
  const parsed = parseMapping(readJson(text))
  if (!parsed.ok) return parsed
  if (parsed.value.tables.length !== session.source.tables.length) {
    return fail('bad-mapping', `The mapping file is for ${parsed.value.tables.length} sheet(s), and ${session.source.tables.length} were read.`)
  }
  for (const [index, table] of parsed.value.tables.entries()) {
    const headers = session.source.tables[index]?.headers ?? []
    const strange = table.columns.find((match) => headers[match.column] !== match.header)
    if (strange !== undefined || table.columns.length !== headers.length) {
      return fail('bad-mapping', `The mapping file does not fit this file: its columns are others${strange === undefined ? '' : ` (it expects "${strange.header}" in column ${strange.column + 1})`}. Match the columns again.`)
    }
  }
  session.mapping = parsed.value
  touch(session)
  return ok(null)
}

// What is no JSON is no mapping either: the schema says so in its own words.
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
