import { expect, test } from 'vitest'
import { createTimeline, type Process } from './timeline.ts'

const born = (): Process => ({ alive: true, bornAt: 0, asleep: null, stoodStillMs: 0 })

test.each([true, false])('what comes to a sleeping process is taken when it wakes; its clock stands still: %s', async (standsStill) => {
  const timeline = createTimeline()
  const process = born()
  const taken: (readonly [string, number])[] = []
  const take = (what: string) => (): void => void taken.push([what, timeline.now()])
  timeline.after(20, take('set before'), process)
  timeline.after(10, () => {
    timeline.sleep(process, 1_000, standsStill)
    timeline.after(5, take('came meanwhile'), process)
    timeline.after(5, take('of the world'))
  })
  await timeline.runUntil(() => false)
  expect(taken.toSorted(([one], [other]) => one.localeCompare(other))).toEqual([['came meanwhile', 1_010], ['of the world', 15], ['set before', standsStill ? 1_020 : 1_010]])
  expect(timeline.clockOf(process).now()).toBe(standsStill ? 20 : 1_010)
})

test('a process dies with its timers', async () => {
  const timeline = createTimeline()
  const process = born()
  let calls = 0
  timeline.after(5, () => void (process.alive = false))
  timeline.after(10, () => void (calls += 1), process)
  await timeline.runUntil(() => false)
  expect([calls, timeline.now()]).toEqual([0, 5])
})
