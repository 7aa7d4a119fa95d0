import type { z } from 'zod'
import { fieldEntries } from '#core/catalogue/index.ts'
import { formatTarget, type Mapping } from '#core/model/mapping.ts'
import { columnLetters } from '#core/model/place.ts'
import type { SourceTable } from '#core/model/source.ts'
import type { ColumnView, MappingView } from '#shared/ipc/schemas.ts'
import type { Session } from '../session/session.ts'

const sampleCount = 5

export function mappingView(session: Session): z.input<typeof MappingView> {
  return {
    tables: session.mapping.tables.map((mapping, index) => {
      const table = session.source.tables[index]
      return { sheet: mapping.sheet, columns: mapping.columns.map((match) => columnView(match, table)) }
    }),
    fixed: { ...session.mapping.fixed },
    missing: missingFields(session.mapping),
  }
}

function columnView(match: Mapping['tables'][number]['columns'][number], table: SourceTable | undefined): z.input<typeof ColumnView> {
  return {
    column: match.column, letters: columnLetters(match.column), header: match.header,
    target: match.target === null ? null : formatTarget(match.target),
    confidence: match.confidence, accepted: match.accepted, reason: match.reason,
    dateOrder: match.dateOrder ?? null, dateOrderProven: match.dateOrderProven ?? false,
    samples: samplesOf(table, match.column),
  }
}

function samplesOf(table: SourceTable | undefined, column: number): string[] {
  const samples = new Set<string>()
  for (const row of table?.rows ?? []) {
    const text = row.cells[column]?.trim() ?? ''
    if (text !== '') samples.add(text)
    if (samples.size === sampleCount) break
  }
  return [...samples]
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
