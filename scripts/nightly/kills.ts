// Real kills of real processes in schedules from a seed on (test/kill), until so many have come to pass. A failure names its own
// seed: `--seed THAT --count 1` shows it again.
import { parseArgs } from 'node:util'
import { buildChild } from '../../test/kill/build-child.ts'
import { randomSchedule } from '../../test/kill/random-schedule.ts'
import { runSchedule } from '../../test/kill/run-schedule.ts'
import { CUSTOMERS, SETTLE_MS } from '../../test/kill/schedules.ts'
import { verdict } from '../../test/kill/verdict.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '20000' } } })
const count = Number(values.count)
/** A night begins where no other night's seeds are. */
let seed = Number(values.seed) * (count > 1 ? 100_000 : 1)
const from = seed
let kills = 0
let failed = 0

async function lane(path: string): Promise<void> {
  while (kills < count) {
    const schedule = randomSchedule(seed++)
    const after = await runSchedule(path, schedule)
    kills += after.kills
    const wrong = verdict(after, { customers: CUSTOMERS, settleMs: SETTLE_MS })
    if (wrong.length > 0) {
      failed += 1
      console.error(`${schedule.name}:\n  ${wrong.join('\n  ')}\n  ${JSON.stringify(schedule)}`)
    }
    if (count === 1) return
    if ((seed - from) % 500 === 0) console.log(`  ${kills.toLocaleString('en-GB')} kills, ${failed} schedules with violations`)
  }
}

const child = await buildChild()
try {
  await Promise.all(Array.from({ length: count === 1 ? 1 : 10 }, () => lane(child.path)))
} finally {
  child.remove()
}
console.log(`kills: ${kills.toLocaleString('en-GB')} in ${(seed - from).toLocaleString('en-GB')} schedules from seed ${from}, ${failed} with violations`)
process.exitCode = failed === 0 ? 0 : 1
