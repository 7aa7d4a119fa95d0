import type { Issue } from '#core/model/issue.ts'
import type { Source } from '#core/model/source.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import { plain } from './plain.ts'

/** An issue on a line: how bad, where, what. */
export function issueLine(issue: Issue, source: Source): string {
  const { sheet, cell, row, message } = describeIssue(issue, source)
  const place = [sheet, cell ?? (row === null ? null : `row ${row}`)].filter((part) => part !== null).join(' ')
  return `${issue.severity.padEnd(7)} ${plain(place).padEnd(10)} ${issue.code}: ${plain(message)}`
}
