import type { Fix, Mended } from '../model/fix.ts'
import { fixRows, rowAt, textAt, write, type Subject } from './row-fixes.ts'
import { fixText } from './text-fixes.ts'

/** What a fix does about one issue: new texts for cells, rows to leave out, or why it can do nothing. Changes nothing by itself. */
export function mendIssue(fix: Fix, subject: Subject): Mended {
  switch (fix.kind) {
    case 'tidy': case 'change-case': case 'pad-zeros': case 'shorten': case 'swap-day-month': case 'set': case 'clear': {
      const { place } = subject.issue
      if (place?.column === undefined) return { kind: 'unfit', why: 'no-cell' }
      const at = { table: place.table, row: place.row, column: place.column }
      const text = fixText(fix, textAt(rowAt(subject, at), at.column), subject.issue)
      return text === null ? { kind: 'unfit', why: 'not-like-this' } : write(subject, [{ place: at, text }])
    }
    case 'take-other': case 'take-parent': case 'mark-first-contact': case 'invoice-by-email': case 'receive-here': case 'receive-there': case 'leave-out':
      return fixRows(fix, subject)
  }
}
