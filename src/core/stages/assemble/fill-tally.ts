// What one table shows about rows without an account number: do they continue the rows above them, and how sure is that?
import type { SourceRow } from '#core/model/source.ts'
import type { FillRule } from './fill-rules.ts'

/**
 * Why it is not sure. `first-row`: the first row has nothing above it. `repeated-keys`: other rows of the same kind repeat their
 * account number. `gap`: some stand below a blank or hidden row. `sorted`: all stand together at the end. `bare`: the rows above
 * have no cells of a customer or site that these could have left empty.
 */
export type FillDoubt = 'first-row' | 'repeated-keys' | 'gap' | 'sorted' | 'bare'

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
  readonly keyless: (row: SourceRow, hasAbove: boolean) => 'continues' | 'stands-alone'
  readonly finish: () => TableFill
}

type RowKind = 'customer' | 'site' | 'contact'

export function newFillTally(rule: FillRule): FillTally {
  const { mode } = rule
  const continued = { site: 0, contact: 0 }
  const repeated = { customer: 0, site: 0, contact: 0 }
  let [firstRow, loose, firsts, runs, lastRow] = [0, 0, 0, 0, 0]
  let [beginsBelow, gap, bare, isRun] = [false, false, false, false]
  // Whether what stands above has cells of its own: of its customer, of a site.
  let [describesCustomer, describesSite] = [false, false]
  const pass = (row: SourceRow, continues: boolean): void => {
    isRun = continues
    lastRow = row.row
  }
  const keep = (row: SourceRow, kind: 'site' | 'contact', below: boolean): 'continues' => {
    continued[kind]++
    if (firstRow === 0) firstRow = row.row
    if (below) gap = true
    if (!describesCustomer && !(kind === 'contact' && describesSite)) bare = true
    if (!isRun) runs++
    if (kind === 'site') describesSite = true
    pass(row, true)
    return 'continues'
  }
  const standAlone = (row: SourceRow, kind: RowKind, hasAbove: boolean): 'stands-alone' => {
    if (kind !== 'customer' && hasAbove) loose++
    if (kind !== 'customer' && !hasAbove && rule.customer.length > 0) beginsBelow = true
    describesCustomer = kind === 'customer'
    describesSite = hasSite(rule, row)
    pass(row, false)
    return 'stands-alone'
  }
  return {
    keyed: (row, repeats) => {
      if (mode === 'off') return
      // Once customers' cells are repeated, nothing more is to be learnt; and most tables repeat them.
      if (!repeats || repeated.customer === 0) {
        const kind = kindOf(rule, row)
        if (repeats) repeated[kind]++
        else firsts++
        describesCustomer = kind === 'customer' || (repeats && describesCustomer)
        describesSite = kind !== 'contact' && hasSite(rule, row)
      }
      pass(row, false)
    },
    keyless: (row, hasAbove) => {
      if (mode === 'off') return 'stands-alone'
      const kind = kindOf(rule, row)
      const below = row.row !== lastRow + 1
      if (kind === 'customer' || !hasAbove) return standAlone(row, kind, hasAbove)
      if (mode === 'on') return keep(row, kind, false)
      const hasParents = rule.customer.length > 0 || (kind === 'contact' && rule.site.length > 0)
      return hasParents ? keep(row, kind, below) : standAlone(row, kind, hasAbove)
    },
    finish: () => {
      const all = continued.site + continued.contact
      const repeats = repeated.customer > 0 || (repeated.site > 0 && continued.site > 0) || (repeated.contact > 0 && continued.contact > 0)
      const isSorted = isRun && runs === 1 && firsts > 2 && all > 1
      const doubts: readonly (readonly [FillDoubt, boolean])[] = [['first-row', beginsBelow], ['repeated-keys', repeats], ['gap', gap], ['sorted', isSorted], ['bare', bare]]
      const doubt = mode === 'detect' && all > 0 ? doubts.find(([, holds]) => holds)?.[0] ?? null : null
      const siteless = mode === 'detect' && rule.site.length > 0 ? repeated.contact : 0
      return { continued: all, firstRow, doubt, loose: mode === 'detect' ? loose : 0, siteless, decided: mode === 'on' }
    },
  }
}

/** The highest thing that the row describes: a row of a customer, of a site or of a contact. */
function kindOf(rule: FillRule, row: SourceRow): RowKind {
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
