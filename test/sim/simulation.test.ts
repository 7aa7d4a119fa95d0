// The real engine in a simulated world: one seed is one schedule of faults, kills and losses of power. scripts/nightly/simulation.ts plays more
// of them, and any one again line by line.
import { expect, test } from 'vitest'
import { bundle } from './bundle.ts'
import { playInProcess } from './play-in-process.ts'

const SCHEDULES = 20_000
const PROCESSES = 2

test(`${SCHEDULES.toLocaleString('en-GB')} schedules: each customer once, none lost, and everything said is true`, async () => {
  const program = await bundle('whole')
  const count = SCHEDULES / PROCESSES
  const parts = await Promise.all(Array.from({ length: PROCESSES }, (_, at) => playInProcess(program, { from: 1 + at * count, count, mostBad: 10 })))
  const bad = parts.flatMap((part) => part.bad.map(({ seed, violations }) => `seed ${seed}: ${violations.map(({ invariant, what }) => `${invariant} ${what}`).join('; ')}; again, line by line: npx tsx scripts/nightly/simulation.ts --trace ${seed}`))
  expect(bad).toEqual([])
  const sum = (key: 'played' | 'deaths' | 'starts' | 'requests'): number => parts.reduce((total, part) => total + part[key], 0)
  expect(sum('played')).toBe(SCHEDULES)
  // A world in which nothing happens proves nothing.
  expect(sum('deaths')).toBeGreaterThan(SCHEDULES / 2)
  expect(sum('starts')).toBeGreaterThan(2 * SCHEDULES)
  expect(sum('requests')).toBeGreaterThan(2 * SCHEDULES)
}, 1_200_000)
