import { z } from 'zod'
import { formatTarget } from '#core/model/mapping.ts'
import { editsOfRow } from '#core/model/edits.ts'
import type { ReportInput, ReportLine } from '#core/model/report.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { SavedMapping } from '#core/model/saved-mapping.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import { keptMapping, readMappingText, savedText } from '../session/mapping-file.ts'
import type { Session } from '../session/session.ts'
import { allowedValues } from './allowed-values.ts'

const bucket = z.enum(['ready', 'held', 'existing', 'excluded', 'blank'])
const row = z.object({ row: z.number(), cells: z.array(z.string()) })
const ledgerRow = z.object({ table: z.number(), row: z.number(), bucket, customer: z.string().nullable() })
const table = z.object({
  file: z.string(), sheet: z.string().nullable(), headers: z.array(z.string()), fields: z.array(z.string().nullable()),
  headerRow: z.number().default(1), preamble: z.array(row).default([]), footer: z.array(row).default([]), repeats: z.array(z.number()).default([]),
})
const issue = z.object({
  code: z.string(), severity: z.enum(['error', 'warning', 'info']), file: z.string().nullable(), sheet: z.string().nullable(),
  row: z.number().nullable(), field: z.string().nullable(), value: z.string().nullable(), message: z.string(),
  customer: z.string().nullable(), site: z.string().nullable(), cell: z.string().nullable().default(null), allowed: z.string().nullable().default(null),
})
/** Not looked at one by one: there are millions of them, and this program wrote them. */
const cells = z.custom<readonly string[]>(Array.isArray)
const line = ledgerRow.extend({ cells, edits: z.record(z.string(), z.string()).optional() })

/** Version 1 was one text; since then a head is followed by parts of some hundred rows or issues. Version 3 knows where lines stood, and the mapping. */
const oldWhole = z.object({ version: z.literal(1), tables: z.array(table.extend({ rows: z.array(row) })), ledger: z.array(ledgerRow), issues: z.array(issue) })
const head = z.object({ version: z.union([z.literal(2), z.literal(3)]), tables: z.array(table), mapping: z.string().optional() })
const rowsPart = z.object({ rows: z.array(line) })
const issuesPart = z.object({ issues: z.array(issue) })

export type ReportSource = Pick<ReportInput, 'tables' | 'lines' | 'issues'>

const partSize = 500
const rowsStart = '{"rows":'

/**
 * What the report needs besides the receipts, frozen with the run: so the report can be made after a crash and without the file,
 * which may have changed or gone since.
 */
export function* writeReportSource(session: Session, prepared: PreparedFile): Generator<string> {
  const { source, mapping } = session
  const tables = source.tables.map(({ file, sheet, headers, headerRow, preamble = [], footer = [], repeats = [] }, index) => ({
    file, sheet, headers, headerRow, preamble: preamble.map(bare), footer: footer.map(bare), repeats: [...repeats],
    fields: (mapping.tables[index]?.columns ?? []).map((match) => (match.accepted && match.target !== null ? formatTarget(match.target) : null)),
  }))
  yield JSON.stringify({ version: 3, tables, mapping: savedText(keptMapping(session, null)) })
  for (const [index, { rows }] of source.tables.entries()) {
    for (let from = 0; from < rows.length; from += partSize) {
      const found: ReportLine[] = []
      for (let at = from; at < Math.min(from + partSize, rows.length); at++) found.push(lineOf(session, prepared, { table: index, at }))
      yield `${rowsStart}${JSON.stringify(found)}}`
    }
  }
  let issues: unknown[] = []
  for (const found of prepared.eachIssue()) {
    issues.push({ ...describeIssue(found, source), allowed: allowedValues(found, session.reference) })
    if (issues.length < partSize) continue
    yield JSON.stringify({ issues })
    issues = []
  }
  yield JSON.stringify({ issues })
}

function bare({ row: number, cells }: { readonly row: number; readonly cells: readonly string[] }): z.infer<typeof row> {
  return { row: number, cells: [...cells] }
}

function lineOf({ source, edits }: Session, prepared: PreparedFile, { table: index, at }: { readonly table: number; readonly at: number }): ReportLine {
  const ledger = prepared.ledgerAt(index, at)
  const cells = source.tables[index]?.rows.at(at)?.cells ?? []
  const changed = editsOfRow(edits, { table: index, row: ledger.row })
  return { ...ledger, cells, ...(changed === undefined ? {} : { edits: Object.fromEntries(changed) }) }
}

/** `read` answers the texts from their beginning, as often as it is asked: rows are never all in memory. */
export function readReportSource(read: () => Iterable<string>): Result<ReportSource> {
  const issues: z.infer<typeof issue>[] = []
  let tables: z.infer<typeof table>[] | null = null
  for (const text of read()) {
    if (text.startsWith(rowsStart)) continue
    const parsed = z.union([oldWhole, head, issuesPart]).safeParse(JSON.parse(text))
    if (!parsed.success) return otherVersion()
    if ('tables' in parsed.data) tables = parsed.data.tables
    if ('issues' in parsed.data) for (const found of parsed.data.issues) issues.push(found)
  }
  return tables === null ? otherVersion() : ok({ tables, issues, lines: { [Symbol.iterator]: () => readLines(read()) } })
}

function* readLines(parts: Iterable<string>): Generator<ReportLine, void, undefined> {
  for (const text of parts) {
    if (text.startsWith(rowsStart)) yield* rowsPart.parse(JSON.parse(text)).rows
    const whole = text.startsWith('{"version":1') ? oldWhole.parse(JSON.parse(text)) : null
    const texts = new Map(whole?.tables.flatMap(({ rows }, index) => rows.map((each) => [`${index}:${each.row}`, each.cells] as const)))
    for (const each of whole?.ledger ?? []) yield { ...each, cells: texts.get(`${each.table}:${each.row}`) ?? [] }
  }
}

/** How the file of a run was matched; null where the journal does not say, as for runs of earlier versions. */
export function mappingOfRun(texts: Iterable<string>): SavedMapping | null {
  for (const text of texts) {
    const parsed = head.safeParse(JSON.parse(text))
    const saved = parsed.success && parsed.data.mapping !== undefined ? readMappingText(parsed.data.mapping) : null
    return saved?.ok === true ? saved.value : null
  }
  return null
}

function otherVersion(): Result<never> {
  return fail('journal-unusable', 'The journal holds a run of another version of the program; its report can only be made with that version.')
}
