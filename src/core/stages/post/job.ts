// What all lanes of one run share: its end, its patience, its pace.
import type { Failure } from '../../model/result.ts'
import type { Api, Clock, NewHash, Random, RunLog, SendOutcome } from '../../ports.ts'
import type { Pacer } from './pacer.ts'
import { createPacer } from './pacer.ts'
import { createPatience } from './patience.ts'
import type { PostProgress } from './progress.ts'
import type { Reader } from './reader.ts'
import type { PostSettings } from './settings.ts'
import { createSettleWindow, type SettleWindow } from './settle-window.ts'
import type { Tally } from './tally.ts'
import { createTally } from './tally.ts'

export interface ExecuteRun {
  readonly log: RunLog
  readonly api: Api
  readonly clock: Clock
  readonly random: Random
  readonly newHash: NewHash
  readonly settings: PostSettings
  /** The run is given up: customers that were begun are looked up and completed, and no other is begun. */
  readonly closing?: boolean
  /** At most ten a second, and always the last one. */
  readonly onProgress: (progress: PostProgress) => void
}

export interface Job extends ExecuteRun {
  readonly pacer: Pacer
  readonly reader: Reader
  readonly tally: Tally
  /** When this process took the run: older requests were sent before. */
  readonly startedAt: number
  readonly settle: SettleWindow
  /** When the last request that creates left, in this process or before it began. */
  readonly lastSentAt: () => number
  readonly noteSent: () => void
  /** No further customer is begun. */
  readonly isCancelled: () => boolean
  /** Why the run ends at once; null while it goes on. */
  readonly failure: () => Failure | null
  /** Ends the run: lanes finish their request under way and leave. The first reason counts. */
  readonly stop: (failure: Failure) => void
  readonly cancel: () => void
  /** Something changed that the dispatcher should know. */
  readonly wake: () => void
  /** Resolves at the next `wake`, at the end, or after the delay. */
  readonly changed: (delayMs: number | null) => Promise<void>
  /** For the rules that look at several sends: breaker, refusals in a row. */
  readonly recent: SendOutcome['kind'][]
  readonly inARow: { forbidden: number; suspect: number }
}

export function openJob(run: ExecuteRun, left: number): Job {
  const { clock, settings } = run
  const pacer = createPacer(clock, run.log.run.pace)
  const patience = createPatience(clock, settings)
  const tally = createTally({ clock, pacer, total: run.log.run.customers, counts: run.log.run.counts, left, onProgress: run.onProgress })
  let failure: Failure | null = null
  let lastSentAt = clock.now()
  let cancelled = run.closing === true
  const sleepers = new Set<() => void>()
  const wake = (): void => {
    for (const sleeper of sleepers) sleeper()
  }
  const reader: Reader = {
    api: run.api, oracle: { findsByKey: false }, clock, random: run.random, pacer, halted: () => failure !== null,
    onWait: (reason, delayMs) => tally.setWaiting(reason, delayMs),
    patience: {
      ...patience,
      noteContact() {
        patience.noteContact()
        tally.clearWaiting()
      },
    },
  }
  return {
    ...run, pacer, reader, tally, startedAt: clock.now(), recent: [], inARow: { forbidden: 0, suspect: 0 }, wake,
    settle: createSettleWindow(settings, run.api),
    lastSentAt: () => lastSentAt,
    noteSent() {
      lastSentAt = clock.now()
    },
    isCancelled: () => cancelled,
    failure: () => failure,
    stop(reason) {
      failure ??= reason
      pacer.letGo()
      wake()
    },
    cancel() {
      cancelled = true
      pacer.resume()
      wake()
    },
    changed: (delayMs) => new Promise((resolve) => {
      const takeBack = delayMs === null ? null : clock.after(delayMs, () => done())
      const done = (): void => {
        sleepers.delete(done)
        takeBack?.()
        resolve()
      }
      sleepers.add(done)
    }),
  }
}
