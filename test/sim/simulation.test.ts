// The real engine in a simulated world: one seed is one schedule of faults, kills and losses of power. scripts/nightly/simulation.ts plays more
// of them, and any one again line by line.
import { expect, test } from 'vitest'
import { bundle } from './bundle.ts'
import { playInProcesses, tellBad } from './play-in-process.ts'
import type { Met } from './world/met.ts'

const SCHEDULES = 200_000
const PROCESSES = 2

/** In a thousand schedules, at least: about two thirds of what was met when these were written. */
const leastInThousand: Met = {
  starts: 2_300, deaths: 700, powerLosses: 350, requests: 2_700, unclearAnswers: 370, lateLandings: 120, halves: 20, staleReads: 800, settleWaits: 800, dependents: 800, doubles: 14,
}

test(`${SCHEDULES.toLocaleString('en-GB')} schedules: each customer once, none lost, and everything said is true`, async () => {
  const played = await playInProcesses(await bundle('whole'), { from: 1, count: SCHEDULES, mostBad: 10 }, PROCESSES)
  expect(tellBad(played)).toEqual([])
  expect(played.played).toBe(SCHEDULES)
  // A world in which nothing happens proves nothing.
  for (const [what, least] of Object.entries(leastInThousand)) {
    expect({ what, met: played.met[what as keyof Met] }).toEqual({ what, met: expect.toSatisfy((met: number) => met > (least * SCHEDULES) / 1000) })
  }
}, 2_400_000)

/**
 * 2,445,362: a refusal that was applied all the same, and another run with the same customer before any read showed it. 9,558,955: two sites
 * of a customer without an answer when the process ended, the first of them sent as often as may be.
 */
const brokeOnce = [2_445_362, 9_558_955]

test.each(brokeOnce)('schedule %d, which broke an invariant once', async (seed) => {
  const played = await playInProcesses(await bundle('whole'), { from: seed, count: 1, mostBad: 1 }, 1)
  expect(tellBad(played)).toEqual([])
  expect(played.played).toBe(1)
})
