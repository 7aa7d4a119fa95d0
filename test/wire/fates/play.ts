// Plays a plan against armed faults with the real client, the real engine and a journal on disk, and asks the judge.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { FailureCode } from '#core/model/result.ts'
import type { Api, Clock } from '#core/ports.ts'
import { systemClock } from '#node/clock.ts'
import { connect } from '#node/http/connect.ts'
import type { Fault } from '#sandbox/fates/order.ts'
import { evidenceOf, type Requested } from '../../judge/from-ledger.ts'
import { judge } from '../../judge/judge.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { plan, type Wanted } from '../support/plan.ts'
import { type Bench, credentials, type Ended, type Ledger, openBench, run, type RunChoice } from '../support/run.ts'
import type { Ends } from './expectations.ts'

/** Long enough for a machine that is busy, as an answer that comes too late is another fate than the one that is played. */
const DEADLINE_MS = { write: 1_200, read: 1_200 }
const settings = { settleMs: 240, networkPatienceMs: 3_000, troublePatienceMs: 20_000 }
/** A run that the fate stops is resumed, as an operator would, so many times at most. */
const MOST_RESUMED = 12

/** Waits for minutes, which only an absurd Retry-After asks for, pass in a moment; everything shorter is real. */
function leapingClock(): Clock {
  let leapt = 0
  return {
    now: () => systemClock.now() + leapt,
    after(delayMs, call) {
      if (delayMs < 5_000) return systemClock.after(delayMs, call)
      const until = systemClock.now() + leapt + delayMs
      return systemClock.after(400, () => {
        leapt = Math.max(leapt, until - systemClock.now())
        call()
      })
    },
  }
}

/** Before anything is sent nothing has to settle: the waits between two logins are cut short. */
const loginClock: Clock = { now: () => systemClock.now(), after: (delayMs, call) => systemClock.after(Math.min(delayMs, 30), call) }

export interface Scene {
  readonly wanted: readonly Wanted[]
  readonly faults: readonly Fault[]
  /** What may become of a customer, and what its fates break. */
  readonly endsOf: (customer: string) => Ends
  /** A window other than the judge is told of: to see the proof fail. */
  readonly settleMs?: number
}

export interface Played {
  /** What the judge finds: sentences, one for each thing that is not as it must be. */
  readonly wrong: readonly string[]
  readonly outcomes: Readonly<Record<string, string>>
  readonly reasons: Readonly<Record<string, string | null>>
  /** Why the run, or a login before it, stopped: every code once. */
  readonly stops: readonly FailureCode[]
  /** Every armed fault with how often it was met. */
  readonly faults: readonly (Fault & { readonly consumed: number })[]
}

/** A server that nobody may be led to. */
export async function openElsewhere(): Promise<{ readonly url: string; readonly hits: () => number; readonly server: Server }> {
  let hits = 0
  const server = createServer((_request, response) => {
    hits += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/customers`, hits: () => hits, server }
}

export async function playScene({ wanted, faults, endsOf, settleMs = settings.settleMs }: Scene): Promise<Played> {
  const bench = await openBench({ uniqueAccountNumbers: false, uniqueSiteReferences: false, faults }, memoryFolder)
  try {
    const stops = new Set<FailureCode>()
    const ended = await runToTheEnd(bench, { begin: plan(wanted), settings: { ...settings, settleMs } }, stops)
    // What is late lands within the window that the judge is told of, though the engine did not wait for it.
    if (settleMs < settings.settleMs) await setTimeout(settings.settleMs)
    const ledger = await bench.ledger()
    const violations = wanted.flatMap((unit) => judge(evidenceOf({ unit, receipts: ended.receipts, ledger, settleMs: settings.settleMs, ...endsOf(unit.customer) })))
    return {
      wrong: [...unlessFinished(ended), ...violations.map(({ invariant, what }) => `${invariant}: ${what}`), ...unexplained(ended, wanted), ...strayed(ledger)],
      outcomes: Object.fromEntries(ended.receipts.map(({ customer, outcome }) => [customer, outcome])),
      reasons: Object.fromEntries(ended.receipts.map(({ customer, reason }) => [customer, reason])), stops: [...stops],
      faults: (await bench.control('/faults')) as Played['faults'],
    }
  } finally {
    await bench.close()
  }
}

async function runToTheEnd(bench: Bench, choice: RunChoice, stops: Set<FailureCode>): Promise<Ended> {
  const clock = leapingClock()
  let { begin } = choice
  for (let resumed = 0; ; resumed += 1) {
    // Full jitter, but short: what is waited for between two attempts is not under test here.
    const ended: Ended = await run(bench, { ...choice, begin, api: await connectAtLast(bench, stops), clock, random: () => Math.random() * 0.1 })
    if (ended.end.kind === 'finished' || resumed >= MOST_RESUMED) return ended
    stops.add(ended.end.failure.code)
    begin = ended.id
  }
}

async function connectAtLast(bench: Bench, stops: Set<FailureCode>): Promise<Api> {
  for (let tries = 1; ; tries += 1) {
    const answer = await connect({ ...credentials, baseUrl: bench.sandbox.url, deadlineMs: DEADLINE_MS, clock: loginClock })
    if (answer.ok) return answer.value
    if (tries >= MOST_RESUMED) throw new Error(`no login: ${answer.failure.message}`)
    stops.add(answer.failure.code)
  }
}

const unlessFinished = ({ end }: Ended): readonly string[] => (end.kind === 'finished' ? [] : [`it did not end: ${end.failure.message}`])

/** One receipt for each customer, and every end but a good one says why. */
function unexplained({ receipts }: Ended, wanted: readonly Wanted[]): readonly string[] {
  const silent = receipts.filter(({ outcome, reason }) => outcome !== 'created' && (reason ?? '') === '').map(({ customer, outcome }) => `${customer} is ${outcome}, and nobody says why`)
  return receipts.length === wanted.length ? silent : [...silent, `${wanted.length} customers have ${receipts.length} receipts`]
}

/** Nothing is asked for that the API does not have: no redirect was followed. */
function strayed({ requests }: Ledger): readonly string[] {
  return (requests as unknown as readonly Requested[]).filter(({ endpoint }) => endpoint === null).map(({ method, number }) => `request ${number} (${method}) went where a redirect led`)
}
