// The proof of the proof: a protocol that is weakened in one place has to be caught. One that is not shows that the simulator's world is too
// kind, or its judge blind.
import { expect, test } from 'vitest'
import { bundle } from './bundle.ts'
import type { Violation } from '../judge/evidence.ts'
import { mutants } from './mutants/index.ts'
import { playInProcess } from './play-in-process.ts'

/** Schedules each weakened engine has at most, from the one that showed it when it was written; a change of the engine's timing moves them. */
const SCHEDULES = 1_500

test('there are thirty weaknesses or more, each in a place of its own', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(30)
  expect(new Set(mutants.map(({ text, replacement }) => `${text} ${replacement}`)).size).toBe(mutants.length)
})

// The engine as it is plays all of these schedules in simulation.test.ts.
test.each(mutants.map((mutant, at) => [mutant.name, mutant, at] as const))('caught: %s', async (_name, mutant, at) => {
  const program = await bundle(`mutant-${at}`, mutant)
  const end = mutant.seed + SCHEDULES
  const broken: Violation['invariant'][] = []
  for (let from = mutant.seed; from < end && !broken.some((invariant) => mutant.caughtBy.includes(invariant));) {
    const [first] = (await playInProcess(program, { from, count: end - from, mostBad: 1 })).bad
    broken.push(...(first?.violations ?? []).map(({ invariant }) => invariant))
    from = (first?.seed ?? end) + 1
  }
  expect(mutant.caughtBy.filter((invariant) => broken.includes(invariant))).not.toEqual([])
})
