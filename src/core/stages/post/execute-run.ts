// The loop that obeys: hands customers to lanes, the first one alone, parks those whose outcome is unclear, and ends the run.
import { auditRun } from './audit/index.ts'
import { calibrate } from './calibrate.ts'
import { driveUnit } from './drive-unit.ts'
import { heedFirst } from './heed-first.ts'
import type { ExecuteRun, Job } from './job.ts'
import { openJob } from './job.ts'
import type { LiveUnit } from './live-unit.ts'
import { loadUnit } from './live-unit.ts'
import type { PostControl, PostEnd } from './progress.ts'

export interface Execution extends PostControl {
  /** Rejects for a bug only. The lock stays held: release the log afterwards. */
  readonly done: Promise<PostEnd>
}

/** So many customers may wait to be looked up; more would only pile up on a server that is not well. */
const MOST_PARKED = 100

/** Sends what is pending in a run, fresh or resumed: the journal says which. */
export function executeRun(run: ExecuteRun): Execution {
  const pending = run.log.pending()
  if (!pending.ok) return { done: Promise.resolve({ kind: 'stopped', failure: pending.failure }), pause() {}, resume() {}, cancel() {}, setPace() {}, halt() {}, woke() {} }
  const job = openJob(run, pending.value.length)
  const parked = new Set<LiveUnit>()
  return {
    done: conduct(job, pending.value, parked),
    pause() {
      if (job.isCancelled()) return
      job.pacer.pause()
      job.tally.setPaused(true)
    },
    resume() {
      job.pacer.resume()
      job.tally.setPaused(false)
    },
    cancel() {
      job.tally.setPaused(false)
      job.cancel()
    },
    setPace(pace) {
      job.pacer.setPace(pace)
      const noted = job.log.setPace(pace)
      if (!noted.ok) job.stop(noted.failure)
      job.wake()
    },
    halt: (failure) => job.stop(failure),
    woke() {
      for (const unit of parked) settleAnew(job, unit)
      job.wake()
    },
  }
}

async function conduct(job: Job, pending: readonly number[], parked: Set<LiveUnit>): Promise<PostEnd> {
  if (pending.length > 0) {
    job.tally.setWaiting('checking', null)
    const owners = job.log.contractOwners()
    const usable = owners.ok ? await calibrate(job.reader, owners.value) : owners
    if (usable.ok) noteServerStart(job)
    // A run that is given up begins no customer: it only clears up.
    if (usable.ok) job.tally.setPhase(job.closing === true ? 'clearing-up' : 'sending')
    if (usable.ok) await dispatch(job, pending, parked)
    else job.stop(usable.failure)
  }
  const end = await conclude(job)
  job.pacer.letGo()
  job.tally.setPhase('ended')
  job.tally.tellLast()
  return end
}

/** The server's own clock, as far as it tells it: what it created since is listed by it in the end. */
function noteServerStart(job: Job): void {
  const time = job.api.serverTime()
  if (time === null || job.log.run.serverStartedAt !== null) return
  const noted = job.log.markServerStart(time)
  if (!noted.ok) job.stop(noted.failure)
}

async function conclude(job: Job): Promise<PostEnd> {
  const left = job.log.pending()
  const failure = job.failure() ?? (left.ok ? null : left.failure)
  if (failure === null && left.ok && left.value.length === 0) {
    job.tally.setPhase('final-look')
    const audit = await auditRun(job)
    const finished = audit.ok ? job.log.finish(audit.value) : audit
    if (finished.ok) return { kind: 'finished' }
    job.log.stop(finished.failure)
    return { kind: 'stopped', failure: finished.failure }
  }
  const why = failure ?? { code: 'stopped' as const, message: 'Cancelled. What was sent is in the report; the rest can be sent by resuming.' }
  // Where the journal itself is what failed, this fails too: the run then stays open, and that is resumable as well.
  job.log.stop(why)
  return { kind: 'stopped', failure: why }
}

interface Floor {
  readonly job: Job
  readonly fresh: number[]
  readonly parked: Set<LiveUnit>
  readonly running: Set<Promise<void>>
  /** Of those running: customers that are looked at again. They never wait behind those that are being sent. */
  looking: number
  /** One customer was created and read back. */
  proved: boolean
  /** Lanes open so far: 1, 2, 4 and so on. */
  ramp: number
  bug: { readonly error: unknown } | null
}

async function dispatch(job: Job, pending: readonly number[], parked: Set<LiveUnit>): Promise<void> {
  // A run that is given up creates no customer, so that no first one has to prove anything.
  const isClosing = job.closing === true
  const floor: Floor = { job, fresh: [...pending].reverse(), parked, running: new Set(), looking: 0, proved: isClosing, ramp: isClosing ? pending.length : 1, bug: null }
  for (;;) {
    const next = job.failure() === null ? takeNext(floor) : null
    if (next === 'none-left') break
    if (next !== null) {
      start(floor, next)
      continue
    }
    if (job.failure() !== null && floor.running.size === 0) break
    job.tally.setWork({ inFlight: floor.running.size, parked: [...floor.parked] })
    const wakeAt = nextLook(floor)
    if (floor.running.size === 0 && wakeAt !== null) job.tally.setWaiting('settling', wakeAt - job.clock.now())
    await job.changed(wakeAt === null || !mayLook(floor) || job.failure() !== null ? null : Math.max(0, wakeAt - job.clock.now()))
  }
  job.tally.setWork({ inFlight: 0, parked: [...floor.parked] })
  if (floor.bug !== null) throw floor.bug.error
}

interface Taken {
  readonly unit: LiveUnit
  readonly isLook: boolean
}

/** Null: nothing can be started at this moment. */
function takeNext(floor: Floor): Taken | null | 'none-left' {
  const { job, fresh, parked, running, looking } = floor
  const mayBegin = fresh.length > 0 && (!job.isCancelled() || job.closing === true)
  if (!mayBegin && parked.size === 0 && running.size === 0) return 'none-left'
  const due = mayLook(floor) ? [...parked].find((unit) => (unit.parkedUntil ?? 0) <= job.clock.now()) : undefined
  if (due !== undefined) {
    parked.delete(due)
    return { unit: due, isLook: true }
  }
  if (running.size - looking >= lanes(floor) || (!floor.proved && running.size > 0)) return null
  if (!mayBegin || parked.size >= (floor.proved ? MOST_PARKED : 1)) return null
  const loaded = loadUnit(job, fresh.pop() ?? 0)
  if (loaded.ok) return { unit: loaded.value, isLook: false }
  job.stop(loaded.failure)
  return null
}

/** How long ago a request was sent is no longer known: what it may still do has a whole window again. */
function settleAnew(job: Job, unit: LiveUnit): void {
  if (unit.parkedUntil === null) return
  unit.parkedUntil += job.clock.now() - unit.settleFrom
  unit.settleFrom = job.clock.now()
}

function lanes(floor: Floor): number {
  return floor.proved ? Math.min(floor.ramp, floor.job.pacer.lanes()) : 1
}

function mayLook({ job, proved, running, looking }: Floor): boolean {
  return proved ? looking < job.pacer.lanes() : running.size === 0
}

function nextLook(floor: Floor): number | null {
  const times = [...floor.parked].map((unit) => unit.parkedUntil ?? 0)
  return times.length === 0 ? null : Math.min(...times)
}

function start(floor: Floor, { unit, isLook }: Taken): void {
  const { job, running } = floor
  if (isLook) floor.looking += 1
  const work = handle(floor, unit).catch((error: unknown) => {
    floor.bug ??= { error }
    job.stop({ code: 'internal', message: 'A fault of this program stopped the run. It can be resumed.' })
  }).finally(() => {
    running.delete(work)
    if (isLook) floor.looking -= 1
    job.wake()
  })
  running.add(work)
}

async function handle(floor: Floor, unit: LiveUnit): Promise<void> {
  const { job } = floor
  const driven = await driveUnit(job, unit, !floor.proved)
  if (driven.kind === 'parked') floor.parked.add(unit)
  if (driven.kind !== 'ended') return
  job.tally.count(driven.receipt)
  if (!floor.proved) heedFirst(job, driven.receipt)
  if (driven.receipt.outcome !== 'created') return
  if (floor.proved) floor.ramp *= 2
  floor.proved = true
}
