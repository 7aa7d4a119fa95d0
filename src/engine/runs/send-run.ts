import { ok, type Failure, type Result } from '#core/model/result.ts'
import type { Journal, RunLog, RunPace } from '#core/ports-journal.ts'
import { executeRun, type PostEnd, type PostProgress } from '#core/stages/post/index.ts'
import { systemClock as clock } from '#node/clock.ts'
import { newHash } from '#node/hash.ts'
import type { Target } from '../target/target.ts'
import { createCountdown } from './count-down.ts'
import { tendRun } from './tend-run.ts'

export type { PostEnd, PostProgress }
export type OnProgress = (progress: PostProgress) => void

/** A run that is going on in this process. */
export interface ActiveRun {
  readonly id: string
  /** It is being given up: what is open is looked up, and nothing else is begun. */
  readonly closing: boolean
  readonly pace: () => RunPace
  readonly isStopping: () => boolean
  pause(): void
  goOn(): void
  /** Begins no further customer; completes those begun, and looks up what is open. */
  cancel(): void
  setPace(pace: RunPace): void
  /** The program ends: requests under way are finished and written down, no more. */
  halt(): void
  /** The computer has slept. */
  woke(): void
  /** The target is given free again before this answers. */
  readonly ended: Promise<PostEnd>
}

export const programEnds: Failure = { code: 'stopped', message: 'The program was closed before the end. Resume to send the rest: nothing is sent twice.' }

export interface Sending {
  readonly id: string
  readonly target: Target
  readonly pace: RunPace
}

/** Takes the target's lock and sends what is pending. */
export function sendRun(journal: Journal, sending: Sending, onProgress: OnProgress): Result<ActiveRun> {
  const log = journal.hold(sending.id)
  return log.ok ? ok(driveRun({ journal, log: log.value, sending, closing: false, conclude: (end) => end }, onProgress)) : log
}

export interface Drive {
  readonly journal: Journal
  /** Held; it is released at the end. */
  readonly log: RunLog
  readonly sending: Sending
  readonly closing: boolean
  /** What remains to be done before the target is given free. */
  readonly conclude: (end: PostEnd) => PostEnd
}

export function driveRun({ journal, log, sending, closing, conclude }: Drive, onProgress: OnProgress): ActiveRun {
  const { id, target } = sending
  let { pace } = sending
  let isStopping = closing
  const countdown = createCountdown(clock, onProgress)
  const { done, ...control } = executeRun({ log, api: target.api, clock, random: Math.random, newHash, settings: target.settings, onProgress: (progress) => countdown.tell(progress), closing })
  const run = {
    id, closing, pace: () => pace, isStopping: () => isStopping,
    pause: () => control.pause(),
    goOn: () => control.resume(),
    cancel() {
      isStopping = true
      control.cancel()
      countdown.again()
    },
    setPace(changed: RunPace) {
      pace = changed
      control.setPace(changed)
      countdown.again()
    },
    halt: () => control.halt(programEnds),
    woke: () => control.woke(),
  }
  if (pace.requestsPerSecond !== log.run.pace.requestsPerSecond || pace.lanes !== log.run.pace.lanes) run.setPace(pace)
  const endTending = tendRun(journal, run, { clock, wall: () => Date.now() })
  const ended = done.then(conclude).finally(() => {
    endTending()
    countdown.end()
    log.release()
  })
  return { ...run, ended }
}
