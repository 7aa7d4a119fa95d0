import { expect, test } from 'vitest'
import type { Clock } from '#core/ports.ts'
import type { PostProgress } from '#core/stages/post/index.ts'
import { createCountdown } from './count-down.ts'

function clockwork() {
  let now = 0
  let timers: { readonly at: number; readonly call: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    after(delayMs, call) {
      const timer = { at: now + delayMs, call }
      timers.push(timer)
      return () => { timers = timers.filter((each) => each !== timer) }
    },
  }
  const pass = (ms: number): void => {
    for (const end = now + ms; now < end; now += 100) {
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter((each) => !due.includes(each))
      for (const { call } of due) call()
    }
  }
  return { clock, pass, timers: () => timers.length }
}

function bench() {
  const { clock, pass, timers } = clockwork()
  const told: (number | null)[] = []
  const countdown = createCountdown(clock, ({ waiting }) => void told.push(waiting === null ? null : waiting.forMs))
  const waitFor = (forMs: number | null): PostProgress => ({ waiting: { reason: 'repeats', forMs }, checks: [] }) as unknown as PostProgress
  return { told, countdown, pass, waitFor, timers }
}

test('a wait is told every second with what is left of it, until it is over', () => {
  const { told, countdown, pass, waitFor, timers } = bench()
  countdown.tell(waitFor(2_500))
  pass(5_000)
  expect(told).toEqual([2_500, 1_500, 500, null])
  expect(timers()).toBe(0)
})

test('what is told in between counts from there; a wait without an end is told once', () => {
  const { told, countdown, pass, waitFor } = bench()
  countdown.tell(waitFor(30_000))
  pass(500)
  countdown.tell({ waiting: null, checks: [] } as unknown as PostProgress)
  pass(3_000)
  countdown.tell(waitFor(null))
  pass(3_000)
  expect(told).toEqual([30_000, null, null])
})

test('asked again it tells how long it still is; nothing is told after the end', () => {
  const { told, countdown, pass, waitFor } = bench()
  countdown.again()
  countdown.tell(waitFor(30_000))
  pass(700)
  countdown.again()
  countdown.end()
  pass(3_000)
  expect(told).toEqual([30_000, 29_300])
})

test('how long it still is until a customer is looked up is told every second, too', () => {
  const told: (readonly number[])[] = []
  const { clock, pass, timers } = clockwork()
  createCountdown(clock, ({ checks }) => void told.push(checks.map(({ forMs }) => forMs))).tell({
    waiting: null, checks: [{ customer: 'A1', reason: 'the answer was cut off', forMs: 900 }, { customer: 'A2', reason: 'the answer was cut off', forMs: 1_400 }],
  } as unknown as PostProgress)
  pass(5_000)
  expect(told).toEqual([[900, 1_400], [0, 400], [0, 0]])
  expect(timers()).toBe(0)
})
