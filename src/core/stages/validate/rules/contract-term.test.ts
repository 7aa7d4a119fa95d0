import { expect, test } from 'vitest'
import { issuesWith } from '../../../../../test/pipeline/kit.ts'

const term = 'customer.contractTerm'
const start = 'customer.contractTermStartDate'

test('term and start go together', () => {
  expect(issuesWith({ [term]: '24', [start]: '2025-03-01' })).toEqual([])
  expect(issuesWith({ [term]: '24', [start]: '' })).toEqual([`error contract-term-without-start row 2 ${term}`])
  expect(issuesWith({ [term]: '', [start]: '2025-03-01' })).toEqual([`error contract-start-without-term row 2 ${start}`])
})

test('a start that cannot be read is given all the same', () => {
  expect(issuesWith({ [term]: '24', [start]: '2025-02-30' })).toEqual([`error not-a-date row 2 ${start}`])
})
