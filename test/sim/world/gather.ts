import type { UnitOutcome } from '#core/model/receipt.ts'
import type { Evidence, WantedUnit } from '../../judge/evidence.ts'
import type { World } from '../play.ts'
import { SETTLE_MS } from './climate.ts'
import type { RunRecord, UnitRecord } from './journal.ts'
import { asFrozen } from './plan.ts'

/** The manual says it: three requests for one thing, and no clear answer. */
const MOST_BEGUN = 3

/** Generous: the slowest pace, the longest silence a server can ask for, and a few settle windows. */
const CALM_BOUND_MS = 90 * 60_000

/** What the judge is given. */
export function gather(world: World, endedAt: number): Evidence {
  const { climate, disk, server, watch, auditedAt, calmFrom } = world
  const broken = new Set(climate.broken)
  // A server that says what is not so writes like another.
  if (climate.lie.kind !== 'none') broken.add('other-writer')
  const all = disk.runs.flatMap((run) => run.units.map((unit) => ({ run, unit })))
  return {
    wanted: all.map(({ run, unit }) => wantedUnit(world, run, unit)),
    held: server.ledger.customers, sent: watch.sent, looks: watch.looks, settleMs: SETTLE_MS, broken, auditedAt,
    receipts: all.flatMap(({ run, unit: { receipt, before } }) => (receipt === null ? [] : [{ run: run.id, customer: receipt.customer, outcome: receipt.outcome, customerId: receipt.customerId, siteIds: receipt.siteIds, before }])),
    isFinished: disk.runs.every(({ state }) => state === 'finished'),
    manners: watch.manners(endedAt),
    liveness: { calmFrom: Math.min(calmFrom, endedAt), endedAt, boundMs: CALM_BOUND_MS },
  }
}

function wantedUnit(world: World, run: RunRecord, { unit, intents }: UnitRecord): WantedUnit {
  return {
    run: run.id, customer: unit.customer, contractOwnerId: unit.contractOwnerId, rows: unit.rows.map(({ row }) => row), mayEnd: mayEnd(world, unit.customer, intents.map(({ step }) => step)),
    sites: unit.siteReferences.map((reference) => ({ reference, receivingSite: unit.steps.find(({ key }) => key === `site:${unit.customer}/${reference}`)?.receivingSite ?? null })),
    bodyHashes: Object.fromEntries(unit.steps.map(({ key, path, body }) => [key, asFrozen(path, body)])),
  }
}

/** Ends that this world gave a reason for. */
function mayEnd({ climate: { there, runs, filter }, watch }: World, customer: string, begun: readonly string[]): readonly UnitOutcome[] {
  const isOfIt = (step: string): boolean => step === `customer:${customer}` || step.startsWith(`site:${customer}/`)
  // A server that says no to what is right cannot have it; what it did all the same is found by the last look.
  const wasRefused = watch.sent.some(({ told, steps }) => told === 'refused' && steps.some(isOfIt))
  return [
    ...(wasRefused ? (['rejected', 'incomplete', 'unknown'] as const) : []),
    // Begun so often, and killed or left without an answer each time: the program gives it to a person.
    ...(begun.some((step) => begun.filter((each) => each === step).length >= MOST_BEGUN) ? (['unknown'] as const) : []),
    // Confirmed, and the question for its key does not find it.
    ...(filter === 'misses' || filter === 'ignored' ? (['unknown'] as const) : []),
    ...(there.existing.includes(customer) || runs.length > 1 ? (['existing'] as const) : []),
    ...(there.doubled.includes(customer) ? (['existing', 'duplicate'] as const) : []),
    ...(there.nearly.includes(customer) ? (['not-sent', 'unknown'] as const) : []),
  ]
}
