import { expect, test } from 'vitest'
import type { SavedMapping } from '#core/model/saved-mapping.ts'
import { parseMapping, serialiseMapping } from './mapping-file.ts'

const saved: SavedMapping = {
  version: 2,
  name: 'Ledger export',
  tables: [{
    sheet: 'Sites',
    fillDown: true,
    columns: [
      { header: 'A/C', target: { field: 'customer.customerAccountNumber' }, isOpen: false },
      { header: '', target: null, isOpen: true },
      { header: 'Notes', target: null, isOpen: false },
      { header: 'First', target: { field: 'siteContact.contactName', index: 2, part: 'first' }, isOpen: false },
      { header: 'Start', target: { field: 'site.startDate' }, isOpen: false, dateOrder: 'mdy' },
      { header: 'Limit', target: { field: 'customer.creditThreshold' }, isOpen: false, decimalSign: 'comma' },
      { header: 'Type', target: { field: 'customer.customerType' }, isOpen: false, values: { 'Ltd company': 'BUSINESS' } },
    ],
  }],
  fixed: { 'site.siteAddress.country': 'GB' },
}

const read = (text: string): ReturnType<typeof parseMapping> => parseMapping(JSON.parse(text))

/** The sentence of the failure; '' when it was read. */
function refusal(change: object): string {
  const result = parseMapping({ version: 2, tables: [], ...change })
  return result.ok ? '' : `${result.failure.code}: ${result.failure.message}`
}

const columns = (...targets: readonly string[]): object => ({ tables: [{ columns: targets.map((target, column) => ({ header: `H${column}`, target })) }] })

test('a written mapping reads back as it was, with and without a fingerprint', () => {
  expect(read(serialiseMapping(saved, 'abc'))).toEqual({ ok: true, value: saved })
  expect(read(serialiseMapping({ ...saved, name: null }, null))).toEqual({ ok: true, value: { ...saved, name: null } })
})

test('the file says names people can read and no places', () => {
  const json = JSON.parse(serialiseMapping(saved, 'abc')) as { fingerprint: string; tables: { columns: unknown[] }[] }
  expect(json.fingerprint).toBe('abc')
  expect(json.tables[0]?.columns.slice(0, 4)).toEqual([
    { header: 'A/C', target: 'customer.customerAccountNumber' }, { header: '', target: null, open: true }, { header: 'Notes', target: null },
    { header: 'First', target: 'siteContact[2].contactName#first' },
  ])
})

test('texts called like parts of an object are texts', () => {
  const values = JSON.parse('{ "__proto__": "BUSINESS", "constructor": "RESELLER" }') as Record<string, string>
  const again = read(serialiseMapping({ ...saved, tables: [{ sheet: null, columns: [{ header: '__proto__', target: { field: 'customer.customerType' }, isOpen: false, values }] }] }, null))
  const kept = again.ok ? again.value.tables[0]?.columns[0]?.values : undefined
  expect(Object.entries(kept ?? {})).toEqual([['__proto__', 'BUSINESS'], ['constructor', 'RESELLER']])
})

test('a file written by hand may leave out what can be said by default', () => {
  expect(parseMapping({ version: 2, tables: [{ columns: [{ header: 'Ref', target: 'site.siteReference' }] }] })).toEqual({
    ok: true,
    value: { version: 2, name: null, fixed: {}, tables: [{ sheet: null, columns: [{ header: 'Ref', target: { field: 'site.siteReference' }, isOpen: false }] }] },
  })
})

test('the first version, by places, is still read', () => {
  const old = {
    version: 1,
    tables: [{
      sheet: 'Sites',
      columns: [
        { column: 3, header: 'Start', target: 'site.startDate', confidence: 0.9, accepted: true, reason: '', dateOrder: 'mdy', dateOrderProven: false },
        { column: 0, header: 'A/C', target: 'customer.customerAccountNumber', confidence: 0.97, accepted: true, reason: 'The header means Account number.' },
        { column: 1, header: '', target: null, confidence: 0, accepted: false, reason: 'The column is empty.' },
        { column: 2, header: 'Notes', target: null, confidence: 1, accepted: false, reason: 'Left out by your choice.' },
        { column: 4, header: 'End', target: 'site.endDate', dateOrder: 'dmy', dateOrderProven: true },
        { column: 5, header: 'Other', target: 'site.endDate', accepted: false },
      ],
    }],
    fixed: { 'customFields.Tier': 'Gold' },
  }
  expect(parseMapping(old)).toEqual({
    ok: true,
    value: {
      version: 2, name: null, fixed: { 'customer.customFields.Tier': 'Gold' },
      tables: [{
        sheet: 'Sites',
        columns: [
          { header: 'A/C', target: { field: 'customer.customerAccountNumber' }, isOpen: false },
          { header: '', target: null, isOpen: true },
          { header: 'Notes', target: null, isOpen: false },
          { header: 'Start', target: { field: 'site.startDate' }, isOpen: false },
          { header: 'End', target: { field: 'site.endDate' }, isOpen: false, dateOrder: 'dmy' },
          { header: 'Other', target: null, isOpen: true },
        ],
      }],
    },
  })
})

test('other shapes are refused', () => {
  const odd = [null, [], 'x', {}, { version: 0, tables: [] }, { version: '3', tables: [] }, { version: 1, tables: [{ columns: [{}] }] }, { version: 2, tables: [], extra: 1 }, { version: 2, tables: [], fixed: { a: 1 } }, { version: 2, tables: [], name: ' ' }]
  for (const json of odd) expect(parseMapping(json)).toMatchObject({ ok: false, failure: { code: 'bad-mapping' } })
  expect(refusal({})).toBe('')
})

test('a newer format is refused with what to do', () => {
  expect(refusal({ version: 3, tables: 'in some other shape' })).toMatch(/^bad-mapping: .*newer version of the program \(its format is 3, .* Update the program/)
})

test('a field that does not exist is named', () => {
  expect(refusal(columns('site.postcode'))).toContain('bad-mapping: The mapping file gives the column "H0" the field "site.postcode"')
  expect(refusal(columns('site.siteName#first'))).toContain('site.siteName#first')
  expect(refusal({ fixed: { 'site.nothing': '1' } })).toContain('"site.nothing"')
  expect(refusal({ fixed: { 'site[2].siteName': '1' } })).toContain('site[2].siteName')
})

test('one field for two columns is refused, its halves and numbers are not', () => {
  expect(refusal(columns('site.siteName', 'site.siteName'))).toContain('two columns, "H0" and "H1"')
  expect(refusal(columns('siteContact.contactName#first', 'siteContact.contactName#last', 'siteContact[2].contactName'))).toBe('')
})

test('a column that is open may name a taken field', () => {
  const tables = [{ columns: [{ header: 'A', target: 'site.siteName' }, { header: 'B', target: 'site.siteName', open: true }] }]
  expect(refusal({ tables })).toBe('')
})
