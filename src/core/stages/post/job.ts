// What all lanes of one run share: its end, its patience, its pace.
import type { Failure } from '../../model/result.ts'
import type { Api, Clock, NewHash, Random } from '../../ports.ts'
import type { RunLog } from '../../ports-journal.ts'
import { createPacer, type Pacer } from './pace/index.ts'
import { createPatience } from './patience.ts'
import { probeServer } from './probe-server.ts'
import type { PostProgress } from './progress.ts'
import type { Reader } from './reader.ts'
import type { PostSettings } from './settings.ts'
import { createSettleWindow, type SettleWindow } from './settle-window.ts'
import { createSleepers } from './sleepers.ts'
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
  /** For the rules that look at several sends. */
  readonly inARow: { forbidden: number; suspect: number; refusedAtFirst: number }
}

/** How long nothing leaves to a server that is down; never longer than the settle window, which is short where the server is ours. */
const REST_MS = 30_000

export function openJob(run: ExecuteRun, left: number): Job {
  const { clock, settings } = run
  const settle = createSettleWindow(settings, run.api)
  const pacer = createPacer({
    clock, pace: run.log.run.pace, quota: () => run.api.quota(),
    breaker: {
      restMs: () => Math.min(REST_MS, settle.ms()),
      probe: () => probeServer(reader, stop),
      onOpen: (restMs) => tally.setWaiting('server-trouble', restMs),
      onClosed: () => tally.clearWaiting(),
    },
    onStill: (still) => tally.setStill(still),
  })
  const patience = createPatience(clock, settings)
  const tally = createTally({ clock, pacer, total: run.log.run.customers, counts: run.log.run.counts, left, onProgress: run.onProgress })
  let failure: Failure | null = null
  let lastSentAt = clock.now()
  let cancelled = run.closing === true
  const { wake, changed } = createSleepers(clock)
  const stop = (reason: Failure): void => {
    failure ??= reason
    pacer.letGo()
    wake()
  }
  const reader: Reader = {
    api: run.api, oracle: { findsByKey: false }, clock, random: run.random, pacer, halted: () => failure !== null,
    onWait: (reason, delayMs) => tally.setWaiting(reason, delayMs),
    settleMs: () => settle.ms(),
    patience: {
      ...patience,
      noteContact() {
        patience.noteContact()
        tally.clearWaiting()
      },
    },
  }
  return {
    ...run, pacer, reader, tally, settle, stop, startedAt: clock.now(), inARow: { forbidden: 0, suspect: 0, refusedAtFirst: 0 }, wake, changed,
    lastSentAt: () => lastSentAt,
    noteSent() {
      lastSentAt = clock.now()
    },
    isCancelled: () => cancelled,
    failure: () => failure,
    cancel() {
      cancelled = true
      pacer.resume()
      wake()
    },
  }
}
