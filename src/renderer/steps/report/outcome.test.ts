import { expect, test } from 'vitest'
import type { ReportView } from '../../app/views.ts'
import { outcomeOf } from './outcome.ts'

const none: ReportView['customers'] = { created: 5, existing: 0, rejected: 0, incomplete: 0, unknown: 0, duplicate: 0, 'not-sent': 0, held: 0, excluded: 0, blank: 0 }

test('all of the plan there is done; with rows that were held back before it is not the whole file', () => {
  expect(outcomeOf({ customers: none, rowsByBucket: none }, 'finished')).toBe('done')
  expect(outcomeOf({ customers: none, rowsByBucket: { ...none, held: 3 } }, 'finished')).toBe('held')
})

test.each(['rejected', 'incomplete', 'unknown', 'duplicate', 'not-sent'] as const)('a customer that is %s makes it partly', (bucket) => {
  expect(outcomeOf({ customers: { ...none, [bucket]: 1 }, rowsByBucket: { ...none, held: 1 } }, 'finished')).toBe('partly')
})

test('a run that did not come to its end is called by how it stands, whatever is in it', () => {
  expect((['stopped', 'cancelled', 'interrupted', 'closed', 'running', 'paused', 'stopping'] as const).map((state) => outcomeOf({ customers: none, rowsByBucket: none }, state)))
    .toEqual(['stopped', 'cancelled', 'interrupted', 'closed', 'running', 'running', 'running'])
})
