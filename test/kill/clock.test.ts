// P19: the computer's clock is turned back and forth, by hours and by a year, several times a second, while real processes import.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fault } from '#sandbox/fates/order.ts'
import { inArena } from './arena.ts'
import { atOnce } from './at-once.ts'
import { buildChild } from './build-child.ts'
import type { Kill, Orders } from './child/orders.ts'
import { compile } from './compile.ts'
import { live, resumeToEnd } from './live.ts'
import { LATE_MS, SETTLE_MS } from './schedules.ts'
import { measureSlowness } from './slowness.ts'
import { verdict } from './verdict.ts'
import { accountOf, depotOf, stepOf } from './wanted.ts'

const CUSTOMERS = 8

interface Turning {
  readonly everyMs: number
  /** Only ever forward; else back as well. */
  readonly isAhead: boolean
}

let child: Awaited<ReturnType<typeof buildChild>>
let library: string
let slowness: number
beforeAll(async () => {
  child = await buildChild()
  library = join(dirname(child.path), 'turning-clock.so')
  compile(new URL('child/turning-clock.c', import.meta.url), library)
  slowness = await measureSlowness(child.path)
})
afterAll(() => child.remove())

const env = ({ everyMs, isAhead }: Turning): NodeJS.ProcessEnv => ({ LD_PRELOAD: library, CLOCK_EVERY_MS: String(everyMs), ...(isAhead ? { CLOCK_AHEAD: '1' } : {}) })

/** What makes the client wait, for every reason it has: a window, a pause that was asked for until a date, a repeat. */
function faults(): readonly Fault[] {
  const at = (index: number, fault: Fault['fault'], more: Partial<Fault> = {}): Fault => ({ endpoint: 'POST /customers', key: accountOf(index), attempt: 1, fault, ...more })
  return [
    at(1, 'drop-applied'), at(2, 'drop-not-applied'), at(3, 'drop-applied-later', { delayMs: Math.round(LATE_MS * slowness) }), at(4, 'throttle', { retryAfter: new Date(Date.now() + 3_000).toUTCString() }),
    at(5, 'unavailable', { retryAfter: 1 }), at(6, 'error-applied'), { endpoint: 'POST /sites', key: depotOf(accountOf(7)), attempt: 1, fault: 'drop-not-applied' },
  ]
}

interface Told {
  readonly turning: Turning
  readonly kill: Kill | null
  readonly weakness: Orders['weakness']
}

async function importUnder({ turning, kill, weakness }: Told): Promise<readonly string[]> {
  const settleMs = SETTLE_MS * slowness
  return inArena({ customers: CUSTOMERS, faults: faults(), settleMs, weakness }, async ({ orders, readLedger }) => {
    if (kill !== null) await live(child.path, { ...orders, kill }, env(turning))
    const ending = await resumeToEnd(child.path, orders, env(turning))
    return verdict({ ...ending, ledger: await readLedger() }, { customers: CUSTOMERS, settleMs })
  })
}

test('a clock that is turned back and forth changes nothing: no window is shorter or longer, nobody is sent twice or forgotten', { timeout: 600_000 }, async () => {
  const turnings: readonly Turning[] = [20, 90, 250, 700].map((everyMs, at) => ({ everyMs, isAhead: at % 2 === 1 }))
  const kills = [null, { point: 'wrote', step: stepOf(accountOf(3)), visit: 1 }] as const
  const all = turnings.flatMap((turning) => kills.map((kill): Told => ({ turning, kill, weakness: null })))
  const wrong = await atOnce(all, 8, async (told) => (await importUnder(told)).map((what) => `turned every ${told.turning.everyMs} ms: ${what}`))
  expect(wrong.flat()).toEqual([])
})

test('the proof can fail: the clock is turned, and waits by it send twice', { timeout: 600_000 }, async () => {
  const read = 'const seen = []; setInterval(() => { seen.push(Date.now()); if (seen.length === 40) { console.log(Math.max(...seen) - Math.min(...seen)); process.exit() } }, 10)'
  const { stdout } = spawnSync(process.execPath, ['-e', read], { encoding: 'utf8', env: { ...process.env, ...env({ everyMs: 20, isAhead: false }) } })
  expect(Number(stdout)).toBeGreaterThan(365 * 86_400_000)
  const wrong = await importUnder({ turning: { everyMs: 20, isAhead: true }, kill: null, weakness: 'wall-clock' })
  expect(wrong.join('\n')).toMatch(/^I7: .* was sent again after /m)
})
