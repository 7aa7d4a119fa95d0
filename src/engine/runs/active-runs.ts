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
  const room: Room = { going: new Map(), emit }
  return {
    launch: (make) => launch(room, make),
    has: (id) => room.going.has(id),
    pause: (id) => actOn(room, id, (run) => {
      run.paused = true
      run.execution.pause()
      tell(room, run)
    }),
    goOn: (id) => actOn(room, id, (run) => {
      run.paused = false
      run.execution.resume()
      tell(room, run)
    }),
    act: (id, act) => actOn(room, id, act),
    progress(id) {
      const run = room.going.get(id)
      return run === undefined ? null : viewOf(run)
    },
    async shutDown() {
      for (const run of room.going.values()) run.execution.cancel()
      await Promise.all([...room.going.values()].map((run) => run.ended))
    },
  }
}

interface Room {
  readonly going: Map<string, Going>
  readonly emit: EmitEvent
}

function launch(room: Room, make: (onProgress: OnProgress) => Result<ActiveRun>): Result<{ runId: Id }> {
  // Progress may come before the run is registered: the last one is kept for it.
  let early: PostProgress | null = null
  let run: Going | null = null
  const started = make((progress) => {
    early = progress
    if (run === null) return
    run.progress = progress
    tell(room, run)
  })
  if (!started.ok) return started
  run = { ...started.value, progress: early, paused: false }
  follow(room, run)
  tell(room, run)
  return ok({ runId: RunId.parse(run.id) })
}

function follow(room: Room, run: Going): void {
  room.going.set(run.id, run)
  void run.ended.then((end) => {
    room.going.delete(run.id)
    const failure = end.kind === 'stopped' ? end.failure : null
    const state = failure === null ? 'finished' : failure.code === 'stopped' ? 'cancelled' : 'stopped'
    room.emit('run.finished', { runId: run.id, state, failure: failure?.message ?? null })
  })
}

function actOn(room: Room, id: string, change: (run: Going) => void): Result<Record<string, never>> {
  const run = room.going.get(id)
  if (run === undefined) return fail('no-such-run', 'This import is not going on.')
  change(run)
  return ok({})
}

function viewOf(run: Going): ReturnType<typeof progressView> | null {
  return run.progress === null ? null : progressView(run.id, run.progress, run.paused ? 'paused' : 'running')
}

function tell(room: Room, run: Going): void {
  const payload = viewOf(run)
  if (payload !== null) room.emit('run.progressed', payload)
}
