import { expect, test } from 'vitest'
import type { Clock } from '../../../ports.ts'
import { createPacer } from './pacer.ts'

/** A clock whose timers are late, as those of a busy machine are. */
function createLateClock(lateMs: () => number): { readonly clock: Clock; readonly passTo: (ms: number) => Promise<void>; readonly stall: (ms: number) => void } {
  let now = 0
  let timers: { readonly at: number; readonly call: () => void }[] = []
  return {
    clock: {
      now: () => now,
      after(delayMs, call) {
        const timer = { at: now + Math.max(0, delayMs) + lateMs(), call }
        timers.push(timer)
        return () => void (timers = timers.filter((each) => each !== timer))
      },
    },
    async passTo(end) {
      for (;;) {
        for (let round = 0; round < 10; round += 1) await Promise.resolve()
        const [next] = timers.toSorted((left, right) => left.at - right.at)
        if (next === undefined || next.at > end) return
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.call()
      }
    },
    stall: (ms) => void (now += ms),
  }
}

/** The same numbers in every run. */
function createDice(): (most: number) => number {
  let state = 7
  return (most) => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647
    return (state / 2_147_483_647) * most
  }
}

function mostInOneSecond(times: readonly number[]): number {
  return Math.max(...times.map((from, index) => times.slice(index, index + 500).filter((time) => time < from + 1000).length))
}

test.each([[10, 0.97], [50, 0.97], [200, 0.95]])('at %i a second a server sees one more in any second at most, and nearly all of them are used, whatever delays a request on its way out', async (perSecond, share) => {
  const dice = createDice()
  const { clock, passTo, stall } = createLateClock(() => dice(3))
  const pacer = createPacer({ clock, pace: { requestsPerSecond: perSecond, lanes: 8 } })
  const seen: number[] = []
  const lane = async (kind: 'read' | 'write'): Promise<void> => {
    for (;;) {
      const turn = await pacer.turn({ lane: kind })
      // A connection, and a sync of the disk in which everything stands still: now and then a long one.
      if (kind === 'write') {
        await new Promise<void>((resolve) => void clock.after(1, resolve))
        stall(dice(1) < 0.02 ? dice(60) : dice(2))
        turn.leaves()
      }
      seen.push(clock.now() + dice(8))
      await new Promise<void>((resolve) => void clock.after(20, resolve))
      turn.done('good')
    }
  }
  for (const kind of ['read', 'write', 'read', 'write', 'read', 'write', 'read', 'write', 'read', 'write'] as const) void lane(kind)
  await passTo(60_000)
  const times = seen.toSorted((left, right) => left - right)
  expect(mostInOneSecond(times)).toBeLessThanOrEqual(perSecond + 1)
  expect(times.length / 60 / perSecond).toBeGreaterThan(share)
})
