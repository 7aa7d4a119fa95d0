import { expect, test } from 'vitest'
import type { Mapping } from '#core/model/mapping.ts'
import { parseMapping, serialiseMapping } from './index.ts'

const mapping: Mapping = {
  version: 1,
  tables: [{
    sheet: 'Sites',
    columns: [
      { column: 0, header: 'A/C', target: { field: 'customer.customerAccountNumber' }, confidence: 0.97, accepted: true, reason: 'The header means Account number.' },
      { column: 1, header: '', target: null, confidence: 0, accepted: false, reason: 'The column is empty.' },
      { column: 2, header: 'First', target: { field: 'siteContact.contactName', index: 2, part: 'first' }, confidence: 1, accepted: true, reason: 'Your choice.' },
      { column: 3, header: 'Start', target: { field: 'site.startDate' }, confidence: 0.9, accepted: true, reason: '', dateOrder: 'mdy', dateOrderProven: false },
    ],
  }],
  fixed: { 'site.siteAddress.country': 'GB' },
}

const read = (text: string): ReturnType<typeof parseMapping> => parseMapping(JSON.parse(text))

/** The sentence of the failure; '' when it was read. */
function refusal(change: object): string {
  const result = parseMapping({ version: 1, tables: [], ...change })
  return result.ok ? '' : `${result.failure.code}: ${result.failure.message}`
}

const columns = (...targets: readonly string[]): object => ({ tables: [{ columns: targets.map((target, column) => ({ column, header: `H${column}`, target })) }] })

test('a written mapping reads back as it was', () => {
  expect(read(serialiseMapping(mapping))).toEqual({ ok: true, value: mapping })
})

test('a file written by hand may leave out what can be said by default', () => {
  expect(parseMapping({ version: 1, tables: [{ columns: [{ column: 0, header: 'Ref', target: 'site.siteReference' }] }] })).toEqual({
    ok: true,
    value: { version: 1, fixed: {}, tables: [{ sheet: null, columns: [{ column: 0, header: 'Ref', target: { field: 'site.siteReference' }, confidence: 1, accepted: true, reason: 'Chosen in the mapping file' }] }] },
  })
})

test('a plain custom field is the customer\'s', () => {
  const result = parseMapping({ version: 1, tables: [], fixed: { 'customFields.Tier': 'Gold' } })
  expect(result.ok && result.value.fixed).toEqual({ 'customer.customFields.Tier': 'Gold' })
})

test('other shapes and versions are refused', () => {
  for (const json of [null, [], 'x', {}, { version: 2, tables: [] }, { version: 1, tables: [{ columns: [{}] }] }, { version: 1, tables: [], extra: 1 }]) {
    expect(parseMapping(json)).toMatchObject({ ok: false, failure: { code: 'bad-mapping' } })
  }
  expect(refusal({})).toBe('')
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

test('a column that is not accepted may name a taken field', () => {
  const tables = [{ columns: [{ column: 0, header: 'A', target: 'site.siteName' }, { column: 1, header: 'B', target: 'site.siteName', accepted: false }] }]
  expect(refusal({ tables })).toBe('')
})
