import { useEffect, useMemo, useReducer, useRef } from 'react'
import { reduceWizard } from '../wizard/reduce-wizard.ts'
import { firstWizard } from '../wizard/wizard-state.ts'
import { makeActions } from './actions.ts'
import type { AppClient } from './client.ts'
import type { Session } from './session.ts'
import type { RunId, RunProgress } from './views.ts'

/** The wizard joined to the engine: state, actions, and the events that come by themselves. */
export function useWizard(client: AppClient): Session {
  const [wizard, tell] = useReducer(reduceWizard, firstWizard)
  const latest = useRef(wizard)
  latest.current = wizard
  const act = useMemo(() => makeActions({ client, tell, now: () => latest.current }), [client])

  useEffect(() => {
    const stops = [
      client.run.progressed((progress) => tell({ kind: 'progressed', progress })),
      client.run.finished((end) => tell({ kind: 'finished', end })),
    ]
    return () => { for (const stop of stops) stop() }
  }, [client])

  useEffect(() => {
    const begin = async (): Promise<void> => {
      const target = await client.target.current({})
      if (target.ok && target.value !== null) tell({ kind: 'target-read', target: target.value })
      else await act.connect({ kind: 'practice' })
      // A window that was closed during an import comes back to it.
      const runs = await client.run.list({})
      const going = runs.ok ? runs.value.runs.find((run) => run.state === 'running' || run.state === 'paused') : undefined
      if (going !== undefined && (await readProgress(client, going.runId)) !== null) act.watch(going)
    }
    void begin()
  }, [client, act])

  // Reference data of another target changes what is required and what is known: both are read again.
  const { target, step } = wizard
  const seen = useRef(target)
  useEffect(() => {
    const before = seen.current
    seen.current = target
    if (before === null || before === target || !('mapping' in latest.current.step)) return
    void act.readMapping()
    if ('review' in latest.current.step) void act.readReview()
  }, [target, act])

  const runId = step.kind === 'import' ? step.run.runId : null
  useEffect(() => {
    if (runId === null) return
    let isLeft = false
    const look = async (): Promise<void> => {
      const answer = (await readProgress(client, runId)) ?? (await later(500).then(() => readProgress(client, runId)))
      const now = latest.current.step
      if (isLeft || now.kind !== 'import' || now.run.runId !== runId) return
      // A short import may end before the window listens: then its report is what there is to see.
      if (answer === null || (answer.state !== 'running' && answer.state !== 'paused')) tell({ kind: 'report-entered', run: now.run })
      else tell({ kind: 'progressed', progress: answer })
    }
    void look()
    return () => { isLeft = true }
  }, [client, runId])

  return useMemo(() => ({ wizard, act, client }), [wizard, act, client])
}

async function readProgress(client: AppClient, runId: RunId): Promise<RunProgress | null> {
  const answer = await client.run.progress({ runId })
  return answer.ok ? answer.value : null
}

function later(delayMs: number): Promise<void> {
  return new Promise((done) => setTimeout(done, delayMs))
}
