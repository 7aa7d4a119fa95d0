import { fail, ok, type Result } from '#core/model/result.ts'
import type { PostEnd, PostProgress } from '#core/stages/post/index.ts'
import { reportBug } from '#node/bug-report.ts'
import { RunId } from '#shared/ipc/schemas.ts'
import { endView, progressView } from '../views/progress-view.ts'
import type { ActiveRun, OnProgress } from './send-run.ts'

export type EmitEvent = (name: string, payload: unknown) => void
type Id = ReturnType<typeof RunId.parse>

interface Going {
  readonly run: ActiveRun
  progress: PostProgress | null
}

/** The runs that are going on in this process, followed by events. */
export interface ActiveRuns {
  launch(make: (onProgress: OnProgress) => Result<ActiveRun>): Result<{ runId: Id }>
  /** Null: not going on here. */
  find(id: string): ActiveRun | null
  act(id: string, act: (run: ActiveRun) => void): Result<Record<string, never>>
  progress(id: string): ReturnType<typeof progressView> | null
  /** The computer has slept. */
  wake(): void
  /** Begins nothing new and waits for the requests under way. */
  shutDown(): Promise<void>
}

interface Room {
  readonly going: Map<string, Going>
  readonly emit: EmitEvent
  /** How many are going on, whenever that changes. */
  readonly onCount: (count: number) => void
}

export function makeActiveRuns(emit: EmitEvent, onCount: (count: number) => void): ActiveRuns {
  const room: Room = { going: new Map(), emit, onCount }
  const runs = (): readonly ActiveRun[] => [...room.going.values()].map(({ run }) => run)
  return {
    launch: (make) => launch(room, make),
    find: (id) => room.going.get(id)?.run ?? null,
    act(id, act) {
      const going = room.going.get(id)
      if (going === undefined) return fail('no-such-run', 'This import is not going on.')
      act(going.run)
      return ok({})
    },
    progress(id) {
      const going = room.going.get(id)
      return going === undefined ? null : viewOf(going)
    },
    wake: () => { for (const run of runs()) run.woke() },
    async shutDown() {
      for (const run of runs()) run.halt()
      await Promise.allSettled(runs().map((run) => run.ended))
    },
  }
}

function launch(room: Room, make: (onProgress: OnProgress) => Result<ActiveRun>): Result<{ runId: Id }> {
  // Progress may come before the run is registered: the last one is kept for it.
  let early: PostProgress | null = null
  let going: Going | null = null
  const started = make((progress) => {
    early = progress
    if (going === null) return
    going.progress = progress
    tell(room, going)
  })
  if (!started.ok) return started
  going = { run: started.value, progress: early }
  follow(room, going)
  tell(room, going)
  return ok({ runId: RunId.parse(started.value.id) })
}

function follow(room: Room, going: Going): void {
  const { run } = going
  room.going.set(run.id, going)
  room.onCount(room.going.size)
  const bug: PostEnd = { kind: 'stopped', failure: { code: 'internal', message: 'A fault of this program stopped the import. It can be resumed.' } }
  const end = run.ended.catch((error: unknown) => {
    reportBug('import', error)
    return bug
  })
  void end.then((ended) => {
    room.going.delete(run.id)
    room.onCount(room.going.size)
    room.emit('run.finished', endView(run, ended))
  })
}

function viewOf({ run, progress }: Going): ReturnType<typeof progressView> | null {
  return progress === null ? null : progressView(run, progress)
}

function tell(room: Room, going: Going): void {
  const payload = viewOf(going)
  if (payload !== null) room.emit('run.progressed', payload)
}
