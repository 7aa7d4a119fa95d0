import type { Report } from '#core/model/report.ts'

/**
 * The whole report as JSON, in pieces to be written one after the other: one row and one issue to a line, so that a large report
 * never stands in memory as one string. Ids are text, since int64 does not survive a JSON number everywhere.
 */
export function* renderReportJson(report: Report): Generator<string, void, undefined> {
  const { issues, rows, ...head } = report
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "issues": [`
  yield* renderLines(issues)
  yield '],\n  "rows": ['
  yield* renderLines(rows)
  yield ']\n}\n'
}

function* renderLines(items: readonly unknown[]): Generator<string, void, undefined> {
  for (const [index, item] of items.entries()) yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(item)}`
  if (items.length > 0) yield '\n  '
}
