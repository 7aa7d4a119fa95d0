// A mapping as a file: saved, shared, read back, written by hand. Targets are the text that `formatTarget` makes.
import type { z } from 'zod'
import type { SavedFix } from '#core/model/fix.ts'
import type { ColumnTarget } from '#core/model/mapping.ts'
import { formatTarget, parseTarget } from '#core/model/mapping.ts'
import { fail, ok } from '#core/model/result.ts'
import type { Result } from '#core/model/result.ts'
import type { SavedColumn, SavedMapping, SavedTable } from '#core/model/saved-mapping.ts'
import { findTarget } from './field-path.ts'
import { fileOne, fileTwo, type FileOne, type FileTwo } from './mapping-file-schema.ts'

export { mappingName } from './mapping-file-schema.ts'

/** Reads a mapping file; `bad-mapping` names what is wrong. Fields are checked against the catalogue, and no field has two columns. */
export function parseMapping(json: unknown): Result<SavedMapping> {
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined
  if (typeof version === 'number' && version > 2) {
    return fail('bad-mapping', `This mapping file was written by a newer version of the program (its format is ${version}, and this version reads up to 2). Update the program, or save the mapping with this one.`)
  }
  const parsed = version === 1 ? fileOne.safeParse(json) : fileTwo.safeParse(json)
  if (!parsed.success) return fail('bad-mapping', `This is not a mapping file of this program: ${firstProblem(parsed.error)}. Save a mapping again, or mend the file.`)
  const { data } = parsed
  if (data.version === 1) return check({ name: null, tables: data.tables.map(tableOne), fixed: data.fixed, fixes: [] })
  return check({ name: data.name, tables: data.tables.map(tableTwo), fixed: data.fixed, fixes: data.recipe?.fixes ?? [] })
}

/** The text of a mapping file. Reading it again gives the same mapping. */
export function serialiseMapping(saved: SavedMapping, fingerprint: string | null): string {
  const tables = saved.tables.map(({ columns, ...table }) => ({
    ...table,
    columns: columns.map(({ isOpen, target, header, ...rest }) => ({ header, target: target === null ? null : formatTarget(target), ...(isOpen ? { open: true } : {}), ...rest })),
  }))
  const { version, name, fixed, fixes } = saved
  const recipe = fixes === undefined || fixes.length === 0 ? {} : { recipe: { version: 1, fixes } }
  return `${JSON.stringify({ version, name, ...(fingerprint === null ? {} : { fingerprint }), tables, fixed, ...recipe }, null, 2)}\n`
}

function firstProblem(error: z.ZodError): string {
  const [first] = error.issues
  const where = first?.path.map(String).join('.') ?? ''
  return `${where === '' ? 'the file' : where}: ${first?.message ?? 'unreadable'}`
}

interface RawColumn extends Omit<SavedColumn, 'target'> {
  readonly target: string | null
}

interface RawMapping {
  readonly name: string | null
  readonly tables: readonly (Omit<SavedTable, 'columns'> & { readonly columns: readonly RawColumn[] })[]
  readonly fixed: Readonly<Record<string, string>>
  readonly fixes: readonly SavedFix[]
}

/** What was not accepted is a question again. Left out by a person: no target, and sure of it. */
function tableOne({ sheet, columns }: FileOne['tables'][number]): RawMapping['tables'][number] {
  const inOrder = columns.toSorted((one, other) => one.column - other.column)
  return {
    sheet,
    columns: inOrder.map(({ header, target, confidence, accepted = true, dateOrder, dateOrderProven = true }) => {
      const isOpen = target === null ? confidence < 1 : !accepted
      return { header, target: isOpen ? null : target, isOpen, ...(dateOrder === undefined || !dateOrderProven ? {} : { dateOrder }) }
    }),
  }
}

function tableTwo({ sheet, fillDown, columns }: FileTwo['tables'][number]): RawMapping['tables'][number] {
  return {
    sheet,
    ...(fillDown === undefined ? {} : { fillDown }),
    columns: columns.map(({ header, target, open, dateOrder, decimalSign, values }) => ({
      header, target: open ? null : target, isOpen: open,
      ...(dateOrder === undefined ? {} : { dateOrder }), ...(decimalSign === undefined ? {} : { decimalSign }), ...(values === undefined ? {} : { values }),
    })),
  }
}

function check({ name, tables, fixed, fixes }: RawMapping): Result<SavedMapping> {
  const problems: string[] = []
  const checked = tables.map((table) => {
    const columns = table.columns.map((column) => ({ ...column, target: readColumn(column, problems) }))
    findDoubles(columns, problems)
    return { ...table, columns }
  })
  const paths = Object.fromEntries(Object.entries(fixed).map(([path, text]) => [readFixedPath(path, problems), text]))
  const [problem] = problems
  return problem === undefined ? ok({ version: 2, name, tables: checked, fixed: paths, ...(fixes.length === 0 ? {} : { fixes }) }) : fail('bad-mapping', problem)
}

function readColumn({ header, target: text }: RawColumn, problems: string[]): ColumnTarget | null {
  const target = text === null ? null : readTarget(text)
  if (text !== null && target === null) problems.push(`The mapping file gives the column "${header}" the field "${text}", and there is no such field. docs/fields.md lists them all.`)
  return target
}

function readTarget(text: string): ColumnTarget | null {
  const target = parseTarget(text.trim())
  if (target === null || (target.part !== undefined && !target.field.endsWith('.contactName'))) return null
  return findTarget(target)?.target ?? null
}

function readFixedPath(path: string, problems: string[]): string {
  const target = readTarget(path)
  if (target !== null && target.index === undefined && target.site === undefined && target.part === undefined) return target.field
  problems.push(`The mapping file gives a fixed value to "${path}", and there is no such field. docs/fields.md lists them all.`)
  return path
}

/** Two columns never take one field silently. */
function findDoubles(columns: readonly SavedColumn[], problems: string[]): void {
  const takenBy = new Map<string, string>()
  for (const { target, header } of columns) {
    if (target === null) continue
    const key = formatTarget(target)
    const other = takenBy.get(key)
    if (other !== undefined) problems.push(`The mapping file gives the field "${key}" two columns, "${other}" and "${header}". Take it away from one of them.`)
    takenBy.set(key, header)
  }
}
