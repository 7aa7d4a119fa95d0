import type { Issue, IssueCode, Severity } from '#core/model/issue.ts'
import { columnLetters } from '#core/model/place.ts'
import type { Source } from '#core/model/source.ts'
import { issueMessage } from './issue-text.ts'

/** An issue for anything outside the program: plain JSON, the same on the command line, in the report and in the window. */
export interface IssueRecord {
  readonly code: IssueCode
  readonly severity: Severity
  readonly file: string | null
  readonly sheet: string | null
  /** As the spreadsheet shows it; null where no row can be named. */
  readonly row: number | null
  /** The header's text, or the column's letters where the header is empty. */
  readonly column: string | null
  /** "C7". */
  readonly cell: string | null
  readonly field: string | null
  readonly value: string | null
  readonly message: string
  readonly customer: string | null
  readonly site: string | null
  readonly related: { readonly row: number; readonly cell: string | null }[]
}

export function describeIssue(issue: Issue, source: Source): IssueRecord {
  const { place } = issue
  const table = place === null ? undefined : source.tables[place.table]
  const column = place?.column
  return {
    code: issue.code,
    severity: issue.severity,
    file: table?.file ?? source.file,
    sheet: table?.sheet ?? null,
    row: place?.row ?? null,
    column: column === undefined ? null : columnName(table?.headers[column], column),
    cell: place === null ? null : cellName(place),
    field: issue.field,
    value: issue.value,
    message: issueMessage(issue),
    customer: issue.customer,
    site: issue.site,
    related: issue.related.map((other) => ({ row: other.row, cell: cellName(other) })),
  }
}

function columnName(header: string | undefined, column: number): string {
  return header === undefined || header.trim() === '' ? columnLetters(column) : header
}

function cellName(place: { readonly row: number; readonly column?: number }): string | null {
  return place.column === undefined ? null : `${columnLetters(place.column)}${place.row}`
}
