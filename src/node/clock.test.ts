import { afterEach, expect, test, vi } from 'vitest'
import { systemClock } from './clock.ts'

afterEach(() => void vi.useRealTimers())

test('no timer rings before its time', async () => {
  const early = await Promise.all(Array.from({ length: 40 }, async (_, index) => {
    const [from, delayMs] = [systemClock.now(), 1 + index / 7]
    await new Promise<void>((resolve) => void systemClock.after(delayMs, resolve))
    return systemClock.now() < from + delayMs
  }))
  expect(early).not.toContain(true)
})

test('a timer of the system that is early is not believed, and can still be taken back', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const call = vi.fn<() => void>()
  const cancel = systemClock.after(60_000, call)
  // To the timers a minute has passed, to the clock hardly anything.
  vi.advanceTimersByTime(60_001)
  expect([call.mock.calls.length, vi.getTimerCount()]).toEqual([0, 1])
  cancel()
  expect(vi.getTimerCount()).toBe(0)
})
