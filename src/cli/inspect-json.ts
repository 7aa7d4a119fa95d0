import type { ColumnProfile } from '#core/model/column-profile.ts'
import { formatTarget, type ColumnMatch } from '#core/model/mapping.ts'
import { columnLetters } from '#core/model/place.ts'
import type { SourceRow, SourceTable } from '#core/model/source.ts'
import type { Session } from '#engine/session/session.ts'
import { mappingView } from '#engine/views/mapping-view.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import { questionJson } from './reading-questions.ts'

/** What `onboarder inspect --json` prints (docs/cli-json.md). */
export function inspectJson(session: Session, withRecords: boolean): unknown {
  const { source, mapping } = session
  const views = mappingView(session).tables
  const { file, sizeBytes, sha256, files, tables, issues, questions } = source
  return {
    file, sizeBytes, sha256, reading: files[0]?.reading, files,
    decided: questions.length === 0, questions: questions.map((question) => questionJson(question, source)),
    tables: tables.map((table, index) => ({
      ...tableJson(table, { matches: mapping.tables[index]?.columns ?? [], views: views[index]?.columns ?? [] }),
      ...(withRecords ? { records: Array.from(table.rows, rowJson) } : {}),
    })),
    diagnostics: issues.map((issue) => describeIssue(issue, source)),
  }
}

type ColumnView = ReturnType<typeof mappingView>['tables'][number]['columns'][number]

interface Matched {
  readonly matches: readonly ColumnMatch[]
  readonly views: readonly ColumnView[]
}

function tableJson(table: SourceTable, { matches, views }: Matched): object {
  const { file, sheet, headerRow, headers, rows, preamble = [], footer = [], repeats = [] } = table
  return {
    file, sheet, headerRow, headers, columns: headers.length, rows: rows.length, preamble: preamble.map(rowJson), footer: footer.map(rowJson), repeats,
    perColumn: headers.map((header, column) => ({ column: column + 1, letters: columnLetters(column), header, ...profileJson(table.columns?.[column]), match: matchJson(matches[column], views[column]) })),
  }
}

function rowJson({ row, cells, marks }: SourceRow): unknown {
  return { row, cells, ...(marks === undefined ? {} : { marks }) }
}

const exampleCount = 3

/** `distinct` is null where a column has more different values than are counted. */
function profileJson(profile: ColumnProfile | undefined): object {
  if (profile === undefined) return {}
  const { filled, samples, values, dates, numbers } = profile
  return { filled, distinct: values?.size ?? null, examples: samples.slice(0, exampleCount), dates, numbers }
}

function matchJson(match: ColumnMatch | undefined, view: ColumnView | undefined): unknown {
  if (match === undefined) return null
  const { target, confidence, accepted, reason, dateOrder = null, dateOrderProven = false, decimalSign = null, decimalSignProven = false } = match
  return { field: target === null ? null : formatTarget(target), confidence, accepted, reason, dateOrder, dateOrderProven, decimalSign, decimalSignProven, question: view?.question ?? null }
}
