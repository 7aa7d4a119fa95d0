import { expect, test } from 'vitest'
import type { ReportView } from '../../app/views.ts'
import { outcomeOf } from './outcome.ts'

const none: ReportView['customers'] = { created: 5, existing: 0, rejected: 0, incomplete: 0, unknown: 0, duplicate: 0, 'not-sent': 0, held: 0, excluded: 0, blank: 0 }

test('all of the plan there is done, also with customers that were held back before', () => {
  expect(outcomeOf({ customers: none }, 'finished')).toBe('done')
  expect(outcomeOf({ customers: { ...none, held: 3 } }, null)).toBe('done')
})

test('a rejected, incomplete or unknown customer makes it partly', () => {
  expect(outcomeOf({ customers: { ...none, rejected: 1 } }, 'finished')).toBe('partly')
  expect(outcomeOf({ customers: { ...none, incomplete: 1 } }, 'finished')).toBe('partly')
  expect(outcomeOf({ customers: { ...none, unknown: 1 } }, 'finished')).toBe('partly')
})

test('what was not sent was stopped or cancelled', () => {
  expect(outcomeOf({ customers: { ...none, 'not-sent': 1 } }, null)).toBe('stopped')
  expect(outcomeOf({ customers: { ...none, 'not-sent': 1 } }, 'cancelled')).toBe('cancelled')
  expect(outcomeOf({ customers: none }, 'stopped')).toBe('stopped')
})
