// Real processes, the real journal, real HTTP, a real SIGKILL at every named point. See docs/decisions/0019-last-lines-of-defence.md.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atOnce } from './at-once.ts'
import { buildChild } from './build-child.ts'
import { type Aftermath, runSchedule } from './run-schedule.ts'
import { allSchedules, CUSTOMERS, fates, LATE_MS, type Schedule, SETTLE_MS } from './schedules.ts'
import { measureSlowness } from './slowness.ts'
import { verdict } from './verdict.ts'

/** Most of a schedule is waiting for the settle window. */
const LANES = 10

let child: Awaited<ReturnType<typeof buildChild>>
let slowness: number
beforeAll(async () => {
  child = await buildChild()
  slowness = await measureSlowness(child.path)
})
afterAll(() => child.remove())

function wrongOf(after: Aftermath, settleMs: number): readonly string[] {
  const { name, fate, broken = [] } = after.schedule
  return verdict(after, { customers: CUSTOMERS, settleMs, broken }).map((sentence) => `${name}, ${fate}: ${sentence}`)
}

const wasKilled = ({ kills, schedule }: Aftermath): boolean => kills === schedule.kills.length

/** Nothing may be wrong with any of them, whether its kill came to pass or not. */
async function playAll(slow: number, chosen: (schedule: Schedule) => boolean = () => true): Promise<readonly Aftermath[]> {
  const settleMs = SETTLE_MS * slow
  const after = await atOnce(allSchedules(LATE_MS * slow).filter(chosen), LANES, (schedule) => runSchedule(child.path, schedule, { weakness: null, settleMs }))
  expect(after.flatMap((each) => wrongOf(each, settleMs))).toEqual([])
  return after
}

test('killed at every point, with every fate of the request, and resumed: everything exactly once, and the report says so', async () => {
  const first = await playAll(slowness)
  // A machine that has got slower since: it saw a provoked double early and stopped by itself, before the point was reached. No other may be missed.
  const missed = first.filter((each) => each.schedule.broken !== undefined && !wasKilled(each))
  const isMissed = ({ name, fate }: Schedule): boolean => missed.some(({ schedule }) => schedule.name === name && schedule.fate === fate)
  const again = missed.length === 0 ? [] : await playAll((await measureSlowness(child.path)) * 2, isMissed)
  const after = [...first.filter((each) => !missed.includes(each)), ...again]
  expect(after.filter((each) => !wasKilled(each)).map(({ schedule, kills }) => `${schedule.name}, ${schedule.fate}: ${kills} kills`)).toEqual([])
  expect(after.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThanOrEqual(400)
  for (const fate of fates) expect(new Set(after.filter(({ schedule }) => schedule.fate === fate).flatMap(({ schedule }) => schedule.kills.map(({ point }) => point))).size).toBeGreaterThanOrEqual(30)
  expect(after.filter(landedAfterRestart).length).toBeGreaterThan(0)
  // Each double that was provoked was found by the final look, though that was killed.
  const provoked = after.filter(({ schedule: { broken } }) => broken !== undefined)
  expect(provoked.map(({ receipts }) => receipts.filter(({ outcome }) => outcome === 'duplicate').length)).toEqual(provoked.map(() => 1))
}, 1_800_000)

/** The request was applied when the next process was at work already. */
function landedAfterRestart({ schedule, ledger, lastStart }: Aftermath): boolean {
  return ledger.requests.some(({ fault, applied, at }) => fault === 'drop-applied-later' && applied === true && Date.parse(String(at)) + schedule.lateMs > lastStart)
}

/** Killed where the request is out and its fate open; it lands when a hasty successor has long decided. */
const telling = (): readonly Schedule[] => allSchedules(6_000 * slowness).filter(({ fate, kills }) => fate === 'late' && kills.length === 1 && kills[0]?.point === 'wrote')

test('the harness can fail: without a settle window, or without a written intent, it finds doubles', async () => {
  const hasty = await atOnce(telling(), LANES, (schedule) => runSchedule(child.path, schedule, { weakness: null, settleMs: 40 }))
  expect(hasty.flatMap((each) => wrongOf(each, 40)).join('\n')).toContain('is there 2 times')
  const forgetful = await atOnce(telling(), LANES, (schedule) => runSchedule(child.path, schedule, { weakness: 'late-intent', settleMs: SETTLE_MS }))
  expect(forgetful.flatMap((each) => wrongOf(each, SETTLE_MS)).join('\n')).toContain('is there 2 times')
}, 600_000)
