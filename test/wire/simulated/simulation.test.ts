// The real loop and the real machine against a hostile server, a journal that dies, and virtual time: a few hundred schedules, each
// the same for its seed. A deeper simulator with its own mutants comes later; one weakening shows here that this one can fail.
import { expect, test } from 'vitest'
import { playSchedule, type Schedule } from './schedule.ts'

const settings = { settleMs: 2_000, networkPatienceMs: 20_000, troublePatienceMs: 600_000 }
const hostile = { faults: 0.25, latestMs: 1_900, lagMs: 200 } as const

const play = (seed: number, more: Partial<Schedule> = {}) => playSchedule({ seed, hazards: hostile, settings, deaths: 0.02, ...more })

test('without faults every customer is created by one request each', async () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const judged = await play(seed, { hazards: { faults: 0, latestMs: 0, lagMs: 0 }, deaths: 0 })
    expect({ seed, wrongs: judged.wrongs }).toEqual({ seed, wrongs: [] })
    expect(judged.receipts.every((receipt) => receipt?.outcome === 'created')).toBe(true)
  }
})

test('through faults and deaths every customer and site is there exactly once, or honestly called unknown', async () => {
  let deaths = 0
  let created = 0
  let customers = 0
  for (let seed = 1; seed <= 100; seed += 1) {
    const judged = await play(seed)
    expect({ seed, wrongs: judged.wrongs, finished: judged.finished }).toEqual({ seed, wrongs: [], finished: true })
    deaths += judged.deaths
    customers += judged.receipts.length
    created += judged.receipts.filter((receipt) => receipt?.outcome === 'created').length
  }
  expect(deaths).toBeGreaterThan(60)
  expect(created / customers).toBeGreaterThan(0.95)
})

test('a settle window shorter than the latest application is caught', async () => {
  let wrong = 0
  for (let seed = 1; seed <= 120; seed += 1) {
    const judged = await play(seed, { settings: { ...settings, settleMs: 200 }, hazards: { ...hostile, lagMs: 0 } })
    if (judged.wrongs.some((text) => text.includes('times') || text.includes('twice'))) wrong += 1
  }
  expect(wrong).toBeGreaterThanOrEqual(3)
})
