// A reason to refuse a body. All of one body are collected; the most telling status wins, and its messages are joined.
import { type Answer, refuse } from './answer.ts'

export type Problem = { readonly status: 400 | 403 | 404 | 409; readonly message: string }

export const invalid = (path: string, message: string): Problem => ({ status: 400, message: `${path}: ${message}` })
export const unknown = (path: string, what: string, id: number | bigint): Problem => ({ status: 404, message: `${path}: ${what} ${id} not found` })

const MAX_MESSAGES = 20
/** A malformed body is told before a missing reference, and both before a conflict. */
const ORDER = [400, 403, 404, 409] as const

export function refuseFor(problems: readonly Problem[]): Answer | null {
  const status = ORDER.find((candidate) => problems.some((problem) => problem.status === candidate))
  if (status === undefined) return null
  const messages = problems.filter((problem) => problem.status === status).map((problem) => problem.message)
  return refuse(status, messages.slice(0, MAX_MESSAGES).join('; '))
}

type SchemaIssue = { readonly path: readonly PropertyKey[]; readonly message: string }

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '')

export const schemaProblems = (issues: readonly SchemaIssue[]): readonly Problem[] =>
  issues.map((issue) => invalid(pathText(issue.path) || 'body', issue.message))
