// A saved column in another file: its field stays; how its values are read is proved anew.
import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { FieldEntry } from '#core/model/field.ts'
import type { ColumnMatch, DateOrder, DecimalSign } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import type { MappingDrift, SavedColumn } from '#core/model/saved-mapping.ts'
import { orderFromValues } from '#core/values/date-reading.ts'
import { signFromValues } from '#core/values/number-reading.ts'
import { proposeValues } from '#core/values/propose-values.ts'
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
  const match: ColumnMatch = { column, header, target: found?.target ?? saved.target, confidence: 1, accepted: true, reason: 'As in the saved mapping.', ...(saved.values === undefined ? {} : { values: saved.values }) }
  const dates = entry?.type.kind === 'date' ? dateOrderAgain(saved, profile) : null
  const numbers = entry?.type.kind === 'decimal' || entry?.type.kind === 'integer' ? decimalSignAgain(saved, profile) : null
  const drift: MappingDrift[] = []
  if (dates?.drift !== undefined) drift.push({ kind: 'date-order', ...place, ...dates.drift })
  if (numbers?.drift !== undefined) drift.push({ kind: 'decimal-sign', ...place, ...numbers.drift })
  const texts = entry === null ? [] : newTexts({ entry, saved, profile, reference })
  if (texts.length > 0) drift.push({ kind: 'new-values', ...place, texts: texts.slice(0, namedTexts), count: texts.length })
  return { match: { ...match, ...dates?.match, ...numbers?.match }, drift }
}

type DateMatch = Pick<ColumnMatch, 'dateOrder' | 'dateOrderProven'>
type NumberMatch = Pick<ColumnMatch, 'decimalSign' | 'decimalSignProven'>

/** Values that prove an order go before what was saved; `drift` says that the two disagree. */
function dateOrderAgain({ dateOrder: saved }: SavedColumn, { dates }: ColumnProfile): { readonly match: DateMatch; readonly drift?: { readonly saved: DateOrder; readonly found: DateOrder } } {
  const { order, doubt } = orderFromValues(dates)
  if (saved === undefined) return { match: { dateOrder: order ?? 'dmy', dateOrderProven: order !== null } }
  // Dates in plain words and dates of four-figure years first prove nothing about those the column may hold otherwise.
  const found = order === 'ymd' && dates.yearFirst === 0 ? null : order
  if (found !== null && found !== saved) return { match: { dateOrder: found, dateOrderProven: true }, drift: { saved, found } }
  // Some values prove one order and some another: no order reads the column, whatever was saved.
  return { match: { dateOrder: saved, dateOrderProven: doubt !== 'mixed' } }
}

function decimalSignAgain({ decimalSign: saved }: SavedColumn, { numbers }: ColumnProfile): { readonly match: NumberMatch; readonly drift?: { readonly saved: DecimalSign; readonly found: DecimalSign } } {
  const { sign, doubt } = signFromValues(numbers)
  if (saved === undefined) return { match: sign === null && doubt === 'none' ? {} : { decimalSign: sign ?? 'point', decimalSignProven: sign !== null } }
  if (sign !== null && sign !== saved) return { match: { decimalSign: sign, decimalSignProven: true }, drift: { saved, found: sign } }
  return { match: { decimalSign: saved, decimalSignProven: doubt !== 'mixed' } }
}

function newTexts({ entry, saved, profile, reference }: Omit<ColumnToRead, 'place'> & { readonly entry: FieldEntry }): readonly string[] {
  const { type } = entry
  // Without the target's list nothing can be said of its names.
  if ((type.kind === 'reference' || type.kind === 'reference-list') && reference.lists[type.to] === undefined) return []
  const known = new Set(Object.keys(saved.values ?? {}))
  return proposeValues(entry, profile, reference).filter(({ taken, text }) => !taken && !known.has(text)).map(({ text }) => text)
}
