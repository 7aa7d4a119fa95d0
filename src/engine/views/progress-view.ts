import type { z } from 'zod'
import type { PostEnd, PostProgress, RunPhase, WaitReason } from '#core/stages/post/index.ts'
import { RunId, type RunEnd, type RunProgress } from '#shared/ipc/schemas.ts'
import type { ActiveRun } from '../runs/send-run.ts'

const waitTexts: Readonly<Record<WaitReason, string>> = {
  paused: 'Paused by you.',
  throttled: 'The server asked us to slow down.',
  'no-network': 'The server cannot be reached just now. Trying again.',
  'server-trouble': 'The server has trouble just now. Waiting before the next try.',
  repeats: 'Many requests had to be sent again. To spare the server, the next one waits.',
  settling: 'Waiting until requests without an answer are surely settled, then looking them up.',
  checking: 'Checking the server, and the first customer, before the others are sent.',
  auditing: 'Everything is sent. Counting it on the server once more: each customer must be there exactly once.',
}

export const phaseWords: Readonly<Record<RunPhase, string>> = {
  preparing: 'Preparing look-ups', 'first-customer': 'First customer', sending: 'Sending', 'clearing-up': 'Clearing up the unclear', 'final-look': 'Final look', ended: 'Ended',
}

/** The sentence for the command line; null while things are being sent. */
export function waitingText(waiting: PostProgress['waiting']): string | null {
  if (waiting === null) return null
  const seconds = secondsLeft(waiting)
  return waitTexts[waiting.reason] + (seconds === null ? '' : ` (${seconds} s)`)
}

function secondsLeft(waiting: PostProgress['waiting']): number | null {
  return waiting === null || waiting.forMs === null ? null : Math.ceil(waiting.forMs / 1000)
}

export function progressView(run: Pick<ActiveRun, 'id' | 'pace' | 'isStopping'>, progress: PostProgress): z.input<typeof RunProgress> {
  const { phase, total, created, existing, rejected, incomplete, unknown, duplicate, settling, checks, left, ratePerSecond, slowedTo, etaMs, waiting, problems } = progress
  return {
    runId: RunId.parse(run.id), state: run.isStopping() ? 'stopping' : waiting?.reason === 'paused' ? 'paused' : 'running', pace: { ...run.pace() },
    phase: phaseWords[phase], total, created, existing, rejected, incomplete, unknown, duplicate, checking: settling, left, ratePerSecond, slowedTo,
    etaSeconds: etaMs === null ? null : Math.ceil(etaMs / 1000),
    waiting: waiting === null ? null : waitTexts[waiting.reason], waitingSeconds: secondsLeft(waiting),
    checks: checks.map(({ customer, reason, forMs }) => ({ customer, reason, seconds: Math.ceil(forMs / 1000) })),
    lastProblems: problems.map((problem) => `${problem.customer}: ${problem.reason}`),
  }
}

/** How a run that was followed here ended. `cancelled`: the operator stopped it, and it can be resumed. */
export function endView(run: Pick<ActiveRun, 'id' | 'closing' | 'isStopping'>, end: PostEnd): z.input<typeof RunEnd> {
  const runId = RunId.parse(run.id)
  if (end.kind === 'finished') return { runId, state: run.closing ? 'closed' : 'finished', failure: null }
  const isCancelled = end.failure.code === 'stopped' && run.isStopping() && !run.closing
  return { runId, state: isCancelled ? 'cancelled' : 'stopped', failure: end.failure.message }
}
