import { expect, test } from 'vitest'
import type { Clock } from '../../../ports.ts'
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
  const pacer = createPacer({ clock: steps.clock, pace: { requestsPerSecond, lanes: 8 } })
  const times: number[] = []
  const ask = (count: number): void => {
    for (let index = 0; index < count; index += 1) void pacer.turn({ lane: 'read' }).then((turn) => {
      times.push(steps.clock.now())
      turn.done('good')
    })
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

test('the rate that is told is that of the turns, from the first seconds on, and never above the limit', async () => {
  const { pass, pacer, ask } = paced(10)
  ask(300)
  const told: number[] = []
  for (let second = 0; second < 20; second += 1) {
    await pass(1_000)
    told.push(pacer.ratePerSecond())
  }
  expect(Math.max(...told)).toBeLessThanOrEqual(10)
  expect(Math.min(...told.slice(2))).toBeGreaterThan(9.5)
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

test('a server that asks to slow down gets half of it, once for all requests that were told together; clean answers bring it back', async () => {
  const { pass, pacer, times, ask } = paced(100)
  const [first, second] = await Promise.all([pacer.turn({ lane: 'read' }), pass(10).then(() => pacer.turn({ lane: 'read' }))])
  first.done('throttled')
  second.done('overloaded')
  first.done('throttled')
  expect([pacer.lanes(), pacer.slowedTo()]).toEqual([4, 50])
  ask(3)
  await pass(60)
  expect([(times[1] ?? 0) - (times[0] ?? 0), (times[2] ?? 0) - (times[1] ?? 0)]).toEqual([20, 20])
  ask(80)
  await pass(2_000)
  expect([pacer.lanes(), pacer.slowedTo()]).toEqual([8, null])
})

test('reads and creates have lanes of their own, and each waits only for its own', async () => {
  const { pass, pacer } = paced(1_000)
  pacer.setPace({ requestsPerSecond: 1_000, lanes: 1 })
  const order: string[] = []
  const write = await pacer.turn({ lane: 'write' })
  void pacer.turn({ lane: 'write' }).then(() => order.push('write'))
  void pacer.turn({ lane: 'read' }).then(() => order.push('read'))
  await pass(20)
  expect(order).toEqual(['read'])
  write.done('good')
  await pass(5)
  expect(order).toEqual(['read', 'write'])
})

test('repeated requests are a tenth of the others and ten; beyond it one in half a minute, and nobody waits for them', async () => {
  const { clock, pass } = createSteps()
  const told: (string | null)[] = []
  const pacer = createPacer({ clock, pace: { requestsPerSecond: 1_000, lanes: 8 }, onStill: (still) => void told.push(still === null ? null : `${still.reason} at ${clock.now()} for ${still.forMs}`) })
  const left = { first: 0, again: 0 }
  const send = (kind: 'first' | 'again', count: number): void => {
    for (let index = 0; index < count; index += 1) {
      void pacer.turn({ lane: 'read', isRetry: kind === 'again' }).then((turn) => {
        left[kind] += 1
        turn.done('good')
      })
    }
  }
  send('again', 40)
  await pass(1_000)
  expect(left).toEqual({ first: 0, again: 10 })
  expect(told).toEqual(['repeats at 9 for 30000'])
  send('first', 100)
  await pass(1_000)
  expect(left).toEqual({ first: 100, again: 20 })
  await pass(61_000)
  expect(left).toEqual({ first: 100, again: 22 })
  // Each time once that it is over, when something leaves.
  expect(told.filter((each) => each === null)).toHaveLength(3)
  expect(told.at(-1)).toMatch(/^repeats at 6\d{4} for 30000$/)
  pacer.letGo()
  expect(told.at(-1)).toBe(null)
})

test('answers that become twice as slow slow the run down, to a quarter at most', async () => {
  const { pass, pacer } = paced(100)
  const answer = async (count: number, afterMs: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      const turn = pacer.turn({ lane: 'write' })
      await pass(50)
      await pass(afterMs)
      const given = await turn
      given.done('good')
      await pass(1)
    }
  }
  await answer(30, 50)
  expect(pacer.lanes()).toBe(8)
  await answer(12, 800)
  expect(pacer.lanes()).toBe(4)
})

test('what the server says it will still take is spread over the time until it takes more', async () => {
  const { clock, pass } = createSteps()
  let quota: { remaining: number; resetMs: number } | null = { remaining: 4, resetMs: 1_000 }
  const pacer = createPacer({ clock, pace: { requestsPerSecond: 100, lanes: 8 }, quota: () => quota })
  const times: number[] = []
  const ask = (): void => void pacer.turn({ lane: 'read' }).then((turn) => {
    times.push(clock.now())
    turn.done('good')
  })
  ask()
  ask()
  await pass(300)
  expect(times).toEqual([0, 250])
  quota = { remaining: 0, resetMs: 400 }
  ask()
  await pass(390)
  expect(times).toHaveLength(2)
  quota = null
  await pass(100)
  expect(times).toHaveLength(3)
})

test('a server that takes nothing for long, by its own word, is told as a wait; a short moment is not', async () => {
  const { clock, pass } = createSteps()
  const told: unknown[] = []
  let quota: { remaining: number; resetMs: number } | null = { remaining: 0, resetMs: 500 }
  const pacer = createPacer({ clock, pace: { requestsPerSecond: 100, lanes: 8 }, quota: () => quota, onStill: (still) => void told.push(still) })
  void pacer.turn({ lane: 'read' })
  expect(told).toEqual([])
  quota = { remaining: 0, resetMs: 9_000 }
  void pacer.turn({ lane: 'read' })
  expect(told).toEqual([{ reason: 'throttled', forMs: 9_000 }])
  quota = null
  await pass(9_000)
  expect(told.at(-1)).toBe(null)
})

test('a server that is down gets one question in a while and nothing else, until it answers; then half the pace', async () => {
  const { clock, pass } = createSteps()
  let isUp = false
  const probes: number[] = []
  const told: string[] = []
  const pacer = createPacer({
    clock, pace: { requestsPerSecond: 100, lanes: 8 },
    breaker: {
      restMs: () => 3_000, onOpen: (restMs) => void told.push(`open ${restMs}`), onClosed: () => void told.push('closed'),
      probe: () => {
        probes.push(clock.now())
        return Promise.resolve(isUp)
      },
    },
  })
  const send = async (heard: 'good' | 'bad'): Promise<void> => (await pacer.turn({ lane: 'write' })).done(heard)
  void Promise.all(Array.from({ length: 10 }, async (_, index) => send(index < 5 ? 'good' : 'bad')))
  await pass(200)
  expect(told).toEqual(['open 3000'])
  const openedAt = 90
  let gone = 0
  void pacer.turn({ lane: 'write' }).then(() => (gone += 1))
  pacer.hold(4_000)
  await pass(4_000)
  expect([probes, gone]).toEqual([[openedAt + 3_000], 0])
  isUp = true
  await pass(3_500)
  expect(probes).toHaveLength(2)
  expect(told.at(-1)).toBe('closed')
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
