import type { z } from 'zod'
import type { Issue } from '#core/model/issue.ts'
import type { CustomerSummary } from '#core/model/prepared.ts'
import type { Source } from '#core/model/source.ts'
import type { CustomerRow, IssueView, ReviewView } from '#shared/ipc/schemas.ts'
import { describeIssue } from '#shared/wording/describe-issue.ts'
import { issueMessage, issueTitle } from '#shared/wording/issue-text.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Session } from '../session/session.ts'
import { nextSteps } from './history-view.ts'
import { recipeView } from './recipe-view.ts'

const severityOrder = { error: 0, warning: 1, info: 2 } as const

export function reviewView(session: Session, prepared: PreparedFile): z.input<typeof ReviewView> {
  const { undo, redo } = nextSteps(session)
  return {
    undo, redo, recipe: recipeView(session),
    counts: { ...prepared.counts, rowsByBucket: { ...prepared.counts.rowsByBucket } },
    groups: prepared.groups
      .map(({ code, severity, count, example }) => ({ code, severity, title: issueTitle(code), count, example: issueMessage(example) }))
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
  readonly cause?: string | undefined
}

export function issuesPage(prepared: PreparedFile, source: Source, query: IssueQuery): { total: number; issues: z.input<typeof IssueView>[] } {
  const { total, issues } = prepared.issues(query, query.from, query.count)
  return { total, issues: issues.map((issue) => issueView(issue, source)) }
}

export interface CustomerQuery {
  readonly from: number
  readonly count: number
  readonly bucket?: string | undefined
  readonly search?: string | undefined
}

export function customersPage(prepared: PreparedFile, query: CustomerQuery): { total: number; customers: z.input<typeof CustomerRow>[] } {
  const { total, customers } = prepared.customers(query, query.from, query.count)
  return { total, customers: customers.map(customerRow) }
}

function customerRow(customer: CustomerSummary): z.input<typeof CustomerRow> {
  const { key, name, bucket, rows, sites, contacts, errors, warnings } = customer
  return { key, name, bucket, rows: rows.map((place) => place.row), sites, contacts, errors, warnings }
}
