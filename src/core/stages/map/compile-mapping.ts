import type { ColumnProfile } from '#core/model/column-profile.ts'
import type { FieldEntry, Level } from '#core/model/field.ts'
import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import type { FixedField, MappedRow, RowReader, TableLevels } from '#core/model/mapped-row.ts'
import type { ColumnMatch, DateOrder, Mapping } from '#core/model/mapping.ts'
import { cellKey, columnLetters } from '#core/model/place.ts'
import type { Reference } from '#core/model/reference.ts'
import type { Source, SourceTable } from '#core/model/source.ts'
import { converterOf } from '#core/values/index.ts'
import { profileOf, profileTable } from '#core/values/profile-table.ts'
import { findDateOrder } from './date-order.ts'
import { resolveTarget } from './field-path.ts'
import { readColumns } from './read-columns.ts'
import type { ColumnReader, TextAt } from './read-columns.ts'

export interface CompileContext {
  readonly reference: Reference
  /** Cell texts the operator changed, by `cellKey`. */
  readonly edits: ReadonlyMap<string, string>
}

const accountNumber = 'customer.customerAccountNumber'

/** Makes a mapping ready for reading rows one by one. Throws on a field that does not exist: `parseMapping` refuses those. */
export function compileMapping(mapping: Mapping, source: Source, context: CompileContext): RowReader {
  const issues: Issue[] = []
  const tables = mapping.tables.map((tableMapping, index) => {
    const table = source.tables[index]
    const profiles = table === undefined ? [] : profileTable(table)
    return tableMapping.columns.flatMap((match) => {
      if (table === undefined) return []
      if (!match.accepted || match.target === null) {
        issues.push(...reportUnused(match, profiles, { table, tableIndex: index }))
        return []
      }
      return [compileColumn(match, { table, tableIndex: index, profiles, reference: context.reference, issues })]
    })
  })
  const fixed = Object.entries(mapping.fixed).flatMap(([path, raw]) => (raw.trim() === '' ? [] : [convertFixed(path, raw, context.reference)]))
  const fixedKey = fixed.find((field) => field.target.field === accountNumber)?.raw.trim() ?? ''
  const keyColumns = tables.map((columns) => columns.find(({ target }) => target.field === accountNumber && (target.index ?? 1) === 1)?.column)
  const levels = tables.map((columns) => levelsOf(columns))
  const textAt = editedText(context.edits)
  return {
    keyOf: (row, table) => {
      const column = keyColumns[table]
      const own = column === undefined ? '' : textAt(row, table, column).trim()
      return own === '' ? fixedKey : own
    },
    read: (row, table): MappedRow => readColumns({ columns: tables[table] ?? [], row, table, textAt }),
    levelsOf: (table) => levels[table] ?? noLevels,
    fixed,
    issues,
  }
}

function editedText(edits: ReadonlyMap<string, string>): TextAt {
  if (edits.size === 0) return (row, _, column) => row.cells[column] ?? ''
  return (row, table, column) => edits.get(cellKey({ table, row: row.row, column })) ?? row.cells[column] ?? ''
}

interface ColumnContext {
  readonly table: SourceTable
  readonly profiles: readonly ColumnProfile[]
  readonly tableIndex: number
  readonly reference: Reference
  readonly issues: Issue[]
}

function compileColumn(match: ColumnMatch, context: ColumnContext): ColumnReader {
  const { target, entry } = resolveTarget(match.target ?? { field: '' }, context.reference)
  const dateOrder = entry?.type.kind === 'date' ? orderOf(match, entry, context) : 'dmy'
  return { column: match.column, target, entry, convert: converterOf(entry, { dateOrder, reference: context.reference }) }
}

/**
 * The order that the values prove or the operator chose (`dateOrderProven` is not false then). A column without an order, as
 * after the operator chose a date field for it, is decided here as matching would have.
 */
function orderOf(match: ColumnMatch, entry: FieldEntry, { table, tableIndex, profiles, issues }: ColumnContext): DateOrder {
  if (match.dateOrder !== undefined && match.dateOrderProven !== false) return match.dateOrder
  const { dates } = profileOf(profiles, match.column)
  const finding = findDateOrder(dates, match.dateOrder ?? 'dmy')
  if (!finding.proven && dates.ambiguous > 0) {
    issues.push(issue({
      code: 'date-order-assumed', severity: 'warning', place: { table: tableIndex, row: table.headerRow, column: match.column },
      field: entry.path, value: dates.example, params: { order: finding.order, count: dates.ambiguous, column: match.header },
    }))
  }
  return finding.order
}

/** Nothing falls away unsaid: a column with values and without a field is named, unless the operator left it out. */
function reportUnused(match: ColumnMatch, profiles: readonly ColumnProfile[], { table, tableIndex }: Pick<ColumnContext, 'table' | 'tableIndex'>): readonly Issue[] {
  const leftOut = match.target === null && match.confidence === 1
  if (leftOut || profileOf(profiles, match.column).filled === 0) return []
  const params = { column: match.header.trim() === '' ? columnLetters(match.column) : match.header, ...(match.target === null ? {} : { field2: match.target.field }) }
  return [issue({ code: 'unmapped-column', severity: 'info', place: { table: tableIndex, row: table.headerRow, column: match.column }, value: match.header, params })]
}

/** A fixed date has no column to prove its order: day first, as the United Kingdom writes it, unless it is plain. */
function convertFixed(path: string, raw: string, reference: Reference): FixedField {
  const { target, entry } = resolveTarget({ field: path }, reference)
  const result = converterOf(entry, { dateOrder: 'dmy', reference })(raw)
  const about = result.kind === 'broken' ? result : result.remark
  const severity = result.kind === 'broken' ? 'error' : 'warning'
  const issues = about === undefined ? [] : [issue({ code: about.code, severity, field: target.field, value: raw, params: about.params })]
  return { target, entry, raw, value: result.kind === 'broken' ? undefined : result.value, issues }
}

const noLevels: TableLevels = { customer: false, site: false, siteContact: false, customerContact: false }

/** Account number and site reference alone say whose row it is, not what it describes. */
function levelsOf(columns: readonly ColumnReader[]): TableLevels {
  const keys = new Set([accountNumber, 'site.siteReference'])
  const has = (level: Level): boolean => columns.some(({ target }) => !keys.has(target.field) && target.field.startsWith(`${level}.`))
  return { customer: has('customer'), site: has('site'), siteContact: has('siteContact'), customerContact: has('customerContact') }
}

