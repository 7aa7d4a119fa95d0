import { fail, ok, type Result } from '#core/model/result.ts'
import type { PostProgress } from '#core/stages/post/index.ts'
import { RunId } from '#shared/ipc/schemas.ts'
import { progressView } from '../views/progress-view.ts'
import type { ActiveRun } from './start-run.ts'

export type EmitEvent = (name: string, payload: unknown) => void
type Id = ReturnType<typeof RunId.parse>
type OnProgress = (progress: PostProgress) => void

interface Going extends ActiveRun {
  progress: PostProgress | null
  paused: boolean
}

/** The runs that are going on in this process, followed by events. */
export interface ActiveRuns {
  launch(make: (onProgress: OnProgress) => Result<ActiveRun>): Result<{ runId: Id }>
  has(id: string): boolean
  pause(id: string): Result<Record<string, never>>
  goOn(id: string): Result<Record<string, never>>
  act(id: string, act: (run: ActiveRun) => void): Result<Record<string, never>>
  progress(id: string): ReturnType<typeof progressView> | null
  /** Begins nothing new and waits for what is on the wire. */
  shutDown(): Promise<void>
}

export function makeActiveRuns(emit: EmitEvent): ActiveRuns {
  const going = new Map<string, Going>()

  const view = (run: Going): ReturnType<typeof progressView> | null =>
    run.progress === null ? null : progressView(run.id, run.progress, run.paused ? 'paused' : 'running')

  const tell = (run: Going): void => {
    const payload = view(run)
    if (payload !== null) emit('run.progressed', payload)
  }

  const follow = (active: ActiveRun, first: PostProgress | null): Going => {
    const run: Going = { ...active, progress: first, paused: false }
    going.set(run.id, run)
    void run.ended.then((end) => {
      going.delete(run.id)
      const failure = end.kind === 'stopped' ? end.failure : null
      const state = failure === null ? 'finished' : failure.code === 'stopped' ? 'cancelled' : 'stopped'
      emit('run.finished', { runId: run.id, state, failure: failure?.message ?? null })
    })
    return run
  }

  const act = (id: string, change: (run: Going) => void): Result<Record<string, never>> => {
    const run = going.get(id)
    if (run === undefined) return fail('no-such-run', 'This import is not going on.')
    change(run)
    return ok({})
  }

  return {
    launch(make) {
      // Progress may come before the run is registered: the last one is kept for it.
      let early: PostProgress | null = null
      let run: Going | null = null
      const started = make((progress) => {
        early = progress
        if (run === null) return
        run.progress = progress
        tell(run)
      })
      if (!started.ok) return started
      run = follow(started.value, early)
      tell(run)
      return ok({ runId: RunId.parse(run.id) })
    },
    has: (id) => going.has(id),
    pause: (id) => act(id, (run) => {
      run.paused = true
      run.execution.pause()
      tell(run)
    }),
    goOn: (id) => act(id, (run) => {
      run.paused = false
      run.execution.resume()
      tell(run)
    }),
    act,
    progress(id) {
      const run = going.get(id)
      return run === undefined ? null : view(run)
    },
    async shutDown() {
      for (const run of going.values()) run.execution.cancel()
      await Promise.all([...going.values()].map((run) => run.ended))
    },
  }
}
