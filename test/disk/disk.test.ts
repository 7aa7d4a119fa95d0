// The journal's disk fails at each call of a whole import, in turn: nothing may be sent without its intent, the reason must be said,
// and a resume on a sound disk must end with everything exactly once. Larger imports: npm run nightly -- disk.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manners, nameOf } from './faults.ts'
import { buildProgram, playEveryCall, type Program } from './play-faults.ts'

const CUSTOMERS = 20
/** For each manner. An import waits more than it works. */
const PROCESSES = 2

let program: Program
beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

test('whichever call to the disk fails, nothing is sent without its intent, and a resume ends with everything once', async () => {
  const played = await Promise.all(manners.map(async (manner) => ({ manner, cases: await playEveryCall(program, { ...manner, customers: CUSTOMERS }, PROCESSES) })))
  expect(played.flatMap(({ manner, cases }) => cases.flatMap(({ nth, felt, wrong }) => wrong.map((sentence) => `${nameOf(manner)} at call ${nth} (${felt}): ${sentence}`)))).toEqual([])
  for (const { cases } of played) {
    const felt = cases.filter((each) => each.felt !== '')
    // Each process went on until nothing failed any more.
    expect(cases.length - felt.length).toBe(PROCESSES)
    // Otherwise the calls that are watched are not the journal's.
    expect(felt.length).toBeGreaterThan(25 * CUSTOMERS)
    expect(new Set(felt.map((each) => each.felt))).toEqual(new Set(['open', 'write', 'sync', 'truncate', 'unlink']))
    expect(felt.filter(({ hasStopped }) => hasStopped).length).toBeGreaterThan(felt.length / 2)
  }
}, 1_800_000)

test('the proof can fail: with an intent that is written late, it finds requests without one', async () => {
  const [first] = await program.play({ error: 'EIO', forEver: true, customers: CUSTOMERS, from: 200, stride: 5_000, weakness: 'late-intent' })
  expect(first?.wrong.join('\n')).toContain('without an intent')
})
