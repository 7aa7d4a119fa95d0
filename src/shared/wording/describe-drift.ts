import { findField } from '#core/catalogue/index.ts'
import type { ColumnTarget, DateOrder, DecimalSign } from '#core/model/mapping.ts'
import type { MappingDrift } from '#core/model/saved-mapping.ts'

const orders: Readonly<Record<DateOrder, string>> = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' }
const signs: Readonly<Record<DecimalSign, string>> = { point: 'a point', comma: 'a comma' }

/** One thing that has changed since a mapping was saved, as a plain sentence: what it is, and what becomes of it. */
export function describeDrift(drift: MappingDrift): string {
  switch (drift.kind) {
    case 'new-table':
      return `The sheet ${quoted(drift.sheet)} is new: its columns are left out until you choose fields for them.`
    case 'missing-table':
      return `The sheet ${quoted(drift.sheet)} is no longer there.`
    case 'new-column':
      return `The column ${quoted(drift.header)} is new: it is left out until you choose a field for it.`
    case 'missing-column':
      return `The column ${quoted(drift.header)}${filled(drift.target)} is missing.`
    case 'renamed-column':
      return `The column ${quoted(drift.header)} seems to be what was called ${quoted(drift.was)}${drift.target === null ? '' : ` (${nameOf(drift.target)})`}: it is left out until you confirm it.`
    case 'unclear-column':
      return `Which column is meant by ${quoted(drift.header)} is not clear${drift.target === null ? '' : ` (${nameOf(drift.target)})`}: it is left out until you confirm it.`
    case 'new-values':
      return `The column ${quoted(drift.header)} has ${drift.count === 1 ? 'a new value' : `${drift.count} new values`}: ${drift.texts.map(quoted).join(', ')}${drift.count > drift.texts.length ? ' and others' : ''}.`
    case 'date-order':
      return `The dates of the column ${quoted(drift.header)} are written ${orders[drift.found]} now (before: ${orders[drift.saved]}), and are read so.`
    case 'decimal-sign':
      return `The numbers of the column ${quoted(drift.header)} have ${signs[drift.found]} before their decimals now (before: ${signs[drift.saved]}), and are read so.`
  }
}

function quoted(text: string | null): string {
  return text === null || text.trim() === '' ? '(no heading)' : `"${text}"`
}

function filled(target: ColumnTarget | null): string {
  return target === null ? '' : ` (it filled ${nameOf(target)})`
}

function nameOf(target: ColumnTarget): string {
  return findField(target.field)?.label ?? target.field.split('.').slice(2).join('.')
}
