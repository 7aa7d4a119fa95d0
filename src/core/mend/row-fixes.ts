import type { CellText, Fix, Mended, Unfit } from '../model/fix.ts'
import type { Issue } from '../model/issue.ts'
import type { SourceRow } from '../model/source.ts'
import type { TextFix } from './text-fixes.ts'

/** Fixes that look at the other rows of the customer. */
export type RowFix = Exclude<Fix, TextFix>

/** A row as it stands after the operator's edits. */
export interface StandingRow extends Pick<SourceRow, 'row' | 'cells'> {
  readonly table: number
}

/** An issue with what a fix may look at. */
export interface Subject {
  readonly issue: Issue
  /** All rows of its customer, in file order, without those that were left out. */
  readonly rows: readonly StandingRow[]
  /** The row that stands directly above the issue's, whosever it is. */
  readonly above: StandingRow | null
  /** The one column of a table that fills a field; undefined when none or several do. */
  readonly columnOf: (table: number, field: string) => number | undefined
  /** All columns of a table that fill fields under a path. */
  readonly columnsUnder: (table: number, prefix: string) => readonly number[]
}

const account = 'customer.customerAccountNumber'
const reference = 'site.siteReference'
const pointer = 'site.invoiceSite'
const details = 'site.siteInvoiceDetails.'
const email = 'siteContact.contactEmailAddress'

export function fixRows(fix: RowFix, subject: Subject): Mended {
  switch (fix.kind) {
    case 'take-other': return takeOther(subject)
    case 'take-parent': return takeParent(subject)
    case 'mark-first-contact': return atIssue(subject, subject.issue.code === 'two-invoice-contacts' ? 'No' : 'Yes')
    case 'invoice-by-email': return invoiceByEmail(subject)
    case 'receive-here': return receiveHere(subject)
    case 'receive-there': return receiveThere(subject)
    case 'leave-out': return leaveOut(subject, fix.what)
  }
}

const unfit = (why: Unfit): Mended => ({ kind: 'unfit', why })

/** Only cells that change; none is no mend. */
export function write(subject: Subject, cells: readonly CellText[]): Mended {
  const changing = cells.filter(({ place, text }) => textAt(rowAt(subject, place), place.column) !== text)
  return changing.length === 0 ? unfit('no-change') : { kind: 'cells', cells: changing }
}

export function textAt(row: StandingRow | undefined, column: number | undefined): string {
  return column === undefined ? '' : (row?.cells[column] ?? '')
}

export function rowAt({ rows }: Subject, place: { readonly table: number; readonly row: number }): StandingRow | undefined {
  return rows.find(({ table, row }) => table === place.table && row === place.row)
}

function atIssue(subject: Subject, text: string): Mended {
  const { place } = subject.issue
  if (place?.column === undefined) return unfit('no-cell')
  return write(subject, [{ place: { table: place.table, row: place.row, column: place.column }, text }])
}

/** The text of a field in a row; '' where the table has no one column for it. */
function fieldText(subject: Subject, row: StandingRow, field: string): string {
  return textAt(row, subject.columnOf(row.table, field)).trim()
}

function takeOther(subject: Subject): Mended {
  if (subject.issue.code === 'similar-key') return takeFirstKey(subject)
  const { related: [other], field } = subject.issue
  const row = other === undefined ? undefined : rowAt(subject, other)
  if (other === undefined || row === undefined || field === null) return unfit('no-source')
  const text = textAt(row, 'column' in other ? other.column : subject.columnOf(row.table, field))
  return text.trim() === '' ? unfit('no-source') : atIssue(subject, text)
}

/** Of two keys that look alike each names the other: the one that stands first stays. */
function takeFirstKey(subject: Subject): Mended {
  const { place, related: [other], params } = subject.issue
  const isFirst = place === null || other === undefined || other.table > place.table || (other.table === place.table && other.row > place.row)
  return isFirst ? unfit('no-change') : atIssue(subject, String(params['other'] ?? ''))
}

/** What stands for a field one level up, where people leave it empty because it is the same. */
const parents: Readonly<Record<string, string>> = {
  'site.startDate': 'customer.startDate', 'site.endDate': 'customer.endDate', 'site.siteName': 'customer.customerName', 'siteContact.contactName': 'customer.customerName',
  'customerContact.contactName': 'customer.customerName', 'customer.contractTermStartDate': 'customer.startDate',
}

function takeParent(subject: Subject): Mended {
  const { issue: { field, place }, above } = subject
  if (field === null || place === null) return unfit('no-cell')
  if (field === account) {
    const text = above === null ? '' : fieldText(subject, above, account)
    return text === '' ? unfit('no-source') : atIssue(subject, text)
  }
  const others = subject.rows.filter((row) => row.row !== place.row || row.table !== place.table)
  const here = rowAt(subject, place)
  const parent = parents[field]
  // Contacts are persons of their own: what another one has says nothing of this one.
  const same = field.includes('ontact.') ? [] : others.map((row) => fieldText(subject, row, field))
  const up = parent === undefined ? [] : [...(here === undefined ? [] : [here]), ...others].map((row) => fieldText(subject, row, parent))
  const text = [...same, ...up].find((found) => found !== '')
  return text === undefined ? unfit('no-source') : atIssue(subject, text)
}

function invoiceByEmail(subject: Subject): Mended {
  const { place } = subject.issue
  const row = place === null ? undefined : rowAt(subject, place)
  if (row === undefined || fieldText(subject, row, email) === '') return unfit('no-email')
  return atIssue(subject, 'EMAIL')
}

/** The rows of the issue's site; where it has no reference, the issue's own. */
function siteRows(subject: Subject): readonly StandingRow[] {
  const { site, place } = subject.issue
  if (site !== null && site !== '') return subject.rows.filter((row) => fieldText(subject, row, reference) === site)
  const own = place === null ? undefined : rowAt(subject, place)
  return own === undefined ? [] : [own]
}

function receiveHere(subject: Subject): Mended {
  const cells = siteRows(subject).flatMap((row) => [pointer, 'site.siteIdReceivingInvoice'].flatMap((field) => {
    const column = subject.columnOf(row.table, field)
    return column === undefined ? [] : [{ place: { table: row.table, row: row.row, column }, text: '' }]
  }))
  return cells.length === 0 ? unfit('no-cell') : write(subject, cells.filter(({ place }) => textAt(rowAt(subject, place), place.column).trim() !== ''))
}

function receiveThere(subject: Subject): Mended {
  const own = siteRows(subject)
  const site = own[0] === undefined ? '' : fieldText(subject, own[0], reference)
  const receiving = subject.rows.find((row) => fieldText(subject, row, reference) !== '' && fieldText(subject, row, reference) !== site
    && subject.columnsUnder(row.table, details).some((column) => textAt(row, column).trim() !== ''))
  if (receiving === undefined) return unfit('no-receiving-site')
  const text = fieldText(subject, receiving, reference)
  const cells = own.flatMap((row) => {
    const column = subject.columnOf(row.table, pointer)
    return column === undefined ? [] : [{ place: { table: row.table, row: row.row, column }, text }]
  })
  return cells.length === 0 ? unfit('no-cell') : write(subject, cells)
}

function leaveOut(subject: Subject, what: 'rows' | 'customers'): Mended {
  const { place } = subject.issue
  if (place === null) return unfit('no-cell')
  const rows = what === 'rows' ? subject.rows.filter(({ table, row }) => table === place.table && row === place.row) : subject.rows
  return rows.length === 0 ? unfit('no-change') : { kind: 'rows', rows: rows.map(({ table, row }) => ({ table, row })) }
}
