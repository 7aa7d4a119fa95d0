// Causes, fixes and steps in words, for the window and the command line alike.
import type { Cause, Fix, SavedFix, Unfit } from '#core/model/fix.ts'
import type { HistoryStep } from '#core/model/history.ts'
import type { IssueCode } from '#core/model/issue.ts'
import { fieldLabel, quote } from './issues/facts.ts'
import { issueTitle } from './issue-text.ts'

/** What a fix does, as a button says it. */
export function fixLabel(fix: Fix, code: IssueCode): string {
  switch (fix.kind) {
    case 'tidy': return 'Remove stray spaces and characters'
    case 'change-case': return { upper: 'Write in capitals', lower: 'Write in small letters', title: 'Write With Capitals At The Start' }[fix.to]
    case 'pad-zeros': return `Fill up with zeros to ${fix.length} digits`
    case 'shorten': return `Cut off after ${fix.length} characters`
    case 'swap-day-month': return 'Swap day and month'
    case 'set': return fix.text.trim() === '' ? 'Empty the cells' : `Write ${quote(fix.text)} instead`
    case 'clear': return 'Empty the cells'
    case 'take-other': return code === 'similar-key' ? 'Write them like the first one' : 'Use what the first row says'
    case 'take-parent': return 'Take it from the row it belongs to'
    case 'mark-first-contact': return 'Make the first contact the invoice contact'
    case 'invoice-by-email': return 'Send invoices by email where there is an address'
    case 'receive-here': return 'Let these sites receive their own invoices'
    case 'receive-there': return 'Send invoices to the site of the customer that receives them'
    case 'leave-out': return fix.what === 'rows' ? 'Leave these rows out' : 'Leave these customers out'
  }
}

const unfitTexts: Readonly<Record<Unfit, string>> = {
  'no-cell': 'no single cell of the file holds the value',
  'no-change': 'the cell says so already',
  'no-source': 'there is no value to take',
  'no-email': 'the contact has no email address',
  'no-receiving-site': 'no other site of the customer has invoice details',
  'no-reference': 'the site has no reference',
  'not-like-this': 'the text has another form',
}

export function unfitText(why: Unfit): string {
  return unfitTexts[why]
}

/** The column as people see it, or else the field. */
export function causePlace({ field, column }: Cause, header: string | undefined): string {
  if (column >= 0 && header !== undefined && header.trim() !== '') return header.trim()
  return field === null ? '' : fieldLabel(field)
}

/** What the values of a cause have in common. */
export function causeLooks({ code, pattern }: Cause): string {
  if (pattern === '') return ''
  if (pattern.startsWith('→ ')) return `probably ${quote(pattern.slice(2))}`
  if (code === 'bad-email') return pattern
  if (code === 'odd-character') return pattern
  if (pattern.endsWith(' ⇄')) return `written ${pattern.slice(0, -2)}, day and month the other way round`
  return lookCodes.has(code) ? `written ${pattern}` : quote(pattern)
}

const lookCodes: ReadonlySet<IssueCode> = new Set<IssueCode>(['odd-sort-code', 'odd-account-number', 'odd-postcode', 'not-a-date'])

const count = (number: number, one: string): string => `${number.toLocaleString('en-GB')} ${one}${number === 1 ? '' : 's'}`

/** A fix of a saved mapping, and the problems that it is for. */
export function savedFixText({ fix, code, field }: SavedFix): { readonly label: string; readonly about: string } {
  return { label: fixLabel(fix, code), about: `${issueTitle(code)}${field === null ? '' : ` · ${fieldLabel(field)}`}` }
}

/** A step in the list of what was done: what, and to what. */
export function stepText({ step, cells, rows }: Pick<HistoryStep, 'step' | 'cells' | 'rows'>): { readonly label: string; readonly about: string } {
  switch (step.kind) {
    case 'edit': return { label: `Edited ${count(cells, 'cell')}`, about: '' }
    case 'restore': return { label: `Restored ${count(cells, 'cell')}`, about: 'as the file says' }
    case 'paste': return { label: `Pasted ${count(cells, 'cell')}`, about: '' }
    case 'empty': return { label: `Emptied ${count(cells, 'cell')}`, about: '' }
    case 'fill': return { label: `Wrote ${quote(step.text)} in ${count(cells, 'cell')}`, about: '' }
    case 'leave-out': return { label: `Left out ${count(rows, 'row')}`, about: '' }
    case 'take-in': return { label: `Took in ${count(rows, 'row')} again`, about: '' }
    case 'fix': {
      const { cause, fix, fitted, left, recipe } = step
      const where = cause.field === null ? '' : ` in ${fieldLabel(cause.field)}`
      const rest = left === 0 ? '' : `, ${left.toLocaleString('en-GB')} left`
      return { label: fixLabel(fix, cause.code), about: `For “${issueTitle(cause.code)}”${where}: ${count(fitted, 'problem')} mended${rest}${recipe ? ' · from the saved mapping' : ''}` }
    }
  }
}
