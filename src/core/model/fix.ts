import type { IssueCode, Severity } from './issue.ts'
import type { CellPlace, RowPlace } from './place.ts'

/**
 * What many issues have in common: the rule, the column and the look of the value. One decision mends them all, so the window shows
 * causes and not cells.
 */
export interface Cause {
  readonly code: IssueCode
  readonly severity: Severity
  /** Index into `Source.tables`; -1 for the file as a whole. */
  readonly table: number
  /** -1 where no one cell is named. */
  readonly column: number
  readonly field: string | null
  /** The look of the values, or what they probably mean; '' where the rule and the column say all. See `mend/cause.ts`. */
  readonly pattern: string
}

/**
 * A way to mend every issue of a cause. A plain value: it is shown, kept in the history, saved with a mapping and applied again to
 * the next file. What it does to a cell is decided by `mend/` alone.
 */
export type Fix =
  /** White space and invisible characters; in an email address or a number also what surely is no part of it. */
  | { readonly kind: 'tidy' }
  | { readonly kind: 'change-case'; readonly to: 'upper' | 'lower' | 'title' }
  | { readonly kind: 'pad-zeros'; readonly length: number }
  | { readonly kind: 'shorten'; readonly length: number }
  | { readonly kind: 'swap-day-month' }
  /** This text in every cell: one for a value that is written wrongly, or a constant. */
  | { readonly kind: 'set'; readonly text: string }
  | { readonly kind: 'clear' }
  /** Rows that disagree: what the first of them says. */
  | { readonly kind: 'take-other' }
  /** From the same field of another row of the customer, else from what stands for it one level up. */
  | { readonly kind: 'take-parent' }
  /** One marked contact for each site: the first. */
  | { readonly kind: 'mark-first-contact' }
  /** Where the contact has an email address. */
  | { readonly kind: 'invoice-by-email' }
  /** The site gets its invoices itself: it names no other one. */
  | { readonly kind: 'receive-here' }
  /** The site names the first one of its customer that has invoice details. */
  | { readonly kind: 'receive-there' }
  | { readonly kind: 'leave-out'; readonly what: 'rows' | 'customers' }

/** A fix as it is saved: for which cause, by what does not depend on the place of a column. */
export interface SavedFix {
  readonly code: IssueCode
  readonly field: string | null
  readonly pattern: string
  readonly fix: Fix
}

/** A new text for a cell. */
export interface CellText {
  readonly place: CellPlace
  readonly text: string
}

/**
 * Why a fix can do nothing about an issue. `no-cell`: no single cell of the file holds the value. `no-change`: the cell says so
 * already. `no-source`: there is no value to take. `no-email`, `no-receiving-site`, `no-reference`: what it needs is missing.
 * `not-like-this`: the text has another look.
 */
export type Unfit = 'no-cell' | 'no-change' | 'no-source' | 'no-email' | 'no-receiving-site' | 'no-reference' | 'not-like-this'

/** What a fix does about one issue. */
export type Mended =
  | { readonly kind: 'cells'; readonly cells: readonly CellText[] }
  | { readonly kind: 'rows'; readonly rows: readonly RowPlace[] }
  | { readonly kind: 'unfit'; readonly why: Unfit }
