import { z } from 'zod'
import { formatTarget } from '#core/model/mapping.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import { preparedOf, type Session } from '../session/session.ts'

const bucket = z.enum(['ready', 'held', 'existing', 'excluded', 'blank'])
const schema = z.object({
  version: z.literal(1),
  tables: z.array(z.object({
    file: z.string(), sheet: z.string().nullable(), headers: z.array(z.string()), fields: z.array(z.string().nullable()),
    rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
  })),
  ledger: z.array(z.object({ table: z.number(), row: z.number(), bucket, customer: z.string().nullable() })),
  issues: z.array(z.object({
    code: z.string(), severity: z.enum(['error', 'warning', 'info']), file: z.string().nullable(), sheet: z.string().nullable(),
    row: z.number().nullable(), field: z.string().nullable(), value: z.string().nullable(), message: z.string(),
    customer: z.string().nullable(), site: z.string().nullable(),
  })),
})
export type ReportSource = z.infer<typeof schema>

/**
 * What the report needs besides the receipts, frozen with the run: so the report can be made after a crash and without the file,
 * which may have changed or gone since.
 */
export function writeReportSource(session: Session): string {
  const prepared = preparedOf(session)
  const tables = session.source.tables.map((table, index) => ({
    file: table.file, sheet: table.sheet, headers: table.headers,
    fields: (session.mapping.tables[index]?.columns ?? []).map((match) => (match.accepted && match.target !== null ? formatTarget(match.target) : null)),
    rows: Array.from(table.rows, ({ row, cells }) => ({ row, cells })),
  }))
  const issues = prepared.issues.map((issue) => describeIssue(issue, session.source))
  return JSON.stringify({ version: 1, tables, ledger: prepared.ledger, issues })
}

export function readReportSource(text: string): Result<ReportSource> {
  const parsed = schema.safeParse(JSON.parse(text))
  return parsed.success ? ok(parsed.data) : fail('journal-unusable', 'The journal holds a run of another version of the program; its report can only be made with that version.')
}
