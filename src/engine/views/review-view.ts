import type { z } from 'zod'
import { groupBy } from '#core/model/group-by.ts'
import type { Issue } from '#core/model/issue.ts'
import type { CustomerSummary, Prepared } from '#core/model/prepared.ts'
import type { Source } from '#core/model/source.ts'
import type { CustomerRow, IssueView, ReviewView } from '#shared/ipc/schemas.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import { issueMessage, issueTitle } from '#shared/wording/issue-text.ts'

const severityOrder = { error: 0, warning: 1, info: 2 } as const

export function reviewView(prepared: Prepared): z.input<typeof ReviewView> {
  const groups = [...groupBy(prepared.issues, (issue) => `${issue.severity} ${issue.code}`).values()]
  return {
    counts: { ...prepared.counts, rowsByBucket: { ...prepared.counts.rowsByBucket } },
    groups: groups
      .flatMap(([first, ...others]) => first === undefined ? [] : [{
        code: first.code, severity: first.severity, title: issueTitle(first.code), count: others.length + 1, example: issueMessage(first),
      }])
      .toSorted((a, b) => severityOrder[a.severity] - severityOrder[b.severity] || b.count - a.count),
  }
}

export function issueView(issue: Issue, source: Source): z.input<typeof IssueView> {
  const record = describeIssue(issue, source)
  return { ...record, related: [...record.related], table: issue.place?.table ?? null, columnIndex: issue.place?.column ?? null }
}

export interface IssueQuery {
  readonly from: number
  readonly count: number
  readonly code?: string | undefined
  readonly severity?: string | undefined
}

export function issuesPage(prepared: Prepared, source: Source, query: IssueQuery): { total: number; issues: z.input<typeof IssueView>[] } {
  const found = prepared.issues.filter((issue) =>
    (query.code === undefined || issue.code === query.code) && (query.severity === undefined || issue.severity === query.severity))
  return { total: found.length, issues: found.slice(query.from, query.from + query.count).map((issue) => issueView(issue, source)) }
}

export interface CustomerQuery {
  readonly from: number
  readonly count: number
  readonly bucket?: string | undefined
  readonly search?: string | undefined
}

export function customersPage(prepared: Prepared, query: CustomerQuery): { total: number; customers: z.input<typeof CustomerRow>[] } {
  const words = query.search?.trim().toLocaleLowerCase('en') ?? ''
  const found = prepared.customers.filter((customer) =>
    (query.bucket === undefined || customer.bucket === query.bucket) &&
    (words === '' || `${customer.key} ${customer.name}`.toLocaleLowerCase('en').includes(words)))
  return { total: found.length, customers: found.slice(query.from, query.from + query.count).map(customerRow) }
}

function customerRow(customer: CustomerSummary): z.input<typeof CustomerRow> {
  const { key, name, bucket, rows, sites, contacts, errors, warnings } = customer
  return { key, name, bucket, rows: rows.map((place) => place.row), sites, contacts, errors, warnings }
}
