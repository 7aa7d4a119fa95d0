import { z } from 'zod'
import { formatTarget } from '#core/model/mapping.ts'
import type { ReportInput } from '#core/model/report.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Session } from '../session/session.ts'

const bucket = z.enum(['ready', 'held', 'existing', 'excluded', 'blank'])
const table = z.object({ file: z.string(), sheet: z.string().nullable(), headers: z.array(z.string()), fields: z.array(z.string().nullable()) })
const row = z.object({ row: z.number(), cells: z.array(z.string()) })
const issue = z.object({
  code: z.string(), severity: z.enum(['error', 'warning', 'info']), file: z.string().nullable(), sheet: z.string().nullable(),
  row: z.number().nullable(), field: z.string().nullable(), value: z.string().nullable(), message: z.string(),
  customer: z.string().nullable(), site: z.string().nullable(),
})
const ledgerRow = z.object({ table: z.number(), row: z.number(), bucket, customer: z.string().nullable() })

/** Version 1 was one text; now a head is followed by parts of some hundred rows or issues. */
const part = z.union([
  z.object({ version: z.literal(1), tables: z.array(table.extend({ rows: z.array(row) })), ledger: z.array(ledgerRow), issues: z.array(issue) }),
  z.object({ version: z.literal(2), tables: z.array(table) }),
  z.object({ rows: z.array(z.object({ table: z.number(), row: z.number(), cells: z.array(z.string()), bucket, customer: z.string().nullable() })) }),
  z.object({ issues: z.array(issue) }),
])

export type ReportSource = Pick<ReportInput, 'tables' | 'ledger' | 'issues'>

const partSize = 500

/**
 * What the report needs besides the receipts, frozen with the run: so the report can be made after a crash and without the file,
 * which may have changed or gone since.
 */
export function* writeReportSource({ source, mapping }: Session, prepared: PreparedFile): Generator<string> {
  const tables = source.tables.map(({ file, sheet, headers }, index) => ({
    file, sheet, headers,
    fields: (mapping.tables[index]?.columns ?? []).map((match) => (match.accepted && match.target !== null ? formatTarget(match.target) : null)),
  }))
  yield JSON.stringify({ version: 2, tables })
  for (const [index, { rows }] of source.tables.entries()) {
    for (let from = 0; from < rows.length; from += partSize) {
      const found = []
      for (let at = from; at < Math.min(from + partSize, rows.length); at++) found.push({ ...prepared.ledgerAt(index, at), cells: rows.at(at)?.cells ?? [] })
      yield JSON.stringify({ rows: found })
    }
  }
  let issues: ReturnType<typeof describeIssue>[] = []
  for (const found of prepared.eachIssue()) {
    issues.push(describeIssue(found, source))
    if (issues.length < partSize) continue
    yield JSON.stringify({ issues })
    issues = []
  }
  yield JSON.stringify({ issues })
}

export function readReportSource(texts: Iterable<string>): Result<ReportSource> {
  const tables: (z.infer<typeof table> & { readonly rows: z.infer<typeof row>[] })[] = []
  const ledger: z.infer<typeof ledgerRow>[] = []
  const issues: z.infer<typeof issue>[] = []
  for (const text of texts) {
    const parsed = part.safeParse(JSON.parse(text))
    if (!parsed.success) return fail('journal-unusable', 'The journal holds a run of another version of the program; its report can only be made with that version.')
    const { data } = parsed
    if ('tables' in data) tables.push(...data.tables.map((each) => ({ rows: [], ...each })))
    if ('ledger' in data) for (const line of data.ledger) ledger.push(line)
    if ('issues' in data) for (const found of data.issues) issues.push(found)
    if (!('rows' in data)) continue
    for (const { cells, ...line } of data.rows) {
      ledger.push(line)
      tables[line.table]?.rows.push({ row: line.row, cells })
    }
  }
  return ok({ tables, ledger, issues })
}
