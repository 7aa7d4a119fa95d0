import { fail, ok, type Result } from '#core/model/result.ts'
import type { RunPace } from '#core/ports.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import type { ActiveRuns } from '../runs/active-runs.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import { resumeRun, startRun } from '../runs/start-run.ts'
import { learn, type Library } from '../session/mapping-library.ts'
import { preparedOf, touch, type Session } from '../session/session.ts'
import { askTarget } from '../target/ask-target.ts'
import { notConnected, type Target } from '../target/target.ts'
import { dryRunView } from '../views/dry-run-view.ts'
import { runView } from '../views/progress-view.ts'

type RunHandlers = Handlers<AppContract['run']>

export function runCalls(desk: Desk, active: ActiveRuns, library: Library): RunHandlers {
  return {
    ...startingCalls(desk, active, library),
    pause: ({ runId }) => active.pause(runId),
    goOn: ({ runId }) => active.goOn(runId),
    cancel: ({ runId }) => active.act(runId, (run) => run.execution.cancel()),
    setPace: ({ runId, ...pace }) => active.act(runId, (run) => run.execution.setPace(pace)),
    progress: ({ runId }) => ok(active.progress(runId)),
    list: () => {
      const runs = desk.journal.runs()
      return runs.ok ? ok({ runs: runs.value.map((run) => runView(run, active.has(run.id))) }) : runs
    },
    resume: ({ runId }) => {
      const target = desk.target()
      if (target === null) return notConnected()
      const resumed = active.launch((onProgress) => resumeRun(desk.journal, { id: runId, target }, onProgress))
      return resumed.ok ? ok({}) : resumed
    },
  }
}

function startingCalls(desk: Desk, active: ActiveRuns, library: Library): Pick<RunHandlers, 'dryRun' | 'start'> {
  /** Set by the dry run: the pace that its plan was shown with. */
  const paces = new WeakMap<Session, RunPace>()
  return {
    dryRun: async ({ sourceId, skipExisting, ...pace }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const target = await desk.settledTarget()
      if (target === null) return notConnected()
      session.value.skipExisting = skipExisting
      touch(session.value)
      const asked = await askTarget(session.value, target)
      if (!asked.ok) return asked
      paces.set(session.value, pace)
      return ok(dryRunView(await preparedOf(session.value), pace))
    },
    start: async ({ sourceId, planHash, confirm }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const target = desk.target()
      if (target === null) return notConnected()
      const pace = paces.get(session.value)
      if (pace === undefined) return fail('not-confirmed', 'Run the dry run first and look at its plan. Nothing has been sent.')
      const prepared = await preparedOf(session.value)
      const refusal = refuseUnconfirmed(prepared, target, confirm)
      if (refusal !== null) return refusal
      // The plan was approved, and with it how the file was matched. A help for other files: its failure stops nothing.
      await learn(session.value, library)
      return active.launch((onProgress) => startRun(desk.journal, { session: session.value, prepared, target, planHash, pace }, onProgress))
    },
  }
}

/** For a live server the number of customers is typed by hand: the one question nobody answers by reflex. */
function refuseUnconfirmed({ plan }: PreparedFile, target: Target, confirm: string | null): Result<never> | null {
  const customers = plan.counts.createCustomer
  if (target.kind === 'practice' || confirm?.trim() === String(customers)) return null
  return fail('not-confirmed', `Type ${customers}, the number of customers that will be created, to confirm. Nothing has been sent.`)
}
