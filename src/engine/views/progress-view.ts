import type { z } from 'zod'
import type { PostProgress, WaitReason } from '#core/stages/post/index.ts'
import type { RunSummary } from '#core/ports.ts'
import { RunId, type RunProgress, type RunState, type RunSummary as RunSummaryView } from '#shared/ipc/schemas.ts'

const waitTexts: Readonly<Record<WaitReason, string>> = {
  paused: 'Paused by you.',
  throttled: 'The server asked us to slow down.',
  'no-network': 'The server cannot be reached just now. Trying again.',
  'server-trouble': 'The server has trouble just now. Waiting before the next try.',
  settling: 'Waiting until requests without an answer are surely settled, then looking them up.',
  checking: 'Checking the server, and the first customer, before the others are sent.',
}

/** The sentence for the screen and the command line; null while things are being sent. */
export function waitingText(waiting: PostProgress['waiting']): string | null {
  if (waiting === null) return null
  const seconds = waiting.forMs === null ? '' : ` (${Math.ceil(waiting.forMs / 1000)} s)`
  return waitTexts[waiting.reason] + seconds
}

export function progressView(runId: string, progress: PostProgress, state: z.infer<typeof RunState>): z.input<typeof RunProgress> {
  const { total, created, existing, rejected, incomplete, unknown, duplicate, settling, left, ratePerSecond, etaMs, waiting, problems } = progress
  return {
    runId: RunId.parse(runId), state, total, created, existing, rejected, incomplete, unknown, duplicate, checking: settling, left, ratePerSecond,
    etaSeconds: etaMs === null ? null : Math.ceil(etaMs / 1000),
    waiting: waitingText(waiting),
    lastProblems: problems.map((problem) => `${problem.customer}: ${problem.reason}`),
  }
}

export function runView(run: RunSummary, running: boolean): z.input<typeof RunSummaryView> {
  return {
    runId: RunId.parse(run.id), startedAt: run.createdAt, file: run.fileName, target: run.practice ? 'Practice server' : run.baseUrl,
    user: run.username, state: running ? 'running' : run.state === 'finished' ? 'finished' : 'stopped',
    customers: run.customers, created: run.counts.created,
    // The practice server forgets everything when the program ends, so its runs cannot be gone on with.
    resumable: !running && run.state !== 'finished' && !run.practice,
  }
}
