import { expect, test } from 'vitest'
import type { Mapping } from '#core/model/mapping.ts'
import { formatTarget } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import { noReference } from '#core/model/reference.ts'
import type { SavedColumn, SavedMapping } from '#core/model/saved-mapping.ts'
import type { SourceTable } from '#core/model/source.ts'
import { applySaved, type AppliedMapping } from './apply-saved.ts'
import { matchColumns } from './match-columns.ts'

const account = 'customer.customerAccountNumber'
const name = 'customer.customerName'
const email = 'siteContact.contactEmailAddress'

function table(headers: readonly string[], rows: readonly (readonly string[])[] = [], sheet: string | null = null): SourceTable {
  return { file: 'x.csv', sheet, headerRow: 1, headers, rows: rows.map((cells, index) => ({ row: index + 2, cells })) }
}

const column = (header: string, field: string | null, more: Partial<SavedColumn> = {}): SavedColumn => ({ header, target: field === null ? null : { field }, isOpen: false, ...more })

function saved(...tables: readonly (readonly SavedColumn[])[]): SavedMapping {
  return { version: 2, name: 'Ledger', tables: tables.map((columns) => ({ sheet: null, columns })), fixed: { 'site.siteAddress.country': 'GB' } }
}

function apply(mapping: SavedMapping, ...tables: readonly SourceTable[]): AppliedMapping {
  return applySaved(mapping, { tables, proposal: matchColumns(tables), reference: noReference })
}

/** Header, sign and field of each column: `=` taken, `?` asked, `-` left out, ` ` nothing. */
function lines(mapping: Mapping, index = 0): readonly string[] {
  return (mapping.tables[index]?.columns ?? []).map(({ header, target, accepted, confidence }) =>
    `${header} ${accepted ? '=' : target === null ? (confidence === 1 ? '-' : ' ') : '?'} ${target === null ? '' : formatTarget(target)}`.trimEnd())
}

const three = saved([column('Code', account), column('Trading as', name), column('Notes', null)])

test('columns are found by their headers, in any order, without case and spaces', () => {
  const { mapping, drift } = apply(three, table(['NOTES', ' trading  as ', 'Code']))
  expect(lines(mapping)).toEqual(['NOTES -', ` trading  as  = ${name}`, `Code = ${account}`])
  expect(mapping.tables[0]?.columns[1]).toEqual({ column: 1, header: ' trading  as ', target: { field: name }, confidence: 1, accepted: true, reason: 'As in the saved mapping.' })
  expect(drift).toEqual([])
  expect(mapping.fixed).toEqual({ 'site.siteAddress.country': 'GB' })
})

test('a new column is a question even where matching would take it', () => {
  const { mapping, drift } = apply(three, table(['Code', 'Trading as', 'Notes', 'Contact email']))
  expect(lines(mapping).at(-1)).toBe(`Contact email ? ${email}`)
  expect(drift).toEqual([{ kind: 'new-column', table: 0, column: 3, header: 'Contact email' }])
})

test('a new column does not ask for a field that a saved column has', () => {
  const { mapping } = apply(three, table(['Code', 'Trading as', 'Notes', 'Account number']))
  expect(lines(mapping).at(-1)).toBe('Account number')
  expect(mapping.tables[0]?.columns[3]?.reason).toContain('"Code"')
})

test('an empty new column without a header is no news, one with values is', () => {
  const cells = ['A1', 'Jo Ltd', '', '', 'x']
  expect(apply(three, table(['Code', 'Trading as', 'Notes', '', ''], [cells])).drift).toEqual([{ kind: 'new-column', table: 0, column: 4, header: '' }])
})

test('a missing column is named, with the field it filled', () => {
  const { mapping, drift } = apply(three, table(['Code', 'Notes']))
  expect(lines(mapping)).toEqual([`Code = ${account}`, 'Notes -'])
  expect(drift).toEqual([{ kind: 'missing-column', table: 0, header: 'Trading as', target: { field: name } }])
})

test('a column of the same meaning is asked for in place of a missing one', () => {
  const { mapping, drift } = apply(three, table(['Account number', 'Trading as', 'Notes']))
  expect(lines(mapping)[0]).toBe(`Account number ? ${account}`)
  expect(drift).toEqual([{ kind: 'renamed-column', table: 0, column: 0, header: 'Account number', was: 'Code', target: { field: account } }])
})

test('a similar header between the same neighbours is asked for, another header there is not', () => {
  const odd = saved([column('Code', account), column('Zorb value', name), column('Notes', null)])
  expect(apply(odd, table(['Code', 'Zorb val.', 'Notes'])).drift).toMatchObject([{ kind: 'renamed-column', header: 'Zorb val.', was: 'Zorb value' }])
  expect(apply(odd, table(['Code', 'Quux', 'Notes'])).drift.map(({ kind }) => kind)).toEqual(['missing-column', 'new-column'])
  expect(apply(odd, table(['Code', 'Notes', 'Other', 'Zorb val.', 'More'])).drift.map(({ kind }) => kind)).not.toContain('renamed-column')
})

test('what nobody had decided on stays a question', () => {
  const open = saved([column('Code', account), column('Customer name', null, { isOpen: true }), column('Zorb', null, { isOpen: true })])
  expect(lines(apply(open, table(['Code', 'Customer name', 'Zorb'])).mapping)).toEqual([`Code = ${account}`, `Customer name ? ${name}`, 'Zorb'])
})

const ours = 'customerContact.contactEmailAddress'
const doubled = saved([column('Code', account), column('Email', ours), column('Site ref', 'site.siteReference'), column('Email', email)])

test('doubled headers are told apart by the header they stand behind, not by their order', () => {
  expect(lines(apply(doubled, table(['Code', 'Email', 'Site ref', 'Email'])).mapping)).toEqual([`Code = ${account}`, `Email = ${ours}`, 'Site ref = site.siteReference', `Email = ${email}`])
  const swapped = apply(doubled, table(['Site ref', 'Email', 'Code', 'Email']))
  expect(lines(swapped.mapping)).toEqual(['Site ref = site.siteReference', `Email = ${email}`, `Code = ${account}`, `Email = ${ours}`])
  expect(swapped.drift).toEqual([])
})

test('where a neighbour does not tell, and one is gone or moved, each of them is a question', () => {
  const moved = apply(doubled, table(['Email', 'Code', 'Site ref', 'Email']))
  expect(lines(moved.mapping)).toEqual([`Email ? ${ours}`, `Code = ${account}`, 'Site ref = site.siteReference', `Email = ${email}`])
  const same = saved([column('Code', account), column('Email', email), column('Email', ours)])
  expect(lines(apply(same, table(['Code', 'Email', 'Email'])).mapping)).toEqual([`Code = ${account}`, `Email = ${email}`, `Email = ${ours}`])
  const one = apply(same, table(['Code', 'Email']))
  expect(lines(one.mapping)).toEqual([`Code = ${account}`, `Email ? ${email}`])
  expect(one.drift.map(({ kind }) => kind)).toEqual(['missing-column', 'unclear-column'])
})

test('doubled headers that mean nothing are no question', () => {
  const notes = saved([column('Code', account), column('', null, { isOpen: true }), column('', null), column('Name', name)])
  expect(apply(notes, table(['', 'Name', 'Code', ''])).drift).toEqual([])
})

const dated = (dateOrder: 'dmy' | 'mdy'): SavedMapping => saved([column('Code', account), column('Start', 'customer.startDate', { dateOrder })])
const dates = (...texts: readonly string[]): SourceTable => table(['Code', 'Start'], texts.map((text, index) => [`A${index}`, text]))

test('the saved order of dates decides a column that leaves it open', () => {
  const { mapping, drift } = apply(dated('mdy'), dates('03/04/2025'))
  expect(mapping.tables[0]?.columns[1]).toMatchObject({ dateOrder: 'mdy', dateOrderProven: true })
  expect(drift).toEqual([])
})

test('values that prove another order are followed, and the change is named', () => {
  const { mapping, drift } = apply(dated('mdy'), dates('25/04/2025', '03/04/2025'))
  expect(mapping.tables[0]?.columns[1]).toMatchObject({ dateOrder: 'dmy', dateOrderProven: true })
  expect(drift).toEqual([{ kind: 'date-order', table: 0, column: 1, header: 'Start', saved: 'mdy', found: 'dmy' }])
})

test('values that prove both orders leave it open, whatever was saved', () => {
  expect(apply(dated('dmy'), dates('25/04/2025', '04/25/2025')).mapping.tables[0]?.columns[1]).toMatchObject({ dateOrderProven: false })
})

test('plain dates do not change the saved order', () => {
  expect(apply(dated('dmy'), dates('2025-04-25')).drift).toEqual([])
})

const priced = saved([column('Code', account), column('Limit', 'customer.creditThreshold', { decimalSign: 'comma' })])
const prices = (...texts: readonly string[]): SourceTable => table(['Code', 'Limit'], texts.map((text, index) => [`A${index}`, text]))

test('the same holds for the sign before the decimals', () => {
  expect(apply(priced, prices('1,234')).mapping.tables[0]?.columns[1]).toMatchObject({ decimalSign: 'comma', decimalSignProven: true })
  expect(apply(priced, prices('1,234.50')).drift).toEqual([{ kind: 'decimal-sign', table: 0, column: 1, header: 'Limit', saved: 'comma', found: 'point' }])
})

test('texts that the saved table of values does not know are named', () => {
  const typed = saved([column('Code', account), column('Kind', 'customer.customerType', { values: { 'Zorb ltd': 'BUSINESS' } })])
  const { mapping, drift } = apply(typed, table(['Code', 'Kind'], [['A1', ' Zorb ltd '], ['A2', 'Business'], ['A3', 'Gmbh & Quux']]))
  expect(mapping.tables[0]?.columns[1]?.values).toEqual({ 'Zorb ltd': 'BUSINESS' })
  expect(drift).toEqual([{ kind: 'new-values', table: 0, column: 1, header: 'Kind', texts: ['Gmbh & Quux'], count: 1 }])
  const many = Array.from({ length: 12 }, (_, index) => [`A${index}`, `Quux ${String.fromCharCode(97 + index)}`])
  expect(apply(typed, table(['Code', 'Kind'], many)).drift).toMatchObject([{ texts: { length: 10 }, count: 12 }])
})

test('names of a list are judged only where the target has told its list', () => {
  const cycle = saved([column('Code', account), column('Cycle', 'customer.billingCycleId')])
  const source = table(['Code', 'Cycle'], [['A1', 'Monthly 1st'], ['A2', 'Zorbly']])
  const proposal = matchColumns([source])
  expect(applySaved(cycle, { tables: [source], proposal, reference: noReference }).drift).toEqual([])
  const reference: Reference = { existing: null, lists: { 'billing-cycles': [{ id: '601', name: 'Monthly 1st' }] } }
  expect(applySaved(cycle, { tables: [source], proposal, reference }).drift).toMatchObject([{ kind: 'new-values', texts: ['Zorbly'] }])
})

test('tables are found by their headers, not by their order', () => {
  const two = saved([column('Code', account), column('Trading as', name)], [column('Code', account), column('Site ref', 'site.siteReference'), column('Site', 'site.siteName')])
  const { mapping, drift } = apply(two, table(['Code', 'Site ref', 'Site']), table(['Code', 'Trading as']))
  expect([lines(mapping, 0)[2], lines(mapping, 1)[1]]).toEqual(['Site = site.siteName', `Trading as = ${name}`])
  expect(drift).toEqual([])
})

test('a table more is a question as a whole, a table less is named', () => {
  const more = apply(three, table(['Code', 'Trading as', 'Notes']), table(['Account number', 'Email'], [], 'Extra'))
  expect(more.drift).toEqual([{ kind: 'new-table', table: 1, sheet: 'Extra' }])
  expect(more.mapping.tables[1]?.columns.some(({ accepted }) => accepted)).toBe(false)
  expect(apply(saved([column('Code', account)], [column('Ref', 'site.siteReference')]), table(['Code'])).drift).toEqual([{ kind: 'missing-table', sheet: null }])
})

test('tables with the same headers and other meanings are told apart by the sheet, or not at all', () => {
  const [one, two] = [[column('Email', email)], [column('Email', 'customerContact.contactEmailAddress')]]
  const named: SavedMapping = { ...saved(), tables: [{ sheet: 'Sites', columns: one }, { sheet: 'Head office', columns: two }] }
  expect(lines(apply(named, table(['Email'], [], 'Head office'), table(['Email'], [], 'Sites')).mapping, 0)).toEqual(['Email = customerContact.contactEmailAddress'])
  const unnamed = apply(named, table(['Email'], [], 'A'), table(['Email'], [], 'B'))
  expect(unnamed.mapping.tables.flatMap(({ columns }) => columns).some(({ accepted }) => accepted)).toBe(false)
})

test('three files of one kind take the mapping of one, and one takes that of three', () => {
  const one = table(['Code', 'Trading as', 'Notes'])
  const three_ = apply(three, one, one, table(['Notes', 'Code', 'Trading as']))
  expect([three_.drift, lines(three_.mapping, 2)]).toEqual([[], ['Notes -', `Code = ${account}`, `Trading as = ${name}`]])
  const columns = three.tables[0]?.columns ?? []
  expect(apply(saved(columns, columns), one).drift).toEqual([])
})
