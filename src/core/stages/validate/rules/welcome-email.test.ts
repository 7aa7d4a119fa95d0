import { expect, test } from 'vitest'
import { issuesWith } from '../../../../../test/pipeline/kit.ts'

test('a scheduled welcome email is a warning, and none is none', () => {
  expect(issuesWith({ 'customer.sendWelcomeEmailOn': '2030-01-01' })).toEqual(['warning welcome-email-scheduled row 2 customer.sendWelcomeEmailOn'])
  expect(issuesWith({ 'customer.sendWelcomeEmailOn': '' })).toEqual([])
})
