import type { IssueGroup, Severity } from '../../app/views.ts'

/** One kind of problem: a rule may be an error in one place and a warning in another. Null: all kinds. */
export type IssueKind = Pick<IssueGroup, 'code' | 'severity'> | null

/** The kind as the key of a list and a part of a page's name. */
export function keyOf(kind: IssueKind): string {
  return kind === null ? 'all' : `${kind.severity} ${kind.code}`
}

/** The kind as the engine's filter. */
export function filterOf(kind: IssueKind): { readonly code?: string; readonly severity?: Severity } {
  return kind === null ? {} : { code: kind.code, severity: kind.severity }
}
