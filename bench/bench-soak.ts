// A whole large import under bad conditions: 5 % of the requests that create meet a fault, tokens expire, the process is killed
// again and again. What counts is that nothing is wrong at the end and that memory does not grow with what has been sent.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedRandom } from '../scripts/examples/random.ts'
import { buildChild } from '../test/kill/build-child.ts'
import { type Orders, stepPoints } from '../test/kill/child/orders.ts'
import { live, resumeToEnd } from '../test/kill/live.ts'
import { verdict } from '../test/kill/verdict.ts'
import { accountOf, depotOf } from '../test/kill/wanted.ts'
import type { Ledger } from '../test/wire/support/run.ts'
import { startSandbox } from './children.ts'
import { startClock } from './measure.ts'
import { beside, markdown } from './table.ts'

const FAULTY = 0.05
const SETTLE_MS = 1_500
const kinds = ['drop-applied', 'drop-not-applied', 'drop-applied-later', 'error-applied', 'error-not-applied', 'cut-applied', 'bad-request-applied', 'unauthorised'] as const
/** Kills fall into this part of the run; the rest is one long life, whose memory is measured. */
const RESTLESS = 0.4

export async function benchSoak({ customers, kills }: { readonly customers: number; readonly kills: number }): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'onboarder-soak-'))
  const child = await buildChild()
  const random = seedRandom(customers)
  writeFileSync(join(folder, 'faults.json'), JSON.stringify(faults(customers, random)))
  const sandbox = await startSandbox(0, '--allow-duplicates', '--token-life', '100', '--faults', join(folder, 'faults.json'))
  try {
    const seconds = startClock()
    const orders: Orders = {
      url: sandbox.url, folder, customers, settleMs: SETTLE_MS, writeDeadlineMs: 5_000, requestsPerSecond: 2_000, lanes: 8, kill: null, weakness: null,
      tellEvery: Math.max(100, Math.round(customers / 50)),
    }
    let killed = 0
    for (let count = 0; count < kills; count += 1) {
      const visit = Math.max(1, Math.round((customers * RESTLESS * 2 * (0.5 + random.below(100) / 100)) / (2 * kills)))
      if ((await live(child.path, { ...orders, kill: { point: random.pick(stepPoints), step: null, visit } })).killed) killed += 1
    }
    const ending = await resumeToEnd(child.path, orders)
    const time = seconds()
    const ledger = await (await fetch(`${sandbox.url.replace('/v1', '/sandbox')}/ledger?bodies=false`)).json() as Ledger
    const wrong = verdict({ ...ending, ledger }, { customers, settleMs: SETTLE_MS })
    for (const sentence of wrong.slice(0, 20)) console.error(sentence)
    const met = ledger.requests.filter(({ fault }) => fault !== null).length
    const lately = ledger.requests.filter(({ at }) => Date.parse(String(at)) >= ending.lastStart).length
    const { cpuMs, peakMegabytes } = spent(ending.said)
    const logins = ledger.requests.filter(({ path }) => path.endsWith('/authenticate')).length
    return markdown(`Soak: ${customers.toLocaleString('en-GB')} customers, ${kills} kills`, ['what', 'figure'], [
      ['violations', beside({ figure: wrong.length, goal: 0, digits: 0 })],
      ['growth of memory in use per 10,000 customers, MB', beside({ figure: slopeOf(ending.said, 'used') * 10_000, goal: 1 })],
      ['growth of the process as the system sees it, the same, MB', (slopeOf(ending.said, 'rss') * 10_000).toFixed(2)],
      ['the most it held, final look and report included, MB', peakMegabytes.toFixed(0)],
      [`CPU ms/request in the last life of ${lately.toLocaleString('en-GB')} requests, journal, final look and report included`, (cpuMs / lately).toFixed(2)],
      ['kills that came to pass', String(killed)],
      ['faults met', String(met)],
      ['logins', String(logins)],
      ['requests', ledger.requests.length.toLocaleString('en-GB')],
      ['minutes', (time / 60).toFixed(1)],
    ])
  } finally {
    sandbox.stop()
    child.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

function faults(customers: number, random: ReturnType<typeof seedRandom>): readonly object[] {
  return Array.from({ length: customers }, (_, index) => accountOf(index)).flatMap((account, index) => [
    ...(random.chance(FAULTY) ? [{ endpoint: 'POST /customers', key: account, attempt: 1, fault: random.pick(kinds), delayMs: random.below(400) }] : []),
    ...(index % 2 === 1 && random.chance(FAULTY) ? [{ endpoint: 'POST /sites', key: depotOf(account), attempt: 1, fault: random.pick(kinds), delayMs: random.below(400) }] : []),
  ])
}

interface Memory { readonly kind: 'memory'; readonly phase: string; readonly ended: number; readonly used: number; readonly rss: number }
interface Spent { readonly kind: 'spent'; readonly cpuMs: number; readonly peakMegabytes: number }

function linesOf<Line extends Memory | Spent>(said: string, kind: Line['kind']): readonly Line[] {
  return said.split('\n').filter((line) => line.startsWith(`{"kind":"${kind}"`)).map((line) => JSON.parse(line) as Line)
}

function spent(said: string): Spent {
  const [last] = linesOf<Spent>(said, 'spent').slice(-1)
  if (last === undefined) throw new Error('the last life did not say what it spent')
  return last
}

/**
 * Megabytes for each customer while sending, after everything that is no longer needed was collected: by least squares over the last
 * life but its first fifth, in which memory is still being claimed.
 */
function slopeOf(said: string, measure: 'used' | 'rss'): number {
  const samples = linesOf<Memory>(said, 'memory').filter(({ phase }) => phase === 'sending')
  const settled = samples.slice(Math.ceil(samples.length / 5))
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(settled.map(({ ended }) => ended)), mean(settled.map((sample) => sample[measure]))]
  return settled.reduce((sum, sample) => sum + (sample.ended - x) * (sample[measure] - y), 0) / settled.reduce((sum, { ended }) => sum + (ended - x) ** 2, 0)
}
