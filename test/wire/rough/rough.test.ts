// N12 and N13: whole imports over links that are slow, narrow, lossy, or that come and go. The real client, engine, journal and server.
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Api } from '#core/ports.ts'
import { connect } from '#node/http/connect.ts'
import { atOnce } from '../../kill/at-once.ts'
import { evidenceOf } from '../../judge/from-ledger.ts'
import { judge } from '../../judge/judge.ts'
import { plan, type Wanted } from '../support/plan.ts'
import { type Bench, credentials, type Ended, openBench, run } from '../support/run.ts'
import { type Link, openRoughProxy, type RoughProxy } from './proxy.ts'

const DEADLINE_MS = { write: 900, read: 900 }
const SETTLE_MS = 1_500
/** One lane: each that meets a link that is down repeats something, and where all allowed repeats are used up, the next is half a minute away. */
const PACE = { requestsPerSecond: 500, lanes: 1 }
/** What is under way when the client gives up still arrives a little later: the server counts from there. */
const UNDER_WAY_MS = 300
/** An operator goes on with what had stopped. */
const MOST_RESUMED = 30
const wanted = Array.from({ length: 16 }, (_, index): Wanted => ({ customer: `ACC${index}`, own: ['HQ', 'Annexe'], dependent: index % 2 === 0 ? [[`Depot ${index}`, 'HQ']] : [] }))

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close()
})

interface Played {
  readonly wrong: readonly string[]
  readonly proxy: RoughProxy
}

async function importOver(link: Link, { units = wanted, settleMs = SETTLE_MS }: { readonly units?: readonly Wanted[]; readonly settleMs?: number } = {}): Promise<Played> {
  const bench = await openBench({ uniqueAccountNumbers: false, uniqueSiteReferences: false })
  opened.push(bench)
  const proxy = await openRoughProxy(bench.sandbox.url, link)
  opened.push(proxy)
  const ended = await runToTheEnd(bench, proxy, { units, settleMs })
  // What a middlebox has kept is there before anything is judged.
  if (link.keepsMs !== undefined) await pause(2 * link.keepsMs)
  const ledger = await bench.ledger()
  const violations = units.flatMap((unit) => judge(evidenceOf({ unit, receipts: ended.receipts, ledger, settleMs: SETTLE_MS - UNDER_WAY_MS, broken: [], mayEnd: [], isFinished: ended.end.kind === 'finished' })))
  return {
    wrong: violations.map(({ invariant, what }) => `link ${link.seed}: ${invariant}: ${what}`), proxy,
  }
}

async function runToTheEnd(bench: Bench, proxy: RoughProxy, { units, settleMs }: { readonly units: readonly Wanted[]; readonly settleMs: number }): Promise<Ended> {
  let begin: Parameters<typeof run>[1]['begin'] = plan(units)
  for (let resumed = 0; ; resumed += 1) {
    const ended: Ended = await run(bench, { begin, api: await connectAtLast(proxy.url), random: () => Math.random() * 0.1, pace: PACE, settings: { settleMs, networkPatienceMs: 3_000, troublePatienceMs: 20_000 } })
    if (ended.end.kind === 'finished' || resumed >= MOST_RESUMED) return ended
    begin = ended.id
  }
}

async function connectAtLast(baseUrl: string): Promise<Api> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await connect({ ...credentials, baseUrl, deadlineMs: DEADLINE_MS })
    if (answer.ok) return answer.value
    await pause(100)
  }
  throw new Error('no login over this link')
}

const slow = (seed: number): Link => ({ seed, latencyMs: 120, bytesPerSecond: 12_000, loss: 0.004, flaps: null })
const flapping = (seed: number): Link => ({ seed, latencyMs: 20, bytesPerSecond: 200_000, loss: 0, flaps: { upMs: 600, downMs: 300, times: 3 } })

test('N12: over a slow, narrow link that breaks connections, everything arrives once', { timeout: 600_000 }, async () => {
  const played = await atOnce([1, 2, 3, 4], 4, (seed) => importOver(slow(seed)))
  expect(played.flatMap(({ wrong }) => wrong)).toEqual([])
  // Some answers were lost, and what they spoke of was not sent again blindly.
  expect(played.reduce((sum, { proxy }) => sum + proxy.seen.broken, 0)).toBeGreaterThan(3)
})

test('N13: over a link that comes and goes three times, everything arrives once', { timeout: 600_000 }, async () => {
  const played = await atOnce([11, 12, 13, 14], 4, (seed) => importOver(flapping(seed)))
  expect(played.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(played.reduce((sum, { proxy: { seen } }) => sum + seen.flaps, 0)).toBeGreaterThan(2)
  expect(played.reduce((sum, { proxy: { seen } }) => sum + seen.broken + seen.refused, 0)).toBeGreaterThan(0)
})

test('the proof can fail: a link that delivers late, and a window that is too short for it', { timeout: 600_000 }, async () => {
  const link: Link = { seed: 21, latencyMs: 5, bytesPerSecond: 1_000_000, loss: 0, flaps: null, keepsMs: 2_000 }
  const { wrong } = await importOver(link, { units: wanted.slice(0, 2), settleMs: 20 })
  expect(wrong.join('\n')).toMatch(/I1: customer ACC0 is there [23] times/)
})
