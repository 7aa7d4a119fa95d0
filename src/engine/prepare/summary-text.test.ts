import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomerSummary } from '#core/model/prepared.ts'
import { summaryText } from './summary-text.ts'

const number = fc.nat()
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Zoë "The" Ashby', 'a\nb', '\\', '\ud800'))
/** Every property must be given, so that one that is added cannot be forgotten. */
const whole: fc.Arbitrary<Required<CustomerSummary>> = fc.record({
  key: text, name: text, contractOwnerId: text, bucket: fc.constantFrom('ready', 'held', 'existing', 'excluded'), rows: fc.array(fc.record({ table: number, row: number })),
  sites: number, contacts: number, errors: number, warnings: number,
})

test('it is the text that JSON has for it, with and without an owner', () => {
  fc.assert(fc.property(whole, ({ contractOwnerId, ...summary }) => {
    expect(summaryText(summary)).toBe(JSON.stringify(summary))
    expect(JSON.parse(summaryText({ ...summary, contractOwnerId }))).toEqual({ ...summary, contractOwnerId })
  }))
})
