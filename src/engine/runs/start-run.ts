import { fail, ok, type Result } from '#core/model/result.ts'
import type { Journal, RunLog, RunPace } from '#core/ports.ts'
import { executeRun, type Execution, type PostEnd, type PostProgress } from '#core/stages/post/index.ts'
import { systemClock as clock } from '#node/clock.ts'
import { newHash } from '#node/hash.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Session } from '../session/session.ts'
import type { Target } from '../target/target.ts'
import { writeReportSource } from './report-source.ts'

export type { PostEnd, PostProgress }

/** A run that is going on in this process. */
export interface ActiveRun {
  readonly id: string
  readonly execution: Execution
  /** The target is given free again before this answers. */
  readonly ended: Promise<PostEnd>
}

type OnProgress = (progress: PostProgress) => void

/** Freezes the plan that was seen in the journal, then sends it. `planHash` is what the operator approved. */
export function startRun(journal: Journal, approved: { session: Session; prepared: PreparedFile; target: Target; planHash: string; pace: RunPace }, onProgress: OnProgress): Result<ActiveRun> {
  const { session, prepared, target, pace } = approved
  const { plan } = prepared
  // The shells ask before this; here is where it would be sent.
  if (session.source.questions.length > 0) return fail('reading-undecided', 'The file can be read in more than one way. Decide how before anything is sent.')
  if (plan.hash !== approved.planHash) {
    return fail('plan-changed', 'The data, the matching or the server has changed since the dry run. Run the dry run again and look at the new plan.')
  }
  if (plan.counts.customers === 0) return fail('nothing-to-send', 'No customer is ready to be sent. Mend the errors, or choose another file.')
  const run = journal.createRun({ ...plan, units: prepared.units() }, {
    fileName: session.source.file, fileSha256: session.source.sha256, baseUrl: target.api.baseUrl, brand: target.api.brand,
    username: target.api.username, practice: target.kind === 'practice', pace, reportSource: writeReportSource(session, prepared),
  })
  return run.ok ? sendRun(journal, { id: run.value.id, target }, onProgress) : run
}

/** Goes on with a run from the journal. It must be the same server, brand and user as at the start. */
export function resumeRun(journal: Journal, again: { id: string; target: Target }, onProgress: OnProgress): Result<ActiveRun> {
  const run = journal.run(again.id)
  if (!run.ok) return run
  if (run.value.state === 'finished') return fail('bad-usage', 'This run is finished; there is nothing left to send. Read its report.')
  const { api } = again.target
  if (api.baseUrl !== run.value.baseUrl || api.brand !== run.value.brand) {
    return fail('bad-usage', `This run belongs to ${run.value.baseUrl}, brand ${run.value.brand}. Connect to that server to go on with it.`)
  }
  return sendRun(journal, again, onProgress)
}

function sendRun(journal: Journal, run: { id: string; target: Target }, onProgress: OnProgress): Result<ActiveRun> {
  const log = journal.hold(run.id)
  if (!log.ok) return log
  const { api, settings } = run.target
  const execution = executeRun({ log: log.value, api, clock, random: Math.random, newHash, settings, onProgress })
  return ok({ id: run.id, execution, ended: releaseAfter(execution.done, log.value) })
}

async function releaseAfter(done: Promise<PostEnd>, log: RunLog): Promise<PostEnd> {
  try {
    return await done
  } finally {
    log.release()
  }
}
