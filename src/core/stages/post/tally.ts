import type { UnitOutcome, UnitReceipt } from '../../model/receipt.ts'
import type { Clock } from '../../ports.ts'
import type { Pacer, Still } from './pace/index.ts'
import { nextChecks, type Parked } from './next-checks.ts'
import type { PostProblem, PostProgress, RunPhase, WaitReason } from './progress.ts'
import { createWaits } from './waits.ts'

const EVERY_MS = 100
const PROBLEMS_SHOWN = 50
const ENDINGS = 100

/** Counts what happens and tells it, at most ten times a second. */
export interface Tally {
  count(receipt: UnitReceipt): void
  /** The final look changed how a customer ended. */
  recount(before: UnitOutcome, receipt: UnitReceipt): void
  noteAudited(customers: number): void
  setWork(work: { readonly inFlight: number; readonly parked: readonly Parked[] }): void
  setWaiting(reason: WaitReason, delayMs: number | null): void
  /** The pacer lets nothing go for so long, whatever got through before; null: that is over. */
  setStill(still: Still | null): void
  setPaused(paused: boolean): void
  /** `sending` covers the first customer before it, and clearing up after it: who counts knows them apart. */
  setPhase(phase: Exclude<RunPhase, 'first-customer'>): void
  /** Something got through: no wait holds any more. */
  clearWaiting(): void
  /** Now, whatever the last time was. */
  tellLast(): void
}

interface TallyInit {
  readonly clock: Clock
  readonly pacer: Pacer
  readonly total: number
  /** Of an earlier part of the run. */
  readonly counts: Readonly<Record<UnitOutcome, number>>
  readonly left: number
  readonly onProgress: (progress: PostProgress) => void
}

interface PhaseFollowed {
  set(phase: RunPhase): void
  noteCreated(): void
  /** Once all that are left are parked, what is sent is sent again: that stays. */
  now(work: { readonly left: number; readonly settling: number }): RunPhase
}

function followPhase(): PhaseFollowed {
  let phase: RunPhase = 'preparing'
  // One customer of this process was created, and so proved.
  let proved = false
  return {
    set: (value) => void (phase = value),
    noteCreated: () => void (proved = true),
    now({ left, settling }) {
      if (phase === 'sending' && !proved) return 'first-customer'
      if (phase === 'sending' && left > 0 && left <= settling) phase = 'clearing-up'
      return phase
    },
  }
}

function estimate(endings: readonly number[], { now, left }: { readonly now: number; readonly left: number }): number | null {
  const [first] = endings
  return first === undefined || endings.length < 3 ? null : Math.round(((now - first) / (endings.length - 1)) * left)
}

function withProblem(problems: readonly PostProblem[], { customer, outcome, reason }: UnitReceipt): readonly PostProblem[] {
  return [...problems, { customer, outcome, reason: reason ?? '' }].slice(-PROBLEMS_SHOWN)
}

export function createTally(init: TallyInit): Tally {
  const { clock, pacer } = init
  const counts = { ...init.counts }
  // When the last ones ended: a changed pace shows in the estimate soon.
  let endings: readonly number[] = []
  let left = init.left
  let audited = 0
  let inFlight = 0
  let parked: readonly Parked[] = []
  const waits = createWaits(clock)
  const phase = followPhase()
  let problems: readonly PostProblem[] = []
  let due: (() => void) | null = null

  const tell = (): void => {
    due = null
    const now = clock.now()
    init.onProgress({
      phase: phase.now({ left, settling: parked.length }), total: init.total, created: counts.created, existing: counts.existing, rejected: counts.rejected, incomplete: counts.incomplete,
      unknown: counts.unknown, duplicate: counts.duplicate, notSent: counts['not-sent'], left, audited, inFlight, settling: parked.length, checks: nextChecks(parked, now), ratePerSecond: pacer.ratePerSecond(), slowedTo: pacer.slowedTo(),
      etaMs: estimate(endings, { now, left }),
      waiting: waits.shown(), problems,
    })
  }
  const soon = (): void => {
    due ??= clock.after(EVERY_MS, tell)
  }
  const change = (act: () => void): void => {
    act()
    soon()
  }
  return {
    count(receipt) {
      const { outcome } = receipt
      counts[outcome] += 1
      left -= 1
      endings = [...endings, clock.now()].slice(-ENDINGS)
      if (outcome === 'created') phase.noteCreated()
      else problems = withProblem(problems, receipt)
      soon()
    },
    recount(before, receipt) {
      counts[before] -= 1
      counts[receipt.outcome] += 1
      problems = withProblem(problems, receipt)
      soon()
    },
    noteAudited: (customers) => change(() => void (audited += customers)),
    setWork: (work) => change(() => void ({ inFlight, parked } = work)),
    setWaiting: (reason, delayMs) => change(() => waits.begin(reason, delayMs)),
    setStill: (still) => change(() => waits.setStill(still)),
    setPaused: (value) => change(() => waits.setPaused(value)),
    setPhase: (value) => change(() => phase.set(value)),
    clearWaiting() {
      if (waits.clear()) soon()
    },
    tellLast() {
      due?.()
      tell()
    },
  }
}
