import { expect, test } from 'vitest'
import type { Clock } from '../../ports.ts'
import { createPacer } from './pacer.ts'

/** Steps in whole milliseconds; each step lets promises run. */
function createSteps(): { readonly clock: Clock; readonly pass: (ms: number) => Promise<void> } {
  let now = 0
  const timers: { at: number; call: () => void }[] = []
  return {
    clock: {
      now: () => now,
      after(delayMs, call) {
        const timer = { at: now + delayMs, call }
        timers.push(timer)
        return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
      },
    },
    async pass(ms) {
      await Promise.resolve()
      for (let step = 0; step < ms; step += 1) {
        now += 1
        for (const timer of timers.filter(({ at }) => at <= now)) {
          timers.splice(timers.indexOf(timer), 1)
          timer.call()
        }
        await Promise.resolve()
      }
    },
  }
}

function paced(requestsPerSecond: number) {
  const steps = createSteps()
  const pacer = createPacer(steps.clock, { requestsPerSecond, lanes: 8 })
  const times: number[] = []
  const ask = (count: number): void => {
    for (let index = 0; index < count; index += 1) void pacer.turn().then(() => times.push(steps.clock.now()))
  }
  return { ...steps, pacer, times, ask }
}

test('turns are evenly spaced, also right after idle time', async () => {
  const { pass, times, ask } = paced(50)
  await pass(1_000)
  ask(5)
  await pass(200)
  expect(times).toEqual([1_000, 1_020, 1_040, 1_060, 1_080])
})

test('a held pacer gives no turn before the time is over, the longest hold counts', async () => {
  const { pass, pacer, times, ask } = paced(100)
  pacer.hold(300)
  pacer.hold(100)
  ask(2)
  await pass(299)
  expect(times).toEqual([])
  await pass(50)
  expect(times).toEqual([300, 310])
})

test('a pause holds until it is lifted', async () => {
  const { pass, pacer, times, ask } = paced(100)
  pacer.pause()
  ask(1)
  await pass(500)
  expect(times).toEqual([])
  pacer.resume()
  await pass(5)
  expect(times).toHaveLength(1)
})

test('slowing down halves the pace once for all lanes that were told together, and recovers in steps', async () => {
  const { pass, pacer, times, ask } = paced(100)
  pacer.slowDown()
  pacer.slowDown()
  expect(pacer.lanes()).toBe(4)
  ask(3)
  await pass(60)
  expect(times).toEqual([0, 20, 40])
  for (let clean = 0; clean < 80; clean += 1) pacer.recover()
  expect(pacer.lanes()).toBe(8)
  await pass(600)
  pacer.slowDown()
  expect(pacer.lanes()).toBe(4)
})

test('a new pace holds for those already waiting', async () => {
  const { pass, pacer, times, ask } = paced(1)
  ask(3)
  await pass(100)
  expect(times).toEqual([0])
  pacer.setPace({ requestsPerSecond: 100, lanes: 1 })
  await pass(30)
  expect(times).toEqual([0, 110, 120])
})

test('at the end everybody is let go', async () => {
  const { pass, pacer, times, ask } = paced(1)
  pacer.pause()
  ask(3)
  pacer.letGo()
  ask(1)
  await pass(1)
  expect(times).toHaveLength(4)
})
