import { fail, ok, type Failure, type Result } from '#core/model/result.ts'
import type { AuditSummary, Journal, RunLog } from '#core/ports-journal.ts'
import type { Target } from '../target/target.ts'
import { refuseOther } from './start-run.ts'
import { driveRun, type ActiveRun, type OnProgress, type PostEnd } from './send-run.ts'

/** Why a run has no more customers to send, in its journal. */
const givenUp: Failure = { code: 'stopped', message: 'Cancelled for good: what had not been sent was not sent.' }

interface Closing {
  readonly id: string
  /** Null: nothing is open; or the server is not asked, and what is open is reported as unknown. */
  readonly target: Target | null
}

/**
 * Gives a run up for good: what is open is looked up (and customers that are there get their sites), the rest becomes `not-sent`, the
 * frozen requests are wiped. Fails, and leaves the run as it was, when the server cannot be asked.
 */
export function closeRun(journal: Journal, { id, target }: Closing, onProgress: OnProgress): Result<ActiveRun> {
  const run = journal.run(id)
  if (!run.ok) return run
  if (run.value.state === 'finished') return fail('bad-usage', 'This run is finished; there is nothing left to cancel. Read its report.')
  const wrong = target === null ? null : refuseOther(run.value, target)
  if (wrong !== null) return { ok: false, failure: wrong }
  const held = journal.hold(id)
  if (!held.ok) return held
  const log = held.value
  let audit: AuditSummary | null = null
  const conclude = (end: PostEnd): PostEnd => (end.kind === 'finished' ? finish(log, audit) : end)
  if (target === null) return ok(closedAtOnce(log, conclude))
  // Only what was begun is driven; the journal is not finished before the rest has its receipts.
  const begun: RunLog = { ...log, pending: () => journal.begun(id), finish(found) {
    audit = found
    return ok(null)
  } }
  return ok(driveRun({ journal, log: begun, sending: { id, target, pace: log.run.pace }, closing: true, conclude }, onProgress))
}

function finish(log: RunLog, audit: AuditSummary | null): PostEnd {
  const finished = log.finish(audit, givenUp)
  return finished.ok ? { kind: 'finished' } : { kind: 'stopped', failure: finished.failure }
}

function closedAtOnce(log: RunLog, conclude: (end: PostEnd) => PostEnd): ActiveRun {
  const end = conclude({ kind: 'finished' })
  log.release()
  const nothing = (): void => undefined
  return {
    id: log.run.id, closing: true, pace: () => log.run.pace, isStopping: () => true, pause: nothing, goOn: nothing, cancel: nothing, setPace: nothing,
    halt: nothing, woke: nothing, ended: Promise.resolve(end),
  }
}
