import { fail, ok, type Failure, type Result } from '#core/model/result.ts'
import type { Journal, RunPace } from '#core/ports-journal.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { Session } from '../session/session.ts'
import type { Target } from '../target/target.ts'
import { writeReportSource } from './report-source.ts'
import { sendRun, type ActiveRun, type OnProgress } from './send-run.ts'

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
  const other = runningOn(journal, target)
  if (!other.ok) return other
  const run = journal.createRun({ ...plan, units: prepared.units() }, {
    fileName: session.source.file, fileSha256: session.source.sha256, baseUrl: target.api.baseUrl, brand: target.api.brand,
    username: target.api.username, practice: target.kind === 'practice', pace, reportSource: writeReportSource(session, prepared),
  })
  return run.ok ? sendRun(journal, { id: run.value.id, target, pace }, onProgress) : run
}

/** Said before a run is made: the lock alone would leave one behind that nobody has begun. */
function runningOn(journal: Journal, { api }: Target): Result<null> {
  const runs = journal.runs()
  if (!runs.ok) return runs
  for (const run of runs.value.filter(({ state, baseUrl, brand }) => state !== 'finished' && baseUrl === api.baseUrl && brand === api.brand)) {
    const holder = journal.holder(run.id)
    if (!holder.ok) return holder
    if (holder.value !== null) return fail('already-running', `Another import to this server is under way: run ${run.id} of ${run.fileName}, sent by the ${holder.value.shell}. Wait for its end, or stop it.`)
  }
  return ok(null)
}

export interface Resumed {
  readonly id: string
  readonly target: Target
  /** Null: as it was. */
  readonly pace?: RunPace | null
}

/** Goes on with a run from the journal. It must be the same server, brand and user as at the start. */
export function resumeRun(journal: Journal, { id, target, pace = null }: Resumed, onProgress: OnProgress): Result<ActiveRun> {
  const run = journal.run(id)
  if (!run.ok) return run
  if (run.value.state === 'finished') return fail('bad-usage', 'This run is finished; there is nothing left to send. Read its report.')
  const wrong = refuseOther(run.value, target)
  return wrong === null ? sendRun(journal, { id, target, pace: pace ?? run.value.pace }, onProgress) : { ok: false, failure: wrong }
}

/** A run is bound to its server, brand and user: another user may see less, and would take customers for absent. */
export function refuseOther(run: { readonly baseUrl: string; readonly brand: string; readonly username: string }, { api }: Target): Failure | null {
  if (api.baseUrl === run.baseUrl && api.brand === run.brand && api.username === run.username) return null
  return { code: 'bad-usage', message: `This run belongs to ${run.baseUrl}, brand ${run.brand}, user ${run.username}. Sign in there as this user to go on with it.` }
}
