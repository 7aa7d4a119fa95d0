import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { judgeMany } from './answers/judge.ts'
import { openSocketJudge } from './answers/over-sockets.ts'

// Five million of them run every night: scripts/nightly/fuzz-answers.ts.
const sample = 50_000

/** Bytes in use once everything that can go is gone. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}

test('H01, H03, H05, H06, H07, N10, N11: 50,000 hostile answers are each settled once, believed only when whole and ours, and leave nothing behind', async () => {
  const warm = await judgeMany(1, 2_000)
  const before = heapBytes()
  const seen = await judgeMany(2_001, sample - 2_000)
  expect(heapBytes() - before).toBeLessThan(20_000_000)
  // Every class comes up, so none of the rules was idle.
  for (const kind of ['accepted', 'rejected', 'throttled', 'not-applied', 'unclear', 'unauthorised', 'critical'] as const) expect(warm[kind] + seen[kind]).toBeGreaterThan(50)
  expect(warm.unreachable + seen.unreachable).toBe(0)
}, 600_000)

test('H07: hostile answers over real connections: one request each, no connection stays open, and no read is given the answer to another', async () => {
  const judge = await openSocketJudge()
  const count = 600
  let next = 1
  const lane = async (): Promise<void> => {
    while (next <= count) {
      const seed = next++
      await judge.create(seed)
      await judge.read(seed)
    }
  }
  await Promise.all(Array.from({ length: 40 }, lane))
  expect(judge.creates()).toBe(count)
  // Those of the two pools for reads, at most; the server hears of the end of the last ones a moment later.
  await vi.waitFor(() => expect(judge.open()).toBeLessThanOrEqual(16), { timeout: 60_000 })
  await judge.close()
}, 600_000)
