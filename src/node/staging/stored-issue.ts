import { causeKey } from '#core/mend/cause.ts'
import type { Issue, IssueCode, Severity } from '#core/model/issue.ts'

/** An issue as it is stored: its place, kind and cause as columns, itself as JSON. `customer`: its tag in the file, -1 for none. */
export type StoredIssue = readonly [table: number, row: number, column: number, code: IssueCode, severity: Severity, cause: string, customer: number, json: string]

export function storeIssue(issue: Issue, customer: number): StoredIssue {
  const { place, code, severity } = issue
  return [place?.table ?? -1, place?.row ?? -1, place?.column ?? -1, code, severity, causeKey(issue), customer, JSON.stringify(issue)]
}
