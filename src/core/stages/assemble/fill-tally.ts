// What one table shows about rows without an account number: do they continue the rows above them, and how sure is that?
import type { SourceRow } from '#core/model/source.ts'
import type { FillRule } from './fill-rules.ts'

/**
 * Why it is not sure. `first-row`: the first row has nothing above it. `repeated-keys`: other rows of the same kind repeat their
 * account number. `gap`: some stand below a blank or hidden row. `sorted`: all stand together at the end. `last-row`: there is one
 * only, the last, as a note would be. `bare`: the rows above have no cells of a customer or site that these could have left empty.
 */
export type FillDoubt = 'first-row' | 'repeated-keys' | 'gap' | 'sorted' | 'last-row' | 'bare'

/** What became of the rows of one table without an account number. */
export interface TableFill {
  /** Rows that were taken for rows of the customer above them. */
  readonly continued: number
  /** The first of them, as the spreadsheet counts; 0 when there is none. */
  readonly firstRow: number
  /** Null when it is sure, or the operator has said so. */
  readonly doubt: FillDoubt | null
  /** Rows without an account number that stand for themselves, though a customer stands above them. */
  readonly loose: number
  /** Rows that repeat the account number and leave customer and site empty: their contacts are the customer's. */
  readonly siteless: number
  readonly decided: boolean
}

export interface FillTally {
  /** `repeats`: the account number stands in an earlier row of this table. */
  readonly keyed: (row: SourceRow, repeats: boolean) => void
  readonly keyless: (row: SourceRow, hasAbove: boolean) => 'continues' | 'stands-alone' | 'says-nothing'
  readonly finish: () => TableFill
}

export type RowKind = 'customer' | 'site' | 'contact'

interface Seen {
  readonly continued: { site: number; contact: number }
  readonly repeated: Record<RowKind, number>
  firstRow: number
  loose: number
  /** Account numbers that stand in the table for the first time. */
  firsts: number
  /** How often such rows follow others, and whether the last row is one. */
  runs: number
  isRun: boolean
  lastRow: number
  beginsBelow: boolean
  gap: boolean
  bare: boolean
  /** Whether what stands above has cells of its own: of its customer, of a site. */
  describesCustomer: boolean
  describesSite: boolean
}

export function newFillTally(rule: FillRule): FillTally {
  const { mode } = rule
  const seen: Seen = {
    continued: { site: 0, contact: 0 }, repeated: { customer: 0, site: 0, contact: 0 }, firstRow: 0, loose: 0, firsts: 0, runs: 0, isRun: false, lastRow: 0,
    beginsBelow: false, gap: false, bare: false, describesCustomer: false, describesSite: false,
  }
  return {
    keyed: (row, repeats) => {
      if (mode === 'off') return
      // Once customers' cells are repeated, nothing more is to be learnt; and most tables repeat them.
      if (!repeats || seen.repeated.customer === 0) {
        const kind = kindOfRow(rule, row)
        if (repeats) seen.repeated[kind]++
        else seen.firsts++
        seen.describesCustomer = kind === 'customer' || (repeats && seen.describesCustomer)
        seen.describesSite = kind !== 'contact' && hasSite(rule, row)
      }
      seen.isRun = false
      seen.lastRow = row.row
    },
    keyless: (row, hasAbove) => {
      if (mode === 'off') return 'stands-alone'
      const kind = kindOfRow(rule, row)
      // A line, a note or a total: no row below belongs to it, and one that follows it directly is in doubt.
      if (kind !== 'customer' && !hasText(row, rule.site) && !hasText(row, rule.contacts)) return 'says-nothing'
      const hasParents = mode === 'on' || rule.customer.length > 0 || (kind === 'contact' && rule.site.length > 0)
      const continues = kind !== 'customer' && hasAbove && hasParents
      if (continues) noteContinued(seen, kind, row)
      else noteAlone(seen, kind, { hasAbove, rule, row })
      seen.isRun = continues
      seen.lastRow = row.row
      return continues ? 'continues' : 'stands-alone'
    },
    finish: () => conclude(seen, rule),
  }
}

function noteContinued(seen: Seen, kind: 'site' | 'contact', { row }: SourceRow): void {
  seen.continued[kind]++
  if (seen.firstRow === 0) seen.firstRow = row
  if (row !== seen.lastRow + 1) seen.gap = true
  if (!seen.describesCustomer && !(kind === 'contact' && seen.describesSite)) seen.bare = true
  if (!seen.isRun) seen.runs++
  if (kind === 'site') seen.describesSite = true
}

function noteAlone(seen: Seen, kind: RowKind, { hasAbove, rule, row }: { readonly hasAbove: boolean; readonly rule: FillRule; readonly row: SourceRow }): void {
  if (kind !== 'customer' && hasAbove) seen.loose++
  if (kind !== 'customer' && !hasAbove && rule.customer.length > 0) seen.beginsBelow = true
  seen.describesCustomer = kind === 'customer'
  seen.describesSite = hasSite(rule, row)
}

function conclude(seen: Seen, { mode, site }: FillRule): TableFill {
  const { continued, repeated, firstRow } = seen
  const all = continued.site + continued.contact
  const detects = mode === 'detect'
  return {
    continued: all, firstRow, doubt: detects && all > 0 ? doubtOf(seen, all) : null, loose: detects ? seen.loose : 0,
    siteless: detects && site.length > 0 ? repeated.contact : 0, decided: mode === 'on',
  }
}

function doubtOf({ continued, repeated, beginsBelow, gap, bare, isRun, runs, firsts }: Seen, all: number): FillDoubt | null {
  if (beginsBelow) return 'first-row'
  if (repeated.customer > 0 || (repeated.site > 0 && continued.site > 0) || (repeated.contact > 0 && continued.contact > 0)) return 'repeated-keys'
  if (gap) return 'gap'
  if (isRun && runs === 1 && firsts > 2) return all > 1 ? 'sorted' : 'last-row'
  return bare ? 'bare' : null
}

/** The highest thing that the row describes: a row of a customer, of a site or of a contact. */
export function kindOfRow(rule: FillRule, row: SourceRow): RowKind {
  if (hasText(row, rule.customer)) return 'customer'
  return hasSite(rule, row) ? 'site' : 'contact'
}

function hasSite(rule: FillRule, row: SourceRow): boolean {
  return hasText(row, rule.references) || hasText(row, rule.site)
}

function hasText({ cells }: SourceRow, columns: readonly number[]): boolean {
  for (const column of columns) {
    const text = cells[column]
    if (text !== undefined && text !== '' && text.trim() !== '') return true
  }
  return false
}
