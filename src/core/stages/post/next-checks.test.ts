import { expect, test } from 'vitest'
import type { SendOutcome } from '../../ports.ts'
import { doubtAfter, nextChecks } from './next-checks.ts'

const parked = (customer: string, parkedUntil: number | null) => ({ work: { customer }, doubt: 'no answer', parkedUntil })

test('the customers that are looked up next come first, with the time that is left; what is due is looked up now', () => {
  expect(nextChecks([parked('late', 90_000), parked('due', 900), parked('soon', 16_000), parked('unparked', null)], 1_000)).toEqual([
    { customer: 'due', reason: 'no answer', forMs: 0 }, { customer: 'unparked', reason: 'no answer', forMs: 0 },
    { customer: 'soon', reason: 'no answer', forMs: 15_000 }, { customer: 'late', reason: 'no answer', forMs: 89_000 },
  ])
  expect(nextChecks(Array.from({ length: 100 }, (_, index) => parked(`C${index}`, 5_000 - index)), 0).map(({ customer }) => customer)).toEqual(Array.from({ length: 20 }, (_, index) => `C${99 - index}`))
})

test('an answer leaves the doubt it gives cause for', () => {
  const unclear: SendOutcome = { kind: 'unclear', reason: 'the connection was broken off', overloaded: false, afterMs: null, suspectAddress: false, lookNow: false }
  expect(doubtAfter(unclear)).toBe('the connection was broken off')
  expect(doubtAfter({ kind: 'rejected', reason: 'Name is taken', forbidden: false })).toBe('the server refused it (Name is taken), and an earlier request may have arrived')
  expect(doubtAfter({ kind: 'accepted', id: '1', siteIds: {} })).toContain('did not show all of its sites')
  expect(doubtAfter({ kind: 'throttled', afterMs: 1 })).toBe(null)
})
