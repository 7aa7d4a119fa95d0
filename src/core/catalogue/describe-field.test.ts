import { expect, test } from 'vitest'
import { noReference } from '#core/model/reference.ts'
import { checkValue } from '#core/stages/validate/check-value.ts'
import { aloneReading } from '#core/values/column-reading.ts'
import { converterOf } from '#core/values/index.ts'
import { describeType, limitCertainty } from './describe-field.ts'
import { exampleOf } from './example-of.ts'
import { fieldEntries, findField } from './index.ts'

const open = fieldEntries.filter((entry) => entry.type.kind !== 'reference' && entry.type.kind !== 'reference-list')

test.each(open.map((entry) => [entry.path, entry] as const))('the example of %s is read, and has nothing wrong', (_, entry) => {
  const read = converterOf(entry, { ...aloneReading, reference: noReference })(exampleOf(entry) ?? '')
  expect(read).toMatchObject({ kind: 'value' })
  expect(read.kind === 'value' ? [read.remark, ...checkValue(entry, read.value, noReference)] : []).toEqual([undefined])
  expect(exampleOf(entry)).not.toBe('')
})

test('a list of the server has no example: its entries are not ours', () => {
  expect(fieldEntries.filter((entry) => exampleOf(entry) === null).map((entry) => entry.type.kind).every((kind) => kind.startsWith('reference'))).toBe(true)
})

test('limits say how sure they are by themselves', () => {
  const of = (path: string): unknown => {
    const type = findField(path)?.type ?? { kind: 'date' }
    return [describeType(type), limitCertainty(type)]
  }
  expect(of('customer.customerName')).toEqual(['Text, up to 100 characters', 'known'])
  expect(of('customer.contractTerm')).toEqual(['Whole number, 0 or more', 'inferred'])
  expect(of('site.siteInvoiceDetails.mandateReference')).toEqual(['Text, up to 255 characters', 'inferred'])
  expect(of('customer.startDate')).toEqual(['Date, such as 2026-04-01 or 01/04/2026', null])
})
