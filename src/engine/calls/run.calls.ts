import { ok, type Result } from '#core/model/result.ts'
import { damagedRuns, soundRuns } from '#core/ports-journal.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import type { ActiveRuns } from '../runs/active-runs.ts'
import { closeRun } from '../runs/close-run.ts'
import { resumeRun } from '../runs/start-run.ts'
import { notConnected } from '../target/target.ts'
import { damagedView, runView } from '../views/run-view.ts'
import { practiceUrlOf } from './practice-url.ts'
import { startingCalls, type Starting } from './starting-calls.ts'

type RunHandlers = Handlers<AppContract['run']>

export function runCalls(starting: Starting): RunHandlers {
  const { desk, active } = starting
  return {
    ...startingCalls(starting),
    pause: ({ runId }) => active.act(runId, (run) => run.pause()),
    goOn: ({ runId }) => active.act(runId, (run) => run.goOn()),
    cancel: ({ runId }) => {
      const here = active.find(runId)
      if (here === null) return asked(desk.journal.wish(runId, { kind: 'stop' }))
      here.cancel()
      return ok({})
    },
    setPace: ({ runId, ...pace }) => active.act(runId, (run) => run.setPace(pace)),
    progress: ({ runId }) => ok(active.progress(runId)),
    list: () => listRuns(desk, active),
    resume: ({ runId }) => {
      const target = desk.target()
      if (target === null) return notConnected()
      return asked(active.launch((onProgress) => resumeRun(desk.journal, { id: runId, target }, onProgress)))
    },
    close: ({ runId }) => asked(close(desk, active, runId)),
    forget: ({ runId }) => asked(desk.journal.forget(runId)),
  }
}

function asked(result: Result<unknown>): Result<Record<string, never>> {
  return result.ok ? ok({}) : result
}

function listRuns(desk: Desk, active: ActiveRuns): ReturnType<RunHandlers['list']> {
  const listed = desk.journal.listed()
  if (!listed.ok) return listed
  const views = []
  for (const run of soundRuns(listed.value)) {
    const view = runView(desk.journal, run, { isHere: active.find(run.id) !== null, practiceUrl: practiceUrlOf(desk) })
    if (!view.ok) return view
    views.push(view.value)
  }
  return ok({ runs: views, damaged: damagedRuns(listed.value).map(damagedView) })
}

function close(desk: Desk, active: ActiveRuns, id: string): Result<unknown> {
  const run = desk.journal.run(id)
  if (!run.ok) return run
  const open = desk.journal.begun(id)
  if (!open.ok) return open
  // The server of a practice run is gone with its program: there is nobody to ask.
  const isGone = run.value.practice && practiceUrlOf(desk) !== run.value.baseUrl
  const target = open.value.length === 0 || isGone ? null : desk.target()
  if (target === null && open.value.length > 0 && !isGone) return notConnected()
  return active.launch((onProgress) => closeRun(desk.journal, { id, target }, onProgress))
}
