import { findField } from '#core/catalogue/index.ts'
import { ExactNumber } from '#core/model/json.ts'
import { describerOf } from '#core/values/describe-conversion.ts'
import { profileOf, profileTable } from '#core/values/profile-table.ts'
import type { Session } from '../session/session.ts'
import type { SortKey } from './sort-positions.ts'

const valueKinds: ReadonlySet<string> = new Set(['date', 'integer', 'decimal'])

/** What a cell of a column is sorted by. Dates and numbers by what they mean, where the column's field says that it holds some; else by their text. */
export function sortKeyOf(session: Session, table: number, column: number): (text: string) => SortKey {
  const source = session.source.tables[table]
  const match = session.mapping.tables[table]?.columns.find((one) => one.column === column)
  const entry = match?.accepted === true && match.target !== null ? findField(match.target.field) : null
  if (source === undefined || match === undefined || entry === null || !valueKinds.has(entry.type.kind)) return textKey
  const describe = describerOf({ entry, column: { match, profile: profileOf(profileTable(source), column) }, reference: session.reference })
  return (text) => {
    const value = text.trim() === '' ? undefined : describe(text)?.value
    return value instanceof ExactNumber ? Number(value.text) : typeof value === 'string' ? value : textKey(text)
  }
}

/** Numbers by their size; letters without regard to their case and accents. */
function textKey(text: string): SortKey {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (/^-?\d{1,15}(\.\d{1,15})?$/.test(trimmed)) return Number(trimmed)
  const lower = trimmed.toLowerCase()
  // oxlint-disable-next-line no-control-regex -- ASCII, which has no accents, is the rule
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}
