import { expect, test } from 'vitest'
import { issue, type Issue } from '#core/model/issue.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import { dryRunView, type Shown } from './dry-run-view.ts'

const email = (customer: string, date: string, value = date): Issue => issue({ code: 'welcome-email-scheduled', severity: 'warning', customer, value, params: { date } })
const exists = (customer: string): Issue => issue({ code: 'customer-exists', severity: 'error', customer })

const preparedOf = (issues: readonly Issue[]): PreparedFile => ({
  plan: { hash: 'h', counts: { createCustomer: 30, createSite: 5, customers: 30, sites: 40, contacts: 0 } }, counts: { rows: 1, rowsByBucket: {} },
  issues(query: { readonly code?: string }, from: number, count: number) {
    const found = issues.filter(({ code }) => code === query.code)
    return { total: found.length, issues: found.slice(from, from + count) }
  },
}) as unknown as PreparedFile
const shown: Shown = { pace: { requestsPerSecond: 5, lanes: 4 }, settleMs: 120_000, told: ['First.'], comparison: null }
const noticesOf = (...issues: readonly Issue[]): readonly string[] => dryRunView(preparedOf(issues), shown).notices

test('mail that will go out is told by its day, as it was read', () => {
  expect(noticesOf(email('B', '2030-02-01'), email('A', '2030-01-15', '47498'), email('C', '2030-02-01'))).toEqual([
    'First.',
    'Elevate will send a real welcome email on 15 January 2030 to A. Clear the date unless that is meant.',
    'Elevate will send a real welcome email on 1 February 2030 to B and C. Clear the date unless that is meant.',
  ])
})

test('of many the first are named, and none is left uncounted', () => {
  const many = Array.from({ length: 23 }, (_, index) => exists(`C${index}`))
  expect(noticesOf(...many)[1]).toBe('In Elevate already: C0, C1, C2, C3, C4 and 18 more.')
  const days = Array.from({ length: 25 }, (_, index) => email(`E${index}`, `2030-01-${String(index + 1).padStart(2, '0')}`))
  expect(noticesOf(...days).at(-1)).toBe('And 5 more welcome emails.')
})

test('time is a look and a request for each customer, and then the final look', () => {
  const { estimatedSeconds, finalLookSeconds } = dryRunView(preparedOf([]), shown)
  expect({ estimatedSeconds, finalLookSeconds }).toEqual({ estimatedSeconds: (30 * 2 + 5) / 5, finalLookSeconds: 120 + 30 / 5 })
})
