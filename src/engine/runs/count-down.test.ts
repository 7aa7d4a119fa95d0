import { expect, test } from 'vitest'
import type { PostProgress } from '#core/stages/post/index.ts'
import { createCountdown } from './count-down.ts'

function bench() {
  let now = 0
  let timers: { readonly at: number; readonly call: () => void }[] = []
  const told: (number | null)[] = []
  const countdown = createCountdown({
    now: () => now,
    after(delayMs, call) {
      const timer = { at: now + delayMs, call }
      timers.push(timer)
      return () => { timers = timers.filter((each) => each !== timer) }
    },
  }, ({ waiting }) => void told.push(waiting === null ? null : waiting.forMs))
  const pass = (ms: number): void => {
    for (const end = now + ms; now < end; now += 100) {
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter((each) => !due.includes(each))
      for (const { call } of due) call()
    }
  }
  const waitFor = (forMs: number | null): PostProgress => ({ waiting: { reason: 'repeats', forMs } }) as PostProgress
  return { told, countdown, pass, waitFor, timers: () => timers.length }
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
  countdown.tell({ waiting: null } as PostProgress)
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
