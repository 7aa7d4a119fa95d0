import type { Issue } from '#core/model/issue.ts'
import type { Source } from '#core/model/source.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import { plain } from './plain.ts'

/** An issue on a line: how bad, where, what. The file is named when there are several. */
export function issueLine(issue: Issue, source: Source): string {
  const { file, sheet, cell, row, message } = describeIssue(issue, source)
  const place = [source.files.length > 1 ? file : null, sheet, cell ?? (row === null ? null : `row ${row}`)].filter((part) => part !== null).join(' ')
  return `${issue.severity.padEnd(7)} ${plain(place).padEnd(10)} ${issue.code}: ${plain(message)}`
}
