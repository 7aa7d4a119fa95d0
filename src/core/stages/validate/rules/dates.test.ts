import { expect, test } from 'vitest'
import { issuesWith } from '../../../../../test/pipeline/kit.ts'

test.each(['customer', 'site'])('the end of a %s may be its start and not before it', (level) => {
  expect(issuesWith({ [`${level}.endDate`]: '2025-03-01' })).toEqual([])
  expect(issuesWith({ [`${level}.endDate`]: '2025-02-28' })).toEqual([`error end-before-start row 2 ${level}.endDate`])
})

test('a contract that starts before its customer is a warning', () => {
  const term = { 'customer.contractTerm': '12' }
  expect(issuesWith({ ...term, 'customer.contractTermStartDate': '2025-03-01' })).toEqual([])
  expect(issuesWith({ ...term, 'customer.contractTermStartDate': '2025-02-28' })).toEqual([
    'warning contract-start-before-customer-start row 2 customer.contractTermStartDate',
  ])
})
