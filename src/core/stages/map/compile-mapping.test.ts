import { expect, test } from 'vitest'
import { ExactNumber } from '#core/model/json.ts'
import type { MappedRow } from '#core/model/mapped-row.ts'
import type { ColumnMatch, Mapping } from '#core/model/mapping.ts'
import { parseTarget } from '#core/model/mapping.ts'
import { noReference } from '#core/model/reference.ts'
import type { Source, SourceRow } from '#core/model/source.ts'
import { compileMapping } from './index.ts'

interface Given {
  readonly targets: readonly (string | null)[]
  readonly rows: readonly (readonly string[])[]
  readonly fixed?: Mapping['fixed']
  readonly edits?: Readonly<Record<string, string>>
  readonly match?: Partial<ColumnMatch>
  readonly reference?: Parameters<typeof compileMapping>[2]['reference']
}

function compile({ targets, rows, fixed = {}, edits = {}, match = {}, reference = noReference }: Given): { reader: ReturnType<typeof compileMapping>; rows: readonly SourceRow[] } {
  const headers = targets.map((_, column) => `Column ${column}`)
  const sourceRows = rows.map((cells, at) => ({ row: at + 2, cells }))
  const source: Source = {
    file: 'x.csv', sizeBytes: 0, sha256: '', issues: [], files: [], questions: [], tables: [{ file: 'x.csv', sheet: null, headerRow: 1, headers, rows: sourceRows }],
  }
  const columns = targets.map((text, column): ColumnMatch => {
    const target = text === null ? null : parseTarget(text)
    return { column, header: headers[column] ?? '', target, confidence: 1, accepted: target !== null, reason: '', ...match }
  })
  return { reader: compileMapping({ version: 1, tables: [{ sheet: null, columns }], fixed }, source, { reference, edits: new Map(Object.entries(edits)) }), rows: sourceRows }
}

function first(given: Given): MappedRow {
  const { reader, rows } = compile(given)
  return reader.read(rows[0] ?? { row: 2, cells: [] }, 0)
}

test('a cell is converted and remembers its text and its place', () => {
  expect(first({ targets: [null, 'site.siteName'], rows: [['x', '  Head office ']] }).cells).toMatchObject([
    { target: { field: 'site.siteName' }, entry: { path: 'site.siteName' }, place: { table: 0, row: 2, column: 1 }, raw: '  Head office ', value: 'Head office' },
  ])
})

test('leading zeros survive, and texts are never cut', () => {
  const long = 'x'.repeat(5000)
  expect(first({ targets: ['customer.customerAccountNumber', 'site.siteName', 'site.siteInvoiceDetails.accountNumber'], rows: [['00042', long, '00123456']] }).cells.map(({ value }) => value)).toEqual(['00042', long, '00123456'])
})

test('blank cells and cells beyond a short row are absent', () => {
  expect(first({ targets: ['customer.customerName', 'site.siteName', 'site.siteReference'], rows: [['A', ' \t']] }).cells.map(({ target }) => target.field)).toEqual(['customer.customerName'])
})

test('a cell that cannot be converted has no value and an error that points at it', () => {
  const row = first({ targets: ['customer.startDate', 'customer.customerName'], rows: [['31/02/2026', 'A']] })
  expect(row.cells.map(({ value }) => value)).toEqual([undefined, 'A'])
  expect(row.issues).toMatchObject([{ code: 'not-a-date', severity: 'error', place: { table: 0, row: 2, column: 0 }, field: 'customer.startDate', value: '31/02/2026', customer: null }])
})

test('a value outside an open list is kept, with a warning', () => {
  const row = first({ targets: ['siteContact.contactRole'], rows: [['Technical']] })
  expect(row.cells[0]?.value).toBe('Technical')
  expect(row.issues).toMatchObject([{ code: 'not-in-list', severity: 'warning' }])
})

test.each([
  ['customer.contractTerm', 'a year', 'not-a-whole-number'], ['customer.creditThreshold', 'lots', 'not-a-number'], ['customer.customerMarker', 'maybe', 'not-yes-or-no'], ['site.siteAddress.country', 'Utopia', 'bad-country'],
  ['customer.customerType', 'Martian', 'not-in-list'], ['customer.billingCycleId', 'Monthly', 'not-a-whole-number'],
])('%s refuses "%s": %s', (field, text, code) => expect(first({ targets: [field], rows: [[text]] }).issues).toMatchObject([{ code, severity: 'error', value: text }]))

test('first and last name join with one space, whatever their order; one alone stands alone', () => {
  const targets = ['siteContact.contactName#last', 'siteContact.contactName#first', 'siteContact[2].contactName#first']
  const row = first({ targets, rows: [[' Doe ', ' Jane', 'Ann']] })
  expect(row.cells.map(({ target, value, place }) => [target, value, place.column])).toEqual([
    [{ field: 'siteContact.contactName' }, 'Jane Doe', 0], [{ field: 'siteContact.contactName', index: 2 }, 'Ann', 2]])
  expect(first({ targets, rows: [['Doe', '', '']] }).cells.map(({ value }) => value)).toEqual(['Doe'])
})

test('a custom field has no entry and keeps its text', () => {
  expect(first({ targets: ['site.customFields.Meter'], rows: [[' 007 ']] }).cells).toMatchObject([{ target: { field: 'site.customFields.Meter' }, entry: null, value: '007' }])
})

test('a plain custom field takes the level of its definition', () => {
  const mapping: Mapping = { version: 1, tables: [{ sheet: null, columns: [{ column: 0, header: 'Meter', target: { field: 'customFields.Meter' }, confidence: 1, accepted: true, reason: '' }] }], fixed: {} }
  const { rows } = compile({ targets: [], rows: [['1']] })
  const source: Source = { file: '', sizeBytes: 0, sha256: '', issues: [], files: [], questions: [], tables: [{ file: '', sheet: null, headerRow: 1, headers: ['Meter'], rows }] }
  const reference = { existing: null, lists: { 'custom-field-definitions': [{ id: '1', name: 'meter', kind: 'SITE' }] } }
  const reader = compileMapping(mapping, source, { reference, edits: new Map() })
  expect(reader.read({ row: 2, cells: ['1'] }, 0).cells[0]?.target.field).toBe('site.customFields.Meter')
})

test('an edit replaces the text of its cell, also where it empties it', () => {
  const given = { targets: ['customer.customerAccountNumber', 'customer.customerName'], rows: [['A1', 'Old'], ['A2', 'Old']], edits: { '0:2:1': 'New', '0:3:0': ' ' } }
  expect(first(given).cells.map(({ raw }) => raw)).toEqual(['A1', 'New'])
  const { reader, rows } = compile(given)
  expect(rows.map((row) => reader.keyOf(row, 0))).toEqual(['A1', ''])
})

test('the key is trimmed, and comes from the fixed value where the cell is blank', () => {
  const targets = ['customer.customerAccountNumber']
  const keys = (fixed: Mapping['fixed']): readonly string[] => {
    const { reader, rows } = compile({ targets, rows: [[' A1 '], ['']], fixed })
    return rows.map((row) => reader.keyOf(row, 0))
  }
  expect(keys({})).toEqual(['A1', ''])
  expect(keys({ 'customer.customerAccountNumber': ' B2 ' })).toEqual(['A1', 'B2'])
})

test('fixed values are converted once; blank ones count as none', () => {
  const { reader } = compile({ targets: [], rows: [], fixed: { 'customer.contractOwnerId': '9007199254740993', 'site.siteAddress.country': ' ', 'customer.startDate': 'soon', 'siteContact.contactRole': 'Boss' } })
  expect(reader.fixed.map(({ target, value, issues }) => [target.field, value instanceof ExactNumber ? value.text : value, issues.map(({ code, severity, place }) => [code, severity, place])])).toEqual([
    ['customer.contractOwnerId', '9007199254740993', []],
    ['customer.startDate', undefined, [['not-a-date', 'error', null]]],
    ['siteContact.contactRole', 'Boss', [['not-in-list', 'warning', null]]],
  ])
})

test('the levels of a table are what it says beyond its keys', () => {
  const levels = (targets: readonly string[]): readonly string[] => Object.entries(compile({ targets, rows: [] }).reader.levelsOf(0)).flatMap(([level, has]) => (has ? [level] : []))
  expect(levels(['customer.customerAccountNumber', 'site.siteReference', 'siteContact.contactName'])).toEqual(['siteContact'])
  expect(levels(['customer.customerAccountNumber', 'site.siteReference', 'site.siteName'])).toEqual(['site'])
  expect(levels(['customer.customerAccountNumber', 'customer.customFields.Tier', 'customerContact.contactName'])).toEqual(['customer', 'customerContact'])
  expect(compile({ targets: [], rows: [] }).reader.levelsOf(9)).toEqual({ customer: false, site: false, siteContact: false, customerContact: false })
})

const started = { targets: ['customer.startDate'], rows: [['01/02/2026'], ['03/03/2026']] }

test('an order that nothing proves is said once for the column', () => {
  for (const match of [{}, { dateOrder: 'dmy', dateOrderProven: false }] as const) {
    expect(compile({ ...started, match }).reader.issues).toMatchObject([
      { code: 'date-order-assumed', severity: 'warning', place: { table: 0, row: 1, column: 0 }, field: 'customer.startDate', value: '01/02/2026', params: { order: 'dmy', count: 1 } }])
  }
})

test('an order that is proven, chosen or without effect is not said', () => {
  expect(compile({ ...started, rows: [['01/02/2026'], ['13/02/2026']] }).reader.issues).toEqual([])
  expect(compile({ ...started, match: { dateOrder: 'mdy', dateOrderProven: true } }).reader.issues).toEqual([])
  expect(compile({ ...started, rows: [['03/03/2026']] }).reader.issues).toEqual([])
})

test('the order of the column is the one its dates are read in', () => {
  expect(first({ ...started, match: { dateOrder: 'mdy', dateOrderProven: true } }).cells[0]?.value).toBe('2026-01-02')
  expect(first(started).cells[0]?.value).toBe('2026-02-01')
})

test('a column with values and without a field is named, unless it is empty or was left out by choice', () => {
  const unused = (match: Partial<ColumnMatch>, text = 'x'): readonly unknown[] => compile({ targets: [null], rows: [[text]], match }).reader.issues.map(({ code, severity, params }) => [code, severity, params])
  expect(unused({ confidence: 0 })).toEqual([['unmapped-column', 'info', { column: 'Column 0' }]])
  expect(unused({ confidence: 0.5, target: { field: 'site.siteName' }, accepted: false })).toEqual([['unmapped-column', 'info', { column: 'Column 0', field2: 'site.siteName' }]])
  expect(unused({ confidence: 0, header: ' ' })).toEqual([['unmapped-column', 'info', { column: 'A' }]])
  expect(unused({ confidence: 1 })).toEqual([])
  expect(unused({ confidence: 0 }, '  ')).toEqual([])
})

test('a column that is only a question is not read', () => {
  expect(first({ targets: ['site.siteName'], rows: [['x']], match: { accepted: false } }).cells).toEqual([])
})

test('a field that does not exist is a bug', () => expect(() => compile({ targets: ['site.nothing'], rows: [] })).toThrow('site.nothing'))
