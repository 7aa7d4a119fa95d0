import { expect, test } from 'vitest'
import type { HttpAnswer } from './exchange.ts'
import { watchServer } from './server-signs.ts'

const answer = (headers: Record<string, string>): HttpAnswer => ({ kind: 'answer', status: 200, headers, body: '' })
function watched() {
  let now = 5_000
  const signs = watchServer({ now: () => now, after: () => () => undefined })
  return { signs, pass: (ms: number) => void (now += ms) }
}

test('the time is the Date of the last answer, and a strange one is passed over', () => {
  const { signs } = watched()
  expect(signs.serverTime()).toBeNull()
  signs.note(answer({ date: 'Sun, 01 Mar 2026 10:00:30 GMT' }), 5)
  expect(signs.serverTime()).toBe('2026-03-01T10:00:30Z')
  signs.note({ kind: 'failed', connected: true, reason: 'cut' }, 5)
  expect(signs.serverTime()).toBe('2026-03-01T10:00:30Z')
  for (const date of ['', 'yesterday', 'Sun, 01 Mar 99999 10:00:30 GMT']) {
    signs.note(answer({ date }), 5)
    expect(signs.serverTime()).toBe('2026-03-01T10:00:30Z')
  }
})

test('the quota runs down with time, and is gone with the first answer without it', () => {
  const { signs, pass } = watched()
  signs.note(answer({ ratelimit: '"default";r=7;t=30' }), 5)
  pass(20_000)
  expect(signs.quota()).toEqual({ remaining: 7, resetMs: 10_000 })
  pass(60_000)
  expect(signs.quota()).toEqual({ remaining: 7, resetMs: 0 })
  signs.note(answer({}), 5)
  expect(signs.quota()).toBeNull()
})

test('the slowest of a thousand answers is left out, the second slowest is not', () => {
  const { signs } = watched()
  expect(signs.slowestMs()).toBeNull()
  for (let index = 0; index < 998; index += 1) signs.note(answer({}), 20)
  signs.note(answer({}), 4_000)
  signs.note(answer({}), 60_000)
  expect(signs.slowestMs()).toBeGreaterThanOrEqual(4_000)
  expect(signs.slowestMs()).toBeLessThan(4_400)
})

test('no duration breaks it', () => {
  const { signs } = watched()
  for (const ms of [0, 0.1, -5, 1e12]) signs.note(answer({}), ms)
  expect(signs.slowestMs()).toBeGreaterThan(600_000)
})
