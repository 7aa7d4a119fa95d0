// One seed, one run from beginning to end: processes start, die, are stopped and start again, until everything has ended.
import { executeRun, defaultSettings, type Execution, type PostEnd, type PostProgress } from '#core/stages/post/index.ts'
import type { Violation } from '../judge/evidence.ts'
import { judge } from '../judge/judge.ts'
import { countDoubles } from '../judge/once.ts'
import { gather } from './world/gather.ts'
import { type Climate, drawClimate, SETTLE_MS } from './world/climate.ts'
import { createDisk, loseNotes, losePower, openLog, type Disk, type RunRecord } from './world/journal.ts'
import type { Met } from './world/met.ts'
import { interfere } from './world/operator.ts'
import { planUnit } from './world/plan.ts'
import { type Chance, seeded } from './world/seeded.ts'
import { createServer, type Server } from './world/server.ts'
import { createTimeline, type Process, type Timeline } from './world/timeline.ts'
import { createWatch, type Watch } from './world/watch.ts'
import { createWire } from './world/wire.ts'

export interface Played {
  readonly violations: readonly Violation[]
  readonly met: Met
}

export interface World {
  readonly climate: Climate
  readonly chance: Chance
  readonly timeline: Timeline
  readonly server: Server
  readonly disk: Disk
  readonly watch: Watch
  readonly tell: (line: () => string) => void
  writes: number
  /** When the last look at the server began. */
  auditedAt: number | null
  /** Nothing bad begins after it. */
  calmFrom: number
}

/** What the real journal asks of SQLite (`bundle.ts` reads it there): anything less than FULL, and a write may be lost with the power. */
declare const JOURNAL_SYNCHRONOUS: string

/** After the last fault no more starts than these may be in vain. */
const STARTS_IN_CALM = 4
const MOST_STARTS = 60

export async function play(seed: number, trace?: (line: string) => void): Promise<Played> {
  const world = createWorld(seed, trace)
  const { climate, disk, timeline, watch: { met, sent } } = world
  let calmStarts = 0
  while (disk.runs.some(({ state }) => state !== 'finished') && met.starts < MOST_STARTS && calmStarts < STARTS_IN_CALM * disk.runs.length) {
    met.starts += 1
    const isCalm = timeline.now() >= world.calmFrom
    const before = receipts(disk)
    const end = await playProcess(world, world.chance.pick(disk.runs.filter(({ state }) => state !== 'finished')))
    // A start that ended a customer was not in vain: a server that lies about each of them stops the run at each.
    if (isCalm && receipts(disk) === before) calmStarts += 1
    await pass(timeline, restMs(world, end))
  }
  const endedAt = timeline.now()
  // What nobody waits for any more still happens.
  await timeline.runUntil(() => false)
  const evidence = gather(world, endedAt)
  const violations = judge(evidence)
  for (const { invariant, what } of violations) world.tell(() => `VIOLATION ${invariant}: ${what}`)
  met.requests = sent.length
  if (climate.broken.size > 0) met.doubles = countDoubles(evidence)
  return { violations, met }
}

function receipts({ runs }: Disk): number {
  return runs.reduce((sum, { units }) => sum + units.filter(({ receipt }) => receipt !== null).length, 0)
}

/** Whoever reads that the server says what is not so looks into it before going on. */
function restMs({ climate, chance, timeline, watch: { met } }: World, end: PostEnd | null): number {
  if (end?.kind === 'stopped' && climate.lie.kind !== 'none') return Math.max(10, climate.calmAt - timeline.now())
  return met.starts > 12 ? climate.calmAt / 8 : chance.pick([10, 2_000, 60_000])
}

function createWorld(seed: number, trace?: (line: string) => void): World {
  const chance = seeded(seed)
  const climate = drawClimate(chance)
  const timeline = createTimeline()
  const watch = createWatch()
  const tell: World['tell'] = trace === undefined ? () => undefined : (line) => trace(`${(timeline.now() / 1000).toFixed(3).padStart(10)} ${line()}`)
  tell(() => JSON.stringify({ ...climate, broken: [...climate.broken] }))
  const server = createServer({ timeline, climate, chance, watch, tell })
  const { there } = climate
  for (let index = 0; index < there.strangers; index += 1) server.ledger.addAnother({ customer: `Stranger${index}`, contractOwnerId: '1' }, { references: ['A'], isOld: true })
  for (const customer of [...there.existing, ...there.doubled, ...there.doubled]) server.ledger.addAnother({ customer, contractOwnerId: '1' }, { references: ['A'], isOld: true })
  for (const customer of there.nearly) server.ledger.addAnother({ customer: customer.toUpperCase(), contractOwnerId: '1' }, { references: ['A'], isOld: true })
  let row = 1
  const disk = createDisk(climate.runs.map((wanted) => wanted.map((each) => planUnit(each, (row += 1)))), climate.pace)
  return { climate, chance, timeline, server, disk, watch, tell, writes: 0, auditedAt: null, calmFrom: climate.calmAt }
}

function pass(timeline: Timeline, delayMs: number): Promise<void> {
  let isOver = false
  timeline.after(delayMs, () => {
    isOver = true
  })
  return timeline.runUntil(() => isOver)
}

/** Null: it died. */
async function playProcess(world: World, run: RunRecord): Promise<PostEnd | null> {
  const { timeline, tell, watch } = world
  const process: Process = { alive: true, bornAt: timeline.now(), asleep: null, stoodStillMs: 0 }
  tell(() => `a process takes ${run.id}`)
  let end: PostEnd | null = null
  let bug: unknown = null
  const execution = startRun(world, run, process)
  execution.done.then((ended) => {
    end = ended
  }, (error: unknown) => {
    // After its death a process may come to any conclusion.
    if (process.alive) bug = error
  })
  interfere(world, process, execution)
  await timeline.runUntil(() => end !== null || bug !== null || !process.alive)
  tell(() => (process.alive ? `it ended: ${JSON.stringify(end)}` : 'it is dead'))
  if (bug !== null) throw bug
  watch.of(process).endedAt = timeline.now()
  loseNotes(world.disk, process)
  if (process.alive) {
    process.alive = false
    return end
  }
  watch.met.deaths += 1
  if (!world.chance.hits(world.climate.deaths.byPower)) return null
  watch.met.powerLosses += 1
  losePower(world.disk)
  return null
}

function startRun(world: World, run: RunRecord, process: Process): Execution {
  const { timeline, chance, climate, disk, server, watch, tell } = world
  const { deaths } = climate
  const isFatal = (probability: number): boolean => timeline.now() < climate.calmAt && watch.met.deaths < deaths.most && chance.hits(probability)
  const clock = timeline.clockOf(process)
  const log = openLog({
    disk, run, process, clock,
    fate: {
      tell, isSynced: () => JOURNAL_SYNCHRONOUS === 'FULL' || chance.hits(0.05),
      mayDie: () => isFatal(deaths.atWrite / 2),
      isFull() {
        world.writes += 1
        const { fullAtWrite, isForEver } = climate.disk
        return fullAtWrite !== null && timeline.now() < climate.calmAt && (isForEver ? world.writes >= fullAtWrite : world.writes === fullAtWrite)
      },
      onAudit: () => void (world.auditedAt = timeline.now()),
    },
  })
  const api = createWire({
    server, process, timeline, clock, tell, run: run.id, record: watch.of(process),
    hasIntent: (step) => run.units.some(({ intents }) => intents.some((intent) => intent.step === step && intent.outcome === null && intent.isSynced)),
    mayDie: () => (isFatal(deaths.atRequest / 3) ? chance.next() * 100 : null),
  })
  let settling = 0
  const onProgress = (progress: PostProgress): void => {
    watch.met.settleWaits += Math.max(0, progress.settling - settling)
    settling = progress.settling
  }
  if (isFatal(deaths.atAnyMoment)) timeline.after(chance.next() * chance.pick([200, 5_000, SETTLE_MS]), () => void (process.alive = false), process)
  return executeRun({
    log, api, clock, random: chance.next, settings: defaultSettings, onProgress,
    // Nobody reads it here: the judge compares the bytes themselves.
    newHash: () => ({ update: () => undefined, digestHex: () => '' }),
  })
}
