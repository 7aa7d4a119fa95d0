import type { ColumnProfile } from '#core/model/column-profile.ts'
import { editOf, type Edits } from '#core/model/edits.ts'
import type { FieldEntry, Level } from '#core/model/field.ts'
import { issue } from '#core/model/issue.ts'
import type { Issue } from '#core/model/issue.ts'
import type { FixedField, MappedRow, RowReader, TableLevels } from '#core/model/mapped-row.ts'
import type { ColumnMatch, Mapping } from '#core/model/mapping.ts'
import { columnLetters } from '#core/model/place.ts'
import type { Reference } from '#core/model/reference.ts'
import type { Source, SourceTable } from '#core/model/source.ts'
import { dayInWords } from '#core/values/calendar.ts'
import { aloneReading, readColumn, takesValueTable } from '#core/values/column-reading.ts'
import type { Remark } from '#core/values/converted.ts'
import { dayInOrder, daySerial, readDateShape } from '#core/values/date.ts'
import { converterOf, isPlainText } from '#core/values/index.ts'
import { profileAfterEdits } from '#core/values/profile-edits.ts'
import { profileOf, profileTable } from '#core/values/profile-table.ts'
import { proposer } from '#core/values/propose-values.ts'
import { resolveTarget } from './field-path.ts'
import { readColumns } from './read-columns.ts'
import type { ColumnReader, TextAt } from './read-columns.ts'

export interface CompileContext {
  readonly reference: Reference
  readonly edits: Edits
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
      return [compileColumn(match, { table, tableIndex: index, profiles, edits: context.edits, dayShift: dayShiftOf(source, table), reference: context.reference, issues })]
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
    basis: () => JSON.stringify(tables.map((columns) => columns.map(({ column, header, target, values, reading }) => [column, header, target, values === null ? null : [...values], reading]))),
    levelsOf: (table) => levels[table] ?? noLevels,
    fixed,
    issues,
  }
}

function editedText(edits: Edits): TextAt {
  if (edits.size === 0) return (row, _, column) => row.cells[column] ?? ''
  return (row, table, column) => editOf(edits, { table, row: row.row, column }) ?? row.cells[column] ?? ''
}

/** A workbook of an old Mac counts its days from 1904; the reader says so. */
function dayShiftOf({ files }: Source, { file }: SourceTable): number {
  const reading = files.find(({ name }) => name === file)?.reading
  return reading?.findings.some(({ about }) => about === 'date-system') === true ? 1_462 : 0
}

interface ColumnContext {
  readonly table: SourceTable
  readonly profiles: readonly ColumnProfile[]
  readonly tableIndex: number
  readonly edits: Edits
  /** How many days later the date system of its file begins than that of 1900. */
  readonly dayShift: number
  readonly reference: Reference
  readonly issues: Issue[]
}

function compileColumn(match: ColumnMatch, context: ColumnContext): ColumnReader {
  const { target, entry } = resolveTarget(match.target ?? { field: '' }, context.reference)
  const ofFile = profileOf(context.profiles, match.column)
  const profile = isPlainText(entry) ? ofFile : profileAfterEdits(ofFile, context.table.rows, { table: context.tableIndex, column: match.column, edits: context.edits })
  const { dates, numbers } = readColumn(entry, match, profile)
  const reading = { dates: dates.serials === null ? dates : { ...dates, serials: context.dayShift }, numbers }
  if (entry?.type.kind === 'date' && dates.serials !== null) context.issues.push(serialsRead(match, entry, { context, example: profile.dates.serialExample }))
  const values = takesValueTable(entry) && match.values !== undefined ? new Map(Object.entries(match.values)) : null
  const convert = isPlainText(entry) ? null : converterOf(entry, { ...reading, reference: context.reference })
  return { column: match.column, header: match.header, target, entry, reading, values, convert, propose: proposer(entry, context.reference) }
}

/** Excel shows a date without its format as a number: read, and said once for the column. */
function serialsRead(match: ColumnMatch, entry: FieldEntry, { context, example }: { readonly context: ColumnContext; readonly example: string | null }): Issue {
  const day = daySerial(example ?? '', context.dayShift)
  return issue({
    code: 'date-serials', severity: 'warning', place: { table: context.tableIndex, row: context.table.headerRow, column: match.column },
    field: entry.path, value: example, params: { column: match.header, order: context.dayShift === 0 ? '1900' : '1904', ...(day === null ? {} : { first: dayInWords(day) }) },
  })
}

/** Nothing falls away unsaid: a column with values and without a field is named, unless the operator left it out. */
function reportUnused(match: ColumnMatch, profiles: readonly ColumnProfile[], { table, tableIndex }: Pick<ColumnContext, 'table' | 'tableIndex'>): readonly Issue[] {
  const leftOut = match.target === null && match.confidence === 1
  if (leftOut || profileOf(profiles, match.column).filled === 0) return []
  const params = { column: match.header.trim() === '' ? columnLetters(match.column) : match.header, ...(match.target === null ? {} : { field2: match.target.field }) }
  return [issue({ code: 'unmapped-column', severity: 'info', place: { table: tableIndex, row: table.headerRow, column: match.column }, value: match.header, params })]
}

/**
 * A fixed date has no column to prove its order: day first, as the United Kingdom writes it, with a warning where the month could
 * stand first.
 */
function convertFixed(path: string, raw: string, reference: Reference): FixedField {
  const { target, entry } = resolveTarget({ field: path }, reference)
  const result = converterOf(entry, { ...aloneReading, reference })(raw)
  const about = result.kind === 'broken' ? result : (result.remark ?? (entry?.type.kind === 'date' ? assumedOrder(raw) : undefined))
  const severity = result.kind === 'broken' ? 'error' : 'warning'
  const issues = about === undefined ? [] : [issue({ code: about.code, severity, field: target.field, value: raw, params: about.params })]
  return { target, entry, raw, value: result.kind === 'broken' ? undefined : result.value, issues }
}

/** What to say of a date that another order would make another day. */
function assumedOrder(raw: string): Remark | undefined {
  const shape = readDateShape(raw)
  if (shape?.kind !== 'numeric') return undefined
  const [own, other] = [dayInOrder(shape, 'dmy'), dayInOrder(shape, 'mdy')]
  return own === null || other === null || own === other ? undefined : { code: 'date-order-assumed', params: { order: 'dmy', first: dayInWords(own) } }
}

const noLevels: TableLevels = { customer: false, site: false, siteContact: false, customerContact: false }

/** Account number and site reference alone say whose row it is, not what it describes. */
function levelsOf(columns: readonly ColumnReader[]): TableLevels {
  const keys = new Set([accountNumber, 'site.siteReference'])
  const has = (level: Level): boolean => columns.some(({ target }) => !keys.has(target.field) && target.field.startsWith(`${level}.`))
  return { customer: has('customer'), site: has('site'), siteContact: has('siteContact'), customerContact: has('customerContact') }
}

