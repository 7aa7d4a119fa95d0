import { expect, test } from 'vitest'
import { issuesWith } from '../../../../../test/pipeline/kit.ts'

const definitions = (...items: readonly { id: string; name: string; kind: string }[]) => ({ reference: { lists: { 'custom-field-definitions': items }, existing: null } })
const tier = { id: '102', name: 'Customer Tier', kind: 'CUSTOMER' }

test('a custom field named by id needs no definitions', () => {
  expect(issuesWith({ 'customer.customFields.102': 'Gold' })).toEqual([])
})

test('a custom field named by label is unresolved until the definitions are read', () => {
  const field = 'customer.customFields.customer tier'
  expect(issuesWith({ [field]: 'Gold' })).toEqual([`warning custom-field-unresolved row 2 ${field}`])
  expect(issuesWith({ [field]: 'Gold' }, definitions(tier))).toEqual([])
})

test('a definition that the target does not have, or only for something else, is unknown', () => {
  for (const field of ['customer.customFields.Colour', 'site.customFields.Customer Tier', 'customer.customFields.103']) {
    expect(issuesWith({ [field]: 'Gold' }, definitions(tier))).toEqual([`error unknown-reference row 2 ${field}`])
  }
})
