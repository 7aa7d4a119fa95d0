// A mapping as a file: saved, read back, written by hand. Targets are the text that `formatTarget` makes.
import { z } from 'zod'
import type { ColumnMatch, ColumnTarget, Mapping } from '#core/model/mapping.ts'
import { formatTarget, parseTarget } from '#core/model/mapping.ts'
import { fail, ok } from '#core/model/result.ts'
import type { Result } from '#core/model/result.ts'
import { findTarget } from './field-path.ts'

const column = z.strictObject({
  column: z.int().min(0),
  header: z.string(),
  target: z.string().nullable(),
  confidence: z.number().min(0).max(1).default(1),
  accepted: z.boolean().optional(),
  reason: z.string().default('Chosen in the mapping file'),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  dateOrderProven: z.boolean().optional(),
})

const mappingFile = z.strictObject({
  version: z.literal(1),
  tables: z.array(z.strictObject({ sheet: z.string().nullable().default(null), columns: z.array(column) })),
  fixed: z.record(z.string(), z.string()).default({}),
})

/** Reads a mapping file; `bad-mapping` names what is wrong. Fields are checked against the catalogue, and no field has two columns. */
export function parseMapping(json: unknown): Result<Mapping> {
  const parsed = mappingFile.safeParse(json)
  if (!parsed.success) return fail('bad-mapping', `This is not a mapping file of this program: ${firstProblem(parsed.error)}. Save a mapping again, or mend the file.`)
  const problems: string[] = []
  const tables = parsed.data.tables.map(({ sheet, columns }) => {
    const matches = columns.map((entry) => readColumn(entry, problems))
    findDoubles(matches, problems)
    return { sheet, columns: matches }
  })
  const fixed = Object.fromEntries(Object.entries(parsed.data.fixed).map(([path, text]) => [readFixedPath(path, problems), text]))
  const [problem] = problems
  return problem === undefined ? ok({ version: 1, tables, fixed }) : fail('bad-mapping', problem)
}

/** The text of a mapping file. Reading it again gives the same mapping. */
export function serialiseMapping(mapping: Mapping): string {
  const tables = mapping.tables.map(({ sheet, columns }) => ({
    sheet,
    columns: columns.map((match) => ({ ...match, target: match.target === null ? null : formatTarget(match.target) })),
  }))
  return `${JSON.stringify({ version: mapping.version, tables, fixed: mapping.fixed }, null, 2)}\n`
}

function firstProblem(error: z.ZodError): string {
  const [first] = error.issues
  const where = first?.path.map(String).join('.') ?? ''
  return `${where === '' ? 'the file' : where}: ${first?.message ?? 'unreadable'}`
}

function readColumn(entry: z.infer<typeof column>, problems: string[]): ColumnMatch {
  const { target: text, accepted, dateOrder, dateOrderProven, ...rest } = entry
  const target = text === null ? null : readTarget(text)
  if (text !== null && target === null) problems.push(`The mapping file gives the column "${entry.header}" the field "${text}", and there is no such field. docs/fields.md lists them all.`)
  return {
    ...rest,
    target,
    accepted: target !== null && (accepted ?? true),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(dateOrderProven === undefined ? {} : { dateOrderProven }),
  }
}

function readTarget(text: string): ColumnTarget | null {
  const target = parseTarget(text.trim())
  if (target === null || (target.part !== undefined && !target.field.endsWith('.contactName'))) return null
  return findTarget(target)?.target ?? null
}

function readFixedPath(path: string, problems: string[]): string {
  const target = readTarget(path)
  if (target !== null && target.index === undefined && target.part === undefined) return target.field
  problems.push(`The mapping file gives a fixed value to "${path}", and there is no such field. docs/fields.md lists them all.`)
  return path
}

/** Two columns never take one field silently. */
function findDoubles(columns: readonly ColumnMatch[], problems: string[]): void {
  const takenBy = new Map<string, string>()
  for (const { target, accepted, header } of columns) {
    if (!accepted || target === null) continue
    const key = formatTarget(target)
    const other = takenBy.get(key)
    if (other !== undefined) problems.push(`The mapping file gives the field "${key}" two columns, "${other}" and "${header}". Take it away from one of them.`)
    takenBy.set(key, header)
  }
}
