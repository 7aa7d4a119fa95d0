import type { Plan } from '#core/model/plan.ts'
import type { UnitOutcome, UnitReceipt } from '#core/model/receipt.ts'
import { ok } from '#core/model/result.ts'
import type { Intent, RunLog, RunSummary } from '#core/ports.ts'
import type { Process } from './timeline.ts'

/** Thrown where the process dies: nothing after it has an effect. */
export class Died extends Error {}

interface Unit {
  readonly intents: { id: number; step: string; outcome: Intent['outcome'] }[]
  customerId: string | null
  siteIds: Record<string, string>
  receipt: UnitReceipt | null
}

/** What is on the disk: outlives processes. */
export interface Disk {
  readonly plan: Plan
  readonly units: readonly Unit[]
  finished: boolean
  nextId: number
}

export function createDisk(plan: Plan): Disk {
  return { plan, units: plan.units.map(() => ({ intents: [], customerId: null, siteIds: {}, receipt: null })), finished: false, nextId: 1 }
}

/** `mayDie` is asked before and after each write: a kill falls on either side. */
export function createMemoryLog(disk: Disk, process: Process, mayDie: () => boolean): RunLog {
  const { units } = disk
  const counts: Record<UnitOutcome, number> = { created: 0, existing: 0, rejected: 0, incomplete: 0, unknown: 0, duplicate: 0, 'not-sent': 0 }
  for (const { receipt } of units) if (receipt !== null) counts[receipt.outcome] += 1
  const write = <Value>(work: () => Value) => {
    if (!process.alive) throw new Died()
    if (mayDie()) {
      process.alive = false
      throw new Died()
    }
    const value = work()
    if (mayDie()) {
      process.alive = false
      throw new Died()
    }
    return ok(value)
  }
  const run: RunSummary = {
    id: 'run', createdAt: '', finishedAt: null, state: 'open', failure: null, serverStartedAt: null, audit: null, planHash: disk.plan.hash, fileName: '', fileSha256: '', baseUrl: '', brand: '',
    username: '', practice: true, pace: { requestsPerSecond: 50, lanes: 4 }, customers: units.length, counts,
  }
  const pending = (): number[] => units.flatMap(({ receipt }, ordinal) => (receipt === null ? [ordinal] : []))
  return {
    run,
    pending: () => ok(pending()),
    contractOwners: () => ok([...new Set(pending().map((ordinal) => disk.plan.units[ordinal]!.contractOwnerId))]),
    unit: (ordinal) => {
      const { intents, customerId, siteIds } = units[ordinal]!
      return ok({ ordinal, unit: disk.plan.units[ordinal]!, intents: intents.map((intent) => ({ ...intent })), customerId, siteIds: { ...siteIds }, openElsewhere: false })
    },
    markIntent: ({ ordinal, step }) => write(() => {
      const id = (disk.nextId += 1)
      units[ordinal]!.intents.push({ id, step, outcome: null })
      return id
    }),
    markOutcome: ({ id, outcome }, learned) => write(() => {
      const unit = units.find(({ intents }) => intents.some((intent) => intent.id === id))!
      unit.intents.find((intent) => intent.id === id)!.outcome = outcome
      if (learned !== null) {
        unit.customerId = learned.customerId ?? unit.customerId
        unit.siteIds = { ...unit.siteIds, ...learned.siteIds }
      }
      return null
    }),
    markReceipt: (ordinal, receipt) => write(() => {
      if (units[ordinal]!.receipt !== null) throw new Error('a receipt cannot be changed')
      units[ordinal]!.receipt = receipt
      return null
    }),
    ended: (from, most) => ok(units.flatMap(({ receipt, intents }, ordinal) => {
      const { customerName, contractOwnerId, siteReferences } = disk.plan.units[ordinal]!
      return receipt === null || intents.length === 0 || ordinal < from ? [] : [{ ordinal, customerName, contractOwnerId, siteReferences, receipt }]
    }).slice(0, most)),
    markAudit: (ordinal, receipt) => write(() => {
      units[ordinal]!.receipt = receipt
      return null
    }),
    markServerStart: () => ok(null),
    setPace: () => ok(null),
    stop: () => write(() => null),
    finish: () => write(() => {
      disk.finished = true
      return null
    }),
    release: () => undefined,
  }
}
