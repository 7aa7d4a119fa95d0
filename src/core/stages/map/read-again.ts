// A saved column in another file: its field stays; how its values are read is proved anew.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { ColumnMatch } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import type { MappingDrift, SavedColumn } from '#core/model/saved-mapping.ts'
import { textKey } from '#core/model/text-key.ts'
import { proposeValues } from '#core/values/propose-values.ts'
import { findDateOrder } from './date-order.ts'
import { findTarget } from './field-path.ts'

interface ColumnToRead {
  readonly saved: SavedColumn
  readonly place: { readonly table: number; readonly column: number; readonly header: string }
  readonly profile: ColumnProfile
  readonly reference: Reference
}

interface ColumnRead {
  readonly match: ColumnMatch
  readonly drift: readonly MappingDrift[]
}

/** At most this many texts are named. */
const namedTexts = 10

export function readAgain({ saved, place, profile, reference }: ColumnToRead): ColumnRead {
  const { column, header } = place
  const found = saved.target === null ? null : findTarget(saved.target, reference)
  const entry = found?.entry ?? null
  const match: ColumnMatch = { column, header, target: found?.target ?? saved.target, confidence: 1, accepted: true, chosen: true, reason: 'As in the saved mapping.', ...(saved.values === undefined ? {} : { values: saved.values }) }
  const dates = entry?.type.kind === 'date' ? dateOrderAgain(saved, profile) : null
  const numbers = entry?.type.kind === 'decimal' || entry?.type.kind === 'integer' ? decimalSignAgain(saved, profile) : null
  const drift: MappingDrift[] = []
  if (dates?.saved !== undefined) drift.push({ kind: 'date-order', ...place, saved: dates.saved, found: dates.match.dateOrder })
  if (numbers?.saved !== undefined) drift.push({ kind: 'decimal-sign', ...place, saved: numbers.saved, found: numbers.match.decimalSign })
  const texts = entry === null ? [] : newTexts({ entry, saved, profile, reference })
  if (texts.length > 0) drift.push({ kind: 'new-values', ...place, texts: texts.slice(0, namedTexts), count: texts.length })
  return { match: { ...match, ...dates?.match, ...numbers?.match }, drift }
}

type DateMatch = Required<Pick<ColumnMatch, 'dateOrder' | 'dateOrderProven'>>
type NumberMatch = Required<Pick<ColumnMatch, 'decimalSign' | 'decimalSignProven'>>

/** Values that prove an order go before what was saved; `saved` says that the two disagree. */
function dateOrderAgain({ dateOrder }: SavedColumn, { dates }: ColumnProfile): { readonly match: DateMatch; readonly saved?: DateMatch['dateOrder'] } {
  const { order, proven } = findDateOrder(dates, dateOrder ?? 'dmy')
  // A column whose dates all start with the year proves nothing about the others it once had.
  const isOther = proven && dateOrder !== undefined && order !== dateOrder && order !== 'ymd' && dateOrder !== 'ymd'
  if (proven || dateOrder === undefined) return { match: { dateOrder: order, dateOrderProven: proven }, ...(isOther ? { saved: dateOrder } : {}) }
  // Some of its values are day first, some month first: no one order reads it, whatever was saved.
  return { match: { dateOrder, dateOrderProven: !(dates.dayFirst > 0 && dates.monthFirst > 0) } }
}

function decimalSignAgain({ decimalSign }: SavedColumn, { numbers }: ColumnProfile): { readonly match: NumberMatch; readonly saved?: NumberMatch['decimalSign'] } | null {
  const found = numbers.point > 0 === numbers.comma > 0 ? null : numbers.point > 0 ? 'point' : 'comma'
  if (found !== null) return { match: { decimalSign: found, decimalSignProven: true }, ...(decimalSign === undefined || decimalSign === found ? {} : { saved: decimalSign }) }
  if (decimalSign !== undefined) return { match: { decimalSign, decimalSignProven: !(numbers.point > 0) } }
  return numbers.ambiguous > 0 || numbers.point > 0 ? { match: { decimalSign: 'point', decimalSignProven: false } } : null
}

function newTexts({ entry, saved, profile, reference }: Omit<ColumnToRead, 'place'> & { readonly entry: FieldEntry }): readonly string[] {
  const { type } = entry
  // Without the target's list nothing can be said of its names.
  if ((type.kind === 'reference' || type.kind === 'reference-list') && reference.lists[type.to] === undefined) return []
  const known = new Set(Object.keys(saved.values ?? {}).map(textKey))
  return proposeValues(entry, profile, reference).filter(({ taken, text }) => !taken && !known.has(textKey(text))).map(({ text }) => text)
}
