import { expect, test } from 'vitest'
import type { Session } from '../session/session.ts'
import type { Target } from '../target/target.ts'
import { makeApprovals } from './approvals.ts'

const session = {} as Session
const target = {} as Target
const shown = { planHash: 'a', target, pace: { requestsPerSecond: 1, lanes: 1 } }

test('a dry run is approved once', () => {
  const approvals = makeApprovals()
  expect(approvals.take(session, shown)).toMatchObject({ ok: false, failure: { code: 'not-confirmed' } })
  approvals.shown(session, shown)
  expect(approvals.take(session, shown)).toEqual({ ok: true, value: shown })
  expect(approvals.take(session, shown)).toMatchObject({ ok: false, failure: { code: 'not-confirmed' } })
})

test('another plan or another server is not what was approved, and uses nothing up', () => {
  const approvals = makeApprovals()
  approvals.shown(session, shown)
  expect(approvals.take(session, { planHash: 'b', target })).toMatchObject({ ok: false, failure: { code: 'plan-changed' } })
  expect(approvals.take(session, { planHash: 'a', target: {} as Target })).toMatchObject({ ok: false, failure: { code: 'plan-changed' } })
  expect(approvals.take(session, shown).ok).toBe(true)
})

test('a start that came to nothing can be tried again', () => {
  const approvals = makeApprovals()
  approvals.shown(session, shown)
  approvals.take(session, shown)
  approvals.giveBack(session, shown)
  expect(approvals.take(session, shown).ok).toBe(true)
})
