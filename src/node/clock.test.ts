import { expect, test } from 'vitest'
import { systemClock } from './clock.ts'

test('no timer rings before its time', async () => {
  const early = await Promise.all(Array.from({ length: 40 }, async (_, index) => {
    const [from, delayMs] = [systemClock.now(), 1 + index / 7]
    await new Promise<void>((resolve) => void systemClock.after(delayMs, resolve))
    return systemClock.now() < from + delayMs
  }))
  expect(early).not.toContain(true)
})
