import type { ActiveRun, PostEnd, PostProgress } from '#engine/runs/send-run.ts'
import { phaseWords, waitingText } from '#engine/views/progress-view.ts'
import { exitCodes } from './exit-codes.ts'
import { say } from './output.ts'

const quietStepMs = 2_000

/** Progress on stderr: one line rewritten on a terminal, a line every other second elsewhere. */
export function progressPrinter(): (progress: PostProgress) => void {
  const isTerminal = process.stderr.isTTY
  let lastAt = 0
  let told: PostProgress | null = null
  return (progress) => {
    const text = progressLine(progress)
    if (isTerminal) process.stderr.write(`\r\u001b[2K${text}${progress.left === 0 ? '\n' : ''}`)
    // In a file of what was said a wait stands once, with its end: seconds that only pass fill it in vain.
    else if (told !== null && isSameWait(told, progress)) told = progress
    else if (progress.left === 0 || performance.now() - lastAt > quietStepMs) {
      told = progress
      lastAt = performance.now()
      say(text)
    }
  }
}

/** Nothing has happened but that time has passed: what still has to be waited has not grown. */
function isSameWait(before: PostProgress, now: PostProgress): boolean {
  if (before.waiting === null || now.waiting === null) return false
  if (before.left !== now.left || before.settling !== now.settling || before.phase !== now.phase) return false
  return before.waiting.reason === now.waiting.reason && (now.waiting.forMs ?? 0) <= (before.waiting.forMs ?? 0)
}

function progressLine(progress: PostProgress): string {
  const { phase, total, left, created, existing, rejected, incomplete, unknown, duplicate, settling, ratePerSecond, slowedTo, etaMs, waiting } = progress
  const counts = [`${created} created`, [existing, 'already there'], [rejected, 'rejected'], [incomplete, 'incomplete'], [unknown, 'unknown'], [duplicate, 'double'], [settling, 'being checked']]
    .flatMap((part) => (typeof part === 'string' ? [part] : part[0] === 0 ? [] : [`${part[0]} ${part[1]}`]))
  const slowed = slowedTo === null ? '' : ` (slowed down to ${slowedTo.toFixed(1)} to spare the server)`
  const eta = etaMs === null || left === 0 ? '' : `, ${Math.ceil(etaMs / 1000)} s left`
  const wait = waitingText(waiting)
  return `${phaseWords[phase]}: ${total - left}/${total}, ${counts.join(', ')}, ${ratePerSecond.toFixed(1)} requests/s${slowed}${eta}${wait === null ? '' : ` - ${wait}`}`
}

/** What a session that ends, or a service manager, gives us: then the journal must be consistent. */
const drainMs = 5_000

/**
 * Ctrl-C once: nothing new is begun, what is open is settled. A closed terminal or a TERM: requests under way are finished, at most
 * five seconds, and that is all. The run can be resumed either way.
 */
export async function followRun(run: ActiveRun): Promise<PostEnd> {
  const interrupted = (): void => {
    say('\nStopping: nothing new is sent. Waiting for the answers that are still open (Ctrl-C again leaves at once; `onboarder resume` settles them).')
    // What is being given up has begun nothing: there is nothing to complete first.
    if (run.closing) run.halt()
    else run.cancel()
    process.once('SIGINT', () => process.exit(exitCodes.stopped))
  }
  const ending = (): void => {
    run.halt()
    setTimeout(() => process.exit(exitCodes.stopped), drainMs).unref()
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', ending)
  process.once('SIGHUP', ending)
  try {
    return await run.ended
  } finally {
    process.removeListener('SIGINT', interrupted)
    process.removeListener('SIGTERM', ending)
    process.removeListener('SIGHUP', ending)
  }
}
