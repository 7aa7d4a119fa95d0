// The proof of the proof: a protocol that is weakened in one place has to be caught. One that is not shows that the simulator's world is too
// kind, or its judge blind.
import { expect, test } from 'vitest'
import { bundle } from './bundle.ts'
import { mutants } from './mutants/index.ts'
import { playInProcess } from './play-in-process.ts'

/** Schedules each weakened engine has at most, from the one that showed it when it was written; a change of the engine's timing moves them. */
const SCHEDULES = 1_500

test('there are thirty weaknesses or more, each in a place of its own', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(30)
  expect(new Set(mutants.map(({ text, replacement }) => `${text} ${replacement}`)).size).toBe(mutants.length)
})

test.each(mutants.map((mutant, at) => [mutant.name, mutant, at] as const))('caught: %s', async (_name, mutant, at) => {
  const program = await bundle(`mutant-${at}`, mutant)
  const { bad } = await playInProcess(program, { from: mutant.seed, count: SCHEDULES, mostBad: 3 })
  const broken = bad.flatMap(({ violations }) => violations.map(({ invariant }) => invariant))
  expect(broken.filter((invariant) => mutant.caughtBy.includes(invariant))).not.toEqual([])
})

test('the engine as it is passes the schedules that catch them', async () => {
  const program = await bundle('unweakened')
  for (const { name, seed } of mutants) {
    const { bad } = await playInProcess(program, { from: seed, count: 40, mostBad: 1 })
    expect({ name, bad }).toEqual({ name, bad: [] })
  }
})
