import { expect, test } from 'vitest'
import type { ColumnMatch, Mapping } from '#core/model/mapping.ts'
import type { Reference } from '#core/model/reference.ts'
import { noReference } from '#core/model/reference.ts'
import { idOf, keepMapping, nameOf } from './keep-mapping.ts'

const match = (column: number, more: Partial<ColumnMatch>): ColumnMatch => ({ column, header: `H${column}`, target: null, confidence: 0, accepted: false, reason: 'The value "Jo Bloggs" looks like a name.', ...more })
const mapping = (columns: readonly ColumnMatch[], fixed: Mapping['fixed'] = {}): Mapping => ({ version: 1, tables: [{ sheet: null, columns }], fixed })
const field = { field: 'customer.startDate' }

const reference: Reference = {
  existing: null,
  lists: {
    'billing-cycles': [{ id: '601', name: 'Monthly 1st' }, { id: '602', name: 'Weekly' }, { id: '603', name: 'weekly ' }, { id: '604', name: '28' }, { id: '605', name: '' }],
    'electronic-summary-templates': [{ id: '401', name: 'Calls' }, { id: '402', name: 'Costs' }, { id: '403', name: 'Calls, costs' }],
  },
}

test('what the operator decided is kept; questions and what was found are told apart', () => {
  const columns = [
    match(1, { target: field, accepted: true, confidence: 0.9 }), match(0, { target: field, confidence: 0.5 }),
    match(2, { confidence: 1 }), match(3, { chosen: true }), match(4, {}),
  ]
  expect(keepMapping(mapping(columns), { name: 'N', reference: noReference })).toEqual({
    version: 2, name: 'N', fixed: {},
    tables: [{
      sheet: null,
      columns: [
        { header: 'H0', target: null, isOpen: true }, { header: 'H1', target: field, isOpen: false }, { header: 'H2', target: null, isOpen: false },
        { header: 'H3', target: null, isOpen: false }, { header: 'H4', target: null, isOpen: true },
      ],
    }],
  })
})

test('an assumed order of dates is not kept: it is a question again', () => {
  const kept = (more: Partial<ColumnMatch>): object | undefined => keepMapping(mapping([match(0, { target: field, accepted: true, ...more })]), { name: null, reference }).tables[0]?.columns[0]
  expect(kept({ dateOrder: 'mdy', dateOrderProven: false, decimalSign: 'comma', decimalSignProven: false })).toEqual({ header: 'H0', target: field, isOpen: false })
  expect(kept({ dateOrder: 'mdy', dateOrderProven: true, decimalSign: 'comma', decimalSignProven: true })).toMatchObject({ dateOrder: 'mdy', decimalSign: 'comma' })
})

test('nothing of the rows is kept', () => {
  expect(JSON.stringify(keepMapping(mapping([match(0, {})]), { name: null, reference }))).not.toContain('Bloggs')
})

test('an id of the target is kept by its name where the name leads back to it', () => {
  const cycle = (text: string): string => nameOf('customer.billingCycleId', text, reference)
  expect(['601', ' 601 ', '602', '604', '605', '999', 'Weekly'].map(cycle)).toEqual(['Monthly 1st', 'Monthly 1st', '602', '604', '605', '999', 'Weekly'])
  expect(nameOf('customer.billingCycleId', '601', noReference)).toBe('601')
  expect(nameOf('customer.customerName', '601', reference)).toBe('601')
})

test('a list of ids is kept by names when all of them have one without a comma', () => {
  const lists = (text: string): string => nameOf('site.siteInvoiceDetails.electronicSummaryTemplateIds', text, reference)
  expect(['401 402', '402,401', '401,403', '401,9', 'Calls'].map(lists)).toEqual(['Calls, Costs', 'Costs, Calls', '401,403', '401,9', 'Calls'])
})

test('confirmed values and fixed values are kept by name too', () => {
  const kept = keepMapping(mapping([match(0, { target: { field: 'customer.billingCycleId' }, accepted: true, values: { monthly: '601' } }), match(1, { target: field, accepted: true, values: {} })], { 'customer.billingCycleId': '601' }), { name: null, reference })
  expect(kept.tables[0]?.columns.map(({ values }) => values)).toEqual([{ monthly: 'Monthly 1st' }, undefined])
  expect(kept.fixed).toEqual({ 'customer.billingCycleId': 'Monthly 1st' })
})

test('a name leads back to its id where the list says so', () => {
  const cycle = (text: string): string => idOf('customer.billingCycleId', text, reference)
  expect(['Monthly 1st', ' monthly  1st', '601', 'weekly', 'Nowhere', ''].map(cycle)).toEqual(['601', '601', '601', 'weekly', 'Nowhere', ''])
  expect([idOf('customer.billingCycleId', 'Monthly 1st', noReference), idOf('customer.customerName', 'Monthly 1st', reference)]).toEqual(['Monthly 1st', 'Monthly 1st'])
})
