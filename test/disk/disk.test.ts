// The journal's disk fails at every place of a whole import, in turn: nothing may be sent without its intent, the reason must be
// said, and a resume on a sound disk must end with everything exactly once. All places in all manners: npm run nightly -- disk.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atOnce } from '../kill/at-once.ts'
import { buildChild } from '../kill/build-child.ts'
import { ensureStrace } from '../trace/traced.ts'
import { sampleOfFaults } from './faults.ts'
import { countCalls, runWithFault } from './run-with-fault.ts'

const CUSTOMERS = 20
/** Of page writes; a prime, so that headers and pages, and the pages of each kind of commit, all have their turn. */
const STRIDE = 11

let child: Awaited<ReturnType<typeof buildChild>>
beforeAll(async () => {
  ensureStrace()
  child = await buildChild()
})
afterAll(() => child.remove())

test('wherever the disk fails, nothing is sent without its intent, and a resume ends with everything once', async () => {
  const counts = await countCalls(child.path, CUSTOMERS)
  // Otherwise the paths that are watched are not the journal's.
  expect(counts.fsync).toBeGreaterThan(2 * CUSTOMERS)
  expect(counts.pwrite64).toBeGreaterThan(4 * CUSTOMERS)
  const faults = sampleOfFaults(counts, STRIDE)
  const ended = await atOnce(faults, 3, (fault) => runWithFault(child.path, CUSTOMERS, fault))
  expect(ended.flatMap(({ wrong }) => wrong)).toEqual([])
  // Most faults must have been felt, or nothing was tested.
  expect(ended.filter(({ stopped }) => stopped !== null).length).toBeGreaterThan(faults.length / 2)
}, 1_800_000)
