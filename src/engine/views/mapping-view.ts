import type { z } from 'zod'
import { fieldEntries } from '#core/catalogue/index.ts'
import type { ColumnProfile } from '#core/model/column-profile.ts'
import { formatTarget, type Mapping } from '#core/model/mapping.ts'
import { columnLetters } from '#core/model/place.ts'
import type { SourceTable } from '#core/model/source.ts'
import { emptyProfile } from '#core/values/profile-column.ts'
import { profileOf, profileTable } from '#core/values/profile-table.ts'
import type { ColumnView, MappingView } from '#shared/ipc/mapping-schemas.ts'
import type { Session } from '../session/session.ts'

const sampleCount = 5

export function mappingView(session: Session): z.input<typeof MappingView> {
  return {
    tables: session.mapping.tables.map((mapping, index) => {
      const table = session.source.tables[index]
      return { file: table?.file ?? '', sheet: mapping.sheet, columns: mapping.columns.map((match) => columnView(match, table)) }
    }),
    fixed: { ...session.mapping.fixed },
    missing: missingFields(session.mapping),
    applied: null,
  }
}

function columnView(match: Mapping['tables'][number]['columns'][number], table: SourceTable | undefined): z.input<typeof ColumnView> {
  const profile = table === undefined ? emptyProfile : profileOf(profilesOf(table), match.column)
  return {
    column: match.column, letters: columnLetters(match.column), header: match.header,
    target: match.target === null ? null : formatTarget(match.target),
    confidence: match.confidence, accepted: match.accepted, reason: match.reason,
    dateOrder: match.dateOrder ?? null, dateOrderProven: match.dateOrderProven ?? false, dateExample: profile.dates.example,
    decimalSign: match.decimalSign ?? null, decimalSignProven: match.decimalSignProven ?? false, numberExample: profile.numbers.example,
    samples: [...new Set(profile.samples)].slice(0, sampleCount),
    values: null,
  }
}

const profiles = new WeakMap<SourceTable, readonly ColumnProfile[]>()

// A table that was read by the engine brings its profiles; one made otherwise is read once for them.
function profilesOf(table: SourceTable): readonly ColumnProfile[] {
  const known = profiles.get(table) ?? profileTable(table)
  profiles.set(table, known)
  return known
}

/**
 * Required fields that neither a column nor a fixed value fills. The invoice template belongs to them unless every site points
 * to another one, which only the rows can tell: so it is listed when the file has no column for the receiving site.
 */
function missingFields(mapping: Mapping): z.input<typeof MappingView>['missing'] {
  const filled = new Set(mapping.tables.flatMap((table) => table.columns.filter((match) => match.accepted && match.target !== null).map((match) => match.target?.field)))
  const has = (path: string): boolean => filled.has(path) || mapping.fixed[path] !== undefined
  return fieldEntries
    .filter((entry) => isNeeded(entry.path, entry.required) && !has(entry.path))
    .map((entry) => ({ field: entry.path, label: entry.label }))
}

function isNeeded(path: string, required: 'always' | 'with-parent' | 'no'): boolean {
  if (required === 'always') return true
  return required === 'with-parent' && (path.startsWith('site.siteAddress.') || path === 'site.siteInvoiceDetails.invoiceTemplateId')
}
