import { seedRandom } from '../../scripts/examples/random.ts'
import type { Fault } from '#sandbox/fates/order.ts'
import { type Kill, runPoints, stepPoints } from './child/orders.ts'
import { CUSTOMERS, fates, LATE_MS, type Schedule } from './schedules.ts'
import { accountOf, depotOf, depotStepOf, stepOf } from './wanted.ts'

const kinds = [
  'drop-applied', 'drop-not-applied', 'drop-applied-later', 'error-applied', 'error-not-applied', 'unavailable', 'unavailable-applied', 'bad-request-applied', 'cut-applied', 'throttle', 'html',
] as const

/** The same seed, the same schedule: up to four kills anywhere, and up to one fault for each request that creates. */
export function randomSchedule(seed: number): Schedule {
  const random = seedRandom(seed)
  const accounts = Array.from({ length: CUSTOMERS }, (_, index) => accountOf(index))
  const requests = [
    ...accounts.map((key) => ({ endpoint: 'POST /customers', key })), ...accounts.filter((_, index) => index % 2 === 1).map((account) => ({ endpoint: 'POST /sites', key: depotOf(account) })),
  ]
  const faults = requests.filter(() => random.chance(0.4)).map((request): Fault => {
    const fault = random.pick(kinds)
    return { ...request, fault, attempt: random.chance(0.8) ? 1 : 2, ...(fault === 'drop-applied-later' ? { delayMs: 100 + random.below(LATE_MS) } : {}) }
  })
  const kills = Array.from({ length: 1 + random.below(4) }, (): Kill => {
    if (random.chance(0.3)) return { point: random.pick(runPoints), step: null, visit: 1 + random.below(6) }
    const account = random.pick(accounts)
    const step = random.chance(0.5) ? null : accounts.indexOf(account) % 2 === 1 && random.chance(0.5) ? depotStepOf(account) : stepOf(account)
    return { point: random.pick(stepPoints), step, visit: step === null ? 1 + random.below(CUSTOMERS) : 1 }
  })
  // Only the latest landing matters to the judge.
  return { name: `seed ${seed}`, fate: faults.some(({ fault }) => fault === 'drop-applied-later') ? 'late' : random.pick(fates), lateMs: LATE_MS + 100, faults, kills }
}
