import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { makeWizardStore, type WizardStore } from '../wizard/wizard-store.ts'
import { makeActions, type Actions } from './actions.ts'
import type { AppClient } from './client.ts'
import type { Session } from './session.ts'
import type { RunId, RunProgress } from './views.ts'
import { words } from './wording.ts'

/** The wizard joined to the engine: state, actions, and the events that come by themselves. */
export function useWizard(client: AppClient): Session {
  const [store] = useState(makeWizardStore)
  const [act] = useState(() => makeActions({ client, tell: store.tell, now: store.get }))
  const wizard = useSyncExternalStore(store.subscribe, store.get)

  useEffect(() => {
    const stops = [
      client.source.progressed((event) => store.tell({ kind: 'source-progressed', event })),
      client.run.progressed((progress) => store.tell({ kind: 'progressed', progress })),
      client.run.finished((end) => store.tell({ kind: 'finished', end })),
      client.app.engineRestarted(() => restart({ act, store })),
    ]
    return () => { for (const stop of stops) stop() }
  }, [client, act, store])

  useEffect(() => { void begin({ client, act, store }) }, [client, act, store])

  // The lists of another target, or of the first one, change what is required and what is known: the open file is judged anew. The first one comes by
  // itself, while the operator may be further than the program: that is no reason to hold anything up.
  const { target, step } = wizard
  const seen = useRef(target)
  useEffect(() => {
    const before = seen.current
    seen.current = target
    if (before !== target && target !== null) void act.judgeAnew(before !== null && store.get().busy === null)
  }, [target, act, store])

  const runId = step.kind === 'import' ? step.run.runId : null
  useEffect(() => {
    if (runId !== null) void lookAtRun({ client, store }, runId)
  }, [client, store, runId])

  return useMemo(() => ({ wizard, act, client }), [wizard, act, client])
}

interface Joined { readonly client: AppClient; readonly store: WizardStore }

/** At the start: where imports go, and the import that was going on when the window was closed. */
async function begin({ client, act, store }: Joined & { readonly act: Actions }): Promise<void> {
  const target = await client.target.current({})
  if (target.ok && target.value !== null) store.tell({ kind: 'target-read', target: target.value })
  else await act.connectPractice()
  const runs = await client.run.list({})
  const going = runs.ok ? runs.value.runs.find((run) => run.sender === 'here') : undefined
  if (going !== undefined) act.watch(going)
}

/** Practice is connected again by itself. Nobody is signed in to a live server without being asked. */
function restart({ act, store }: { readonly act: Actions; readonly store: WizardStore }): void {
  const { target } = store.get()
  const isLive = target?.kind === 'live'
  store.tell({ kind: 'engine-restarted', problem: { code: 'stopped', message: isLive ? words.restartedLive : words.restarted } })
  if (!isLive) void act.connectPractice()
}

/** A short import may end before the window listens: then its report is what there is to see. */
async function lookAtRun({ client, store }: Joined, runId: RunId): Promise<void> {
  const progress = (await readProgress(client, runId)) ?? (await later(500).then(() => readProgress(client, runId)))
  const { step } = store.get()
  if (step.kind !== 'import' || step.run.runId !== runId) return
  if (progress === null) store.tell({ kind: 'report-entered', run: step.run })
  else store.tell({ kind: 'progressed', progress })
}

async function readProgress(client: AppClient, runId: RunId): Promise<RunProgress | null> {
  const answer = await client.run.progress({ runId })
  return answer.ok ? answer.value : null
}

function later(delayMs: number): Promise<void> {
  return new Promise((done) => setTimeout(done, delayMs))
}
