import { expect, test } from 'vitest'
import { noEdits, withEdits } from '#core/model/edits.ts'
import { ExactNumber } from '#core/model/json.ts'
import type { MappedRow } from '#core/model/mapped-row.ts'
import type { ColumnMatch, Mapping } from '#core/model/mapping.ts'
import { parseTarget } from '#core/model/mapping.ts'
import type { CellPlace } from '#core/model/place.ts'
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

/** Of `table:row:column`. */
function placeOf(text: string): CellPlace {
  const [table = 0, row = 0, column = 0] = text.split(':').map(Number)
  return { table, row, column }
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
  return { reader: compileMapping({ version: 1, tables: [{ sheet: null, columns }], fixed }, source, { reference, edits: withEdits(noEdits, Object.entries(edits).map(([place, text]) => ({ place: placeOf(place), text }))) }), rows: sourceRows }
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

test('halves of names are joined for the contact of one site, not with those of another', () => {
  const targets = ['siteContact[2]@1.contactName#first', 'siteContact[2]@2.contactName#first', 'siteContact[2]@1.contactName#last', 'siteContact[2]@2.contactName#last']
  const row = first({ targets, rows: [['Ann', 'Bob', 'Ash', 'Birch']] })
  expect(row.cells.map(({ target, value }) => [target.site, value])).toEqual([[1, 'Ann Ash'], [2, 'Bob Birch']])
})

test('a custom field has no entry and keeps its text', () => {
  expect(first({ targets: ['site.customFields.Meter'], rows: [[' 007 ']] }).cells).toMatchObject([{ target: { field: 'site.customFields.Meter' }, entry: null, value: '007' }])
})

test('a plain custom field takes the level of its definition', () => {
  const mapping: Mapping = { version: 1, tables: [{ sheet: null, columns: [{ column: 0, header: 'Meter', target: { field: 'customFields.Meter' }, confidence: 1, accepted: true, reason: '' }] }], fixed: {} }
  const { rows } = compile({ targets: [], rows: [['1']] })
  const source: Source = { file: '', sizeBytes: 0, sha256: '', issues: [], files: [], questions: [], tables: [{ file: '', sheet: null, headerRow: 1, headers: ['Meter'], rows }] }
  const reference = { existing: null, lists: { 'custom-field-definitions': [{ id: '1', name: 'meter', kind: 'SITE' }] } }
  const reader = compileMapping(mapping, source, { reference, edits: noEdits })
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

const read = (given: Given): readonly unknown[] => {
  const { reader, rows } = compile(given)
  return rows.map((row) => {
    const { cells, issues } = reader.read(row, 0)
    const value = cells[0]?.value
    return issues[0]?.code ?? (value instanceof ExactNumber ? value.text : value)
  })
}

test('an order that nothing proves holds each date that could be two, and names both', () => {
  for (const match of [{}, { dateOrder: 'dmy', dateOrderProven: false }] as const) {
    expect(read({ ...started, match })).toEqual(['date-order-open', '2026-03-03'])
    expect(first({ ...started, match }).issues).toMatchObject([{
      code: 'date-order-open', severity: 'error', place: { table: 0, row: 2, column: 0 }, field: 'customer.startDate', value: '01/02/2026',
      params: { first: '1 February 2026', second: '2 January 2026', column: 'Column 0' } }])
  }
})

test('the order of the column is the one its dates are read in', () => {
  expect(read({ ...started, match: { dateOrder: 'mdy', dateOrderProven: true } })).toEqual(['2026-01-02', '2026-03-03'])
  expect(read({ ...started, match: { dateOrder: 'dmy' } })).toEqual(['2026-02-01', '2026-03-03'])
  expect(read({ ...started, rows: [['01/02/2026'], ['13/02/2026']] })).toEqual(['2026-02-01', '2026-02-13'])
})

test('two orders in one column hold it, naming one of each, until one is chosen; then only the others', () => {
  const mixed = { ...started, rows: [['13/02/2026'], ['02/13/2026'], ['01/02/2026'], ['2026-02-13'], ['4 May 2026']] }
  expect(read(mixed)).toEqual(['date-order-mixed', 'date-order-mixed', 'date-order-mixed', '2026-02-13', '2026-05-04'])
  expect(first(mixed).issues[0]?.params).toEqual({ dayFirst: '13/02/2026', monthFirst: '02/13/2026', column: 'Column 0' })
  expect(read({ ...mixed, match: { dateOrder: 'dmy', dateOrderProven: true } })).toEqual(['2026-02-13', 'not-a-date', '2026-02-01', '2026-02-13', '2026-05-04'])
})

test('an order that the column itself rules out is not followed: a saved mapping may meet another file', () => {
  const other = { ...started, rows: [['01/02/2026'], ['13/02/2026'], ['2026-02-13']], match: { dateOrder: 'mdy', dateOrderProven: true } } as const
  expect(read(other)).toEqual(['date-order-mixed', 'date-order-mixed', '2026-02-13'])
  expect(first(other).issues[0]?.params).toEqual({ order: 'mdy', example: '13/02/2026', column: 'Column 0' })
})

test('correcting the one cell that stands in the other order settles the column', () => {
  const mixed = { ...started, rows: [['13/02/2026'], ['02/14/2026'], ['01/02/2026']] }
  expect(read({ ...mixed, edits: { '0:3:0': '14/02/2026' } })).toEqual(['2026-02-13', '2026-02-14', '2026-02-01'])
  expect(read({ ...mixed, edits: { '0:2:0': '' } })).toEqual([undefined, '2026-02-14', '2026-01-02'])
  const one = { ...started, rows: [['01/02/2026'], ['13/02/2026']], match: { dateOrder: 'mdy', dateOrderProven: true } } as const
  expect(read({ ...one, edits: { '0:3:0': '2026-02-13' } })).toEqual(['2026-01-02', '2026-02-13'])
})

test('what the operator types proves nothing of the other cells', () => {
  expect(read({ ...started, rows: [['01/02/2026'], ['03/04/2026']], edits: { '0:2:0': '13/02/2026' } })).toEqual(['2026-02-13', 'date-order-open'])
  const amounts = { targets: ['customer.creditThreshold'], rows: [['1.5'], ['1,5'], ['1,000']] }
  expect(read({ ...amounts, edits: { '0:3:0': '1.75' } })).toEqual(['1.5', '1.75', '1000'])
})

test('day numbers of Excel are dates where the column holds nothing else, which is said once', () => {
  const serials = { ...started, rows: [['45321'], ['45322.5'], ['soon']] }
  expect(read(serials)).toEqual(['2024-01-30', '2024-01-31', 'not-a-date'])
  expect(compile(serials).reader.issues).toMatchObject([{ code: 'date-serials', severity: 'warning', place: { table: 0, row: 1, column: 0 }, value: '45321', params: { column: 'Column 0', order: '1900', first: '30 January 2024' } }])
  const beside = { ...started, rows: [['45321'], ['13/02/2026']] }
  expect(read(beside)).toEqual(['not-a-date', '2026-02-13'])
  expect(first(beside).issues[0]?.params).toMatchObject({ serial: '30 January 2024' })
  expect(compile(beside).reader.issues).toEqual([])
})

test('day numbers of a workbook that counts from 1904 are four years later', () => {
  const source: Source = {
    file: 'x.xlsx', sizeBytes: 0, sha256: '', issues: [], questions: [],
    files: [{ name: 'x.xlsx', sizeBytes: 0, sha256: '', reading: { kind: 'workbook', sheets: [], findings: [{ about: 'date-system', confidence: 1, evidence: '' }] } }],
    tables: [{ file: 'x.xlsx', sheet: 'S', headerRow: 1, headers: ['Start'], rows: [{ row: 2, cells: ['45321'] }] }],
  }
  const columns: readonly ColumnMatch[] = [{ column: 0, header: 'Start', target: { field: 'customer.startDate' }, confidence: 1, accepted: true, reason: '' }]
  const reader = compileMapping({ version: 1, tables: [{ sheet: 'S', columns }], fixed: {} }, source, { reference: noReference, edits: noEdits })
  expect(reader.read({ row: 2, cells: ['45321'] }, 0).cells[0]?.value).toBe('2028-01-31')
  expect(reader.issues[0]?.params).toEqual({ column: 'Start', order: '1904', first: '31 January 2028' })
})

test('a fixed date is read day first, and says so where that matters', () => {
  const fixed = (text: string): readonly unknown[] => compile({ targets: [], rows: [], fixed: { 'customer.startDate': text } }).reader.fixed.map(({ value, issues }) => [value, issues.map(({ code, severity, params }) => [code, severity, params['first']])])
  expect(fixed('01/02/2026')).toEqual([['2026-02-01', [['date-order-assumed', 'warning', '1 February 2026']]]])
  for (const text of ['13/02/2026', '2026-02-13', '13 Feb 2026']) expect(fixed(text)).toEqual([['2026-02-13', []]])
  expect(fixed('02/02/2026')).toEqual([['2026-02-02', []]])
  expect(fixed('02/13/2026')).toEqual([[undefined, [['not-a-date', 'error', undefined]]]])
})

test('the sign before decimals is proven by the column, chosen, or asked for', () => {
  const amounts = { targets: ['customer.creditThreshold'], rows: [['1,000'], ['2.500']] }
  expect(read(amounts)).toEqual(['decimal-sign-open', 'decimal-sign-open'])
  expect(first(amounts).issues).toMatchObject([{ severity: 'error', params: { first: '1000', second: '1', column: 'Column 0' } }])
  expect(read({ ...amounts, match: { decimalSign: 'point', decimalSignProven: false } })).toEqual(['decimal-sign-open', 'decimal-sign-open'])
  expect(read({ ...amounts, match: { decimalSign: 'point' } })).toEqual(['1000', '2.5'])
  expect(read({ ...amounts, match: { decimalSign: 'comma', decimalSignProven: true } })).toEqual(['1', '2500'])
  expect(read({ ...amounts, rows: [['1,000'], ['250.00']] })).toEqual(['1000', '250'])
  expect(read({ ...amounts, rows: [['1.000'], ['250,00']] })).toEqual(['1000', '250'])
  expect(read({ ...amounts, rows: [['1.5'], ['2,5'], ['3']] })).toEqual(['decimal-sign-mixed', 'decimal-sign-mixed', '3'])
  expect(read({ ...amounts, rows: [['1,000'], ['250,00']], match: { decimalSign: 'point' } })).toEqual(['decimal-sign-mixed', 'decimal-sign-mixed'])
})

test('what the operator confirmed for a text comes before reading it; the text itself stays', () => {
  const types = { targets: ['customer.customerType'], rows: [[' Punter '], ['Ltd']], match: { values: { Punter: 'RESIDENTIAL' } } }
  expect(read(types)).toEqual(['RESIDENTIAL', 'BUSINESS'])
  expect(first(types).cells[0]?.raw).toBe(' Punter ')
  expect(read({ ...types, match: { values: { Punter: 'Martian' } } })[0]).toBe('not-in-list')
  expect(read({ targets: ['customer.startDate'], rows: [['asap'], ['n/a']], match: { values: { asap: '2026-02-01', 'n/a': '' } } })).toEqual(['2026-02-01', undefined])
})

test('a name is only what it is: a table of values does not change it', () => {
  expect(read({ targets: ['customer.customerAccountNumber'], rows: [['A1']], match: { values: { A1: 'A2' } } })).toEqual(['A1'])
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
