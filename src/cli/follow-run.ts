import type { ActiveRun, PostEnd, PostProgress } from '#engine/runs/start-run.ts'
import { waitingText } from '#engine/views/progress-view.ts'
import { say } from './output.ts'

const quietStepMs = 2_000

/** Progress on stderr: one line rewritten on a terminal, a line every other second elsewhere. */
export function progressPrinter(): (progress: PostProgress) => void {
  const isTerminal = process.stderr.isTTY
  let lastAt = 0
  return (progress) => {
    const text = progressLine(progress)
    if (isTerminal) process.stderr.write(`\r\u001b[2K${text}${progress.left === 0 ? '\n' : ''}`)
    else if (progress.left === 0 || performance.now() - lastAt > quietStepMs) {
      lastAt = performance.now()
      say(text)
    }
  }
}

function progressLine(progress: PostProgress): string {
  const { total, left, created, existing, rejected, incomplete, unknown, settling, ratePerSecond, etaMs, waiting } = progress
  const counts = [`${created} created`, [existing, 'already there'], [rejected, 'rejected'], [incomplete, 'incomplete'], [unknown, 'unknown'], [settling, 'being checked']]
    .flatMap((part) => (typeof part === 'string' ? [part] : part[0] === 0 ? [] : [`${part[0]} ${part[1]}`]))
  const eta = etaMs === null || left === 0 ? '' : `, ${Math.ceil(etaMs / 1000)} s left`
  const wait = waitingText(waiting)
  return `${total - left}/${total}: ${counts.join(', ')}, ${ratePerSecond.toFixed(1)} requests/s${eta}${wait === null ? '' : ` - ${wait}`}`
}

/** Ctrl-C once: nothing new is begun, what is on the wire is settled. The run can be resumed. */
export async function followRun(run: ActiveRun): Promise<PostEnd> {
  const stop = (): void => {
    say('\nStopping: nothing new is sent. Waiting for the answers that are still open (Ctrl-C again leaves at once; `onboarder resume` settles them).')
    run.execution.cancel()
    process.once('SIGINT', () => process.exit(3))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    return await run.ended
  } finally {
    process.removeListener('SIGINT', stop)
    process.removeListener('SIGTERM', stop)
  }
}
