// The journal as a model: several runs, what is written and what of it is on the disk, a disk that fills up, death at any write.
import type { PlanUnit } from '#core/model/plan.ts'
import type { UnitOutcome, UnitReceipt } from '#core/model/receipt.ts'
import { fail, ok, type Result } from '#core/model/result.ts'
import type { Clock } from '#core/ports.ts'
import type { Intent, RunLog, RunPace } from '#core/ports-journal.ts'
import type { Process } from './timeline.ts'

/** Thrown where the process dies: nothing after it has an effect. */
export class Died extends Error {}

interface IntentRecord extends Intent {
  outcome: Intent['outcome']
  note: string | null
  /** On the disk, not only in the system's memory. */
  isSynced: boolean
  /** What became of it is known to the process that sent it alone. */
  isNoted: boolean
}

export interface UnitRecord {
  readonly unit: PlanUnit
  readonly intents: IntentRecord[]
  customerId: string | null
  siteIds: Readonly<Record<string, string>>
  receipt: UnitReceipt | null
  /** What the receipt said before. */
  before: readonly UnitOutcome[]
}

export interface RunRecord {
  readonly id: string
  readonly units: readonly UnitRecord[]
  state: 'open' | 'stopped' | 'finished'
  serverStartedAt: string | null
  pace: RunPace
}

export interface Disk {
  readonly runs: readonly RunRecord[]
  /** What each process has noted and not written yet: its death takes it back. Newest last. */
  readonly noted: Map<Process, (() => void)[]>
  /** What a loss of power takes back, newest last. */
  readonly unsynced: (() => void)[]
  readonly unsyncedIntents: IntentRecord[]
  nextIntent: number
}

export function createDisk(runs: readonly (readonly PlanUnit[])[], pace: RunPace): Disk {
  return {
    runs: runs.map((units, index) => ({
      id: `run${index}`, state: 'open', serverStartedAt: null, pace,
      units: units.map((unit) => ({ unit, intents: [], customerId: null, siteIds: {}, receipt: null, before: [] })),
    })),
    noted: new Map(), unsynced: [], unsyncedIntents: [], nextIntent: 0,
  }
}

/** The process is dead: what it had only in its memory is gone. */
export function loseNotes(disk: Disk, process: Process): void {
  for (const undo of disk.noted.get(process)?.toReversed() ?? []) undo()
  disk.noted.delete(process)
}

export function losePower(disk: Disk): void {
  for (const undo of disk.unsynced.splice(0).toReversed()) undo()
}

/** What may happen at a write. */
export interface DiskFate {
  /** Asked before and after each write. */
  readonly mayDie: (where: string) => boolean
  readonly isFull: () => boolean
  /** Whether the write is on the disk when it answers. */
  readonly isSynced: () => boolean
  /** Told when the final look begins. */
  readonly onAudit: () => void
  readonly tell: (line: () => string) => void
}

type Undo = () => void

/** Longest time that an outcome waits for another write. */
const NOTED_MS = 100

interface Opening {
  readonly disk: Disk
  readonly run: RunRecord
  readonly process: Process
  readonly clock: Clock
  readonly fate: DiskFate
}

export function openLog({ disk, run, process, clock, fate }: Opening): RunLog {
  const dieOrLive = (where: string): void => {
    if (process.alive && fate.mayDie(where)) process.alive = false
    if (!process.alive) throw new Died(where)
  }
  const noted: Undo[] = []
  disk.noted.set(process, noted)
  let lost: ReturnType<typeof fail> | null = null
  let lift: (() => void) | null = null
  const write = <Value>(what: string, work: () => readonly [Value, Undo]): Result<Value> => {
    dieOrLive(`before ${what}`)
    if (lost !== null) return lost
    lift?.()
    lift = null
    const waiting = noted.splice(0)
    if (fate.isFull()) {
      fate.tell(() => `  journal: ${what}: the disk is full`)
      for (const undo of waiting.toReversed()) undo()
      const failed = fail('disk-full', 'The disk is full.')
      if (waiting.length > 0) lost = failed
      return failed
    }
    const [value, undo] = work()
    disk.unsynced.push(...waiting, undo)
    for (const { intents } of run.units) for (const intent of intents) intent.isNoted = false
    if (fate.isSynced()) {
      disk.unsynced.length = 0
      for (const intent of disk.unsyncedIntents.splice(0)) intent.isSynced = true
    }
    fate.tell(() => `  journal: ${what}`)
    dieOrLive(`after ${what}`)
    return ok(value)
  }
  const writeNotes = (): Result<null> => (noted.length === 0 ? lost ?? ok(null) : write('what was noted', () => [null, () => undefined]))
  const writeNotesAlone = (): void => {
    lift = null
    try {
      writeNotes()
    } catch (error) {
      if (!(error instanceof Died)) throw error
    }
  }
  /** Waits for the next write. */
  const note = (what: string, work: () => Undo): Result<null> => {
    dieOrLive(`before ${what}`)
    if (lost !== null) return lost
    noted.push(work())
    lift ??= clock.after(NOTED_MS, writeNotesAlone)
    fate.tell(() => `  noted: ${what}`)
    dieOrLive(`after ${what}`)
    return ok(null)
  }
  const read = <Value>(work: () => Value): Result<Value> => {
    const written = writeNotes()
    return written.ok ? ok(work()) : written
  }
  const set = <Record, Key extends keyof Record>(record: Record, key: Key, value: Record[Key]): Undo => {
    const old = record[key]
    record[key] = value
    return () => {
      record[key] = old
    }
  }
  const units = (): readonly UnitRecord[] => run.units
  let isLooking = false
  const pending = (): number[] => units().flatMap(({ receipt }, ordinal) => (receipt === null ? [ordinal] : []))
  return {
    run: summary(run),
    pending: () => read(pending),
    contractOwners: () => read(() => [...new Set(pending().map((ordinal) => unitAt(run, ordinal).unit.contractOwnerId))]),
    unit(ordinal) {
      const { unit, intents, customerId, siteIds } = unitAt(run, ordinal)
      return ok({ ordinal, unit, intents: intents.map((intent) => ({ ...intent })), customerId, siteIds, openElsewhere: openElsewhere(disk, run, unit), isDoubtful: false })
    },
    markIntent: ({ ordinal, step }) => write(`intent ${step}`, () => {
      const { intents } = unitAt(run, ordinal)
      const id = (disk.nextIntent += 1)
      const intent: IntentRecord = { id, step, outcome: null, note: null, isSynced: false, isNoted: false }
      intents.push(intent)
      disk.unsyncedIntents.push(intent)
      return [id, () => void intents.splice(intents.indexOf(intent), 1)]
    }),
    markOutcome: ({ id, ordinal, outcome, note: why }, learned, receipt) => note(`outcome of ${id} is ${outcome}${receipt === null ? '' : `, and receipt ${receipt.outcome}`}`, () => {
      const unit = unitAt(run, ordinal)
      const intent = unit.intents.find((each) => each.id === id)
      if (intent === undefined) throw new Error('an outcome without its intent')
      const undo = [set(intent, 'isNoted', true), set(intent, 'outcome', outcome), set(intent, 'note', why)]
      if (learned !== null) undo.push(set(unit, 'customerId', learned.customerId ?? unit.customerId), set(unit, 'siteIds', { ...unit.siteIds, ...learned.siteIds }))
      if (receipt !== null) {
        if (unit.receipt !== null) throw new Error('a receipt cannot be changed')
        undo.push(set(unit, 'receipt', receipt))
      }
      return () => undo.toReversed().forEach((each) => each())
    }),
    markReceipt: (ordinal, receipt) => write(`receipt ${receipt.customer} ${receipt.outcome}: ${receipt.reason}`, () => {
      const unit = unitAt(run, ordinal)
      if (unit.receipt !== null) throw new Error('a receipt cannot be changed')
      return [null, set(unit, 'receipt', receipt)]
    }),
    ended(from, most) {
      // The first page: what the final look asks before it waits is of one line.
      if (!isLooking && most > 1) fate.onAudit()
      isLooking ||= most > 1
      return read(() => units().flatMap(({ receipt, intents, unit: { customerName, contractOwnerId, siteReferences } }, ordinal) =>
        (receipt === null || intents.length === 0 || ordinal < from ? [] : [{ ordinal, customerName, contractOwnerId, siteReferences, receipt }])).slice(0, most))
    },
    markAudit: (ordinal, receipt) => write(`audit ${receipt.customer} ${receipt.outcome}: ${receipt.reason}`, () => {
      const unit = unitAt(run, ordinal)
      const undo = [set(unit, 'before', [...unit.before, unit.receipt?.outcome ?? 'not-sent']), set(unit, 'receipt', receipt)]
      return [null, () => undo.forEach((each) => each())]
    }),
    markServerStart: (time) => write('server start', () => [null, set(run, 'serverStartedAt', run.serverStartedAt ?? time)]),
    setPace: (pace) => write('pace', () => [null, set(run, 'pace', pace)]),
    stop({ message }) {
      writeNotes()
      lost = null
      return write(`stopped: ${message}`, () => [null, set(run, 'state', 'stopped')])
    },
    finish: () => write('finished', () => [null, set(run, 'state', 'finished')]),
    release: () => void writeNotes(),
  }
}

function unitAt({ units }: RunRecord, ordinal: number): UnitRecord {
  return units[ordinal]!
}

/** What may have had an effect that no read shows yet. */
const mayShow: ReadonlySet<string> = new Set(['unclear', 'critical', 'accepted', 'found', 'rejected'])

function openElsewhere({ runs }: Disk, own: RunRecord, { customer, contractOwnerId }: PlanUnit): string[] {
  return runs.filter((run) => run !== own && run.state !== 'finished').flatMap((run) => run.units
    .filter(({ unit }) => unit.customer === customer && unit.contractOwnerId === contractOwnerId)
    .flatMap(({ intents }) => intents.flatMap(({ step, outcome, isNoted }) => (isNoted || outcome === null || mayShow.has(outcome) ? [step] : []))))
}

function summary({ id, units, serverStartedAt, pace }: RunRecord): RunLog['run'] {
  const counts: Record<UnitOutcome, number> = { created: 0, existing: 0, rejected: 0, incomplete: 0, unknown: 0, duplicate: 0, 'not-sent': 0 }
  for (const { receipt } of units) if (receipt !== null) counts[receipt.outcome] += 1
  return {
    id, createdAt: '', finishedAt: null, state: 'open', failure: null, serverStartedAt, audit: null, planHash: '', fileName: '', fileSha256: '',
    baseUrl: '', brand: '', username: '', practice: false, pace, customers: units.length, counts,
  }
}
