// Which issues have the same cause. The key is text, so that a table of a database can hold it and count by it.
import { issueCodes, type Issue, type IssueCode, type Severity } from '../model/issue.ts'
import type { Cause, SavedFix } from '../model/fix.ts'
import { swapDayMonth } from './day-month.ts'
import { textShape } from './text-shape.ts'

/** Texts that a list or a table of words does not know: each is a cause of its own, or all that probably mean the same. */
const ofWords: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'not-in-list', 'bad-country', 'not-yes-or-no', 'unknown-reference', 'not-a-whole-number', 'not-a-number', 'invoice-site-unknown', 'cell-error', 'formula-value',
])
/** Texts with a wrong look. */
const ofLook: ReadonlySet<IssueCode> = new Set<IssueCode>(['odd-sort-code', 'odd-account-number', 'odd-postcode', 'not-a-date'])

const longestWord = 80

export function causeKey(issue: Issue): string {
  const { code, severity, place, field } = issue
  return JSON.stringify([code, severity, place?.table ?? -1, place?.column ?? -1, field, patternOf(issue)])
}

/** What `causeKey` made; null for another text. */
export function readCause(key: string): Cause | null {
  const parts = readParts(key)
  if (parts === null) return null
  const [code, severity, table, column, field, pattern] = parts
  const isKnown = issueCodes.some((known) => known === code) && ['error', 'warning', 'info'].includes(String(severity))
  if (!isKnown || typeof table !== 'number' || typeof column !== 'number' || typeof pattern !== 'string') return null
  if (field !== null && typeof field !== 'string') return null
  return { code: code as IssueCode, severity: severity as Severity, table, column, field, pattern }
}

function readParts(key: string): readonly unknown[] | null {
  try {
    const parts: unknown = JSON.parse(key)
    return Array.isArray(parts) && parts.length === 6 ? parts : null
  } catch {
    return null
  }
}

/** Whether a saved fix is for this cause: columns may have moved, and what was a warning may be an error now. */
export function isFor({ code, field, pattern }: SavedFix, cause: Cause): boolean {
  return code === cause.code && field === cause.field && pattern === cause.pattern
}

function patternOf({ code, value, params }: Issue): string {
  if (value === null || value.trim() === '') return ''
  if (ofWords.has(code)) {
    const { proposed } = params
    return proposed === undefined ? value.trim().replace(/\s+/gu, ' ').toLowerCase().slice(0, longestWord) : `→ ${proposed}`
  }
  if (code === 'bad-email') return emailDefect(value.trim())
  if (!ofLook.has(code)) return code === 'odd-character' ? String(params['list'] ?? '') : ''
  const isSwapped = code === 'not-a-date' && swapDayMonth(value, String(params['order'] ?? 'dmy')) !== null
  return `${textShape(value)}${isSwapped ? ' ⇄' : ''}`
}

/** What an address has wrong at first sight: people make few kinds of mistakes with them. */
function emailDefect(text: string): string {
  const count = text.split('@').length - 1
  if (count === 0) return 'no @'
  if (count > 1) return /[;,\s/]/.test(text) ? 'several addresses' : 'several @'
  if (/\s/u.test(text)) return 'white space'
  if (/[,;]/.test(text)) return 'comma'
  return /@[^.]*$/.test(text) ? 'no domain' : 'other'
}
