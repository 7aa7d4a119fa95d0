import { utilityProcess, type UtilityProcess } from 'electron'
import { join } from 'node:path'
import { fail, type Result } from '#core/model/result.ts'
import type { WireEvent } from '#shared/ipc/bridge.ts'
import type { FromEngine, ToEngine } from '#shared/ipc/engine-wire.ts'

export interface EngineProcess {
  call(name: string, input: unknown): Promise<Result<unknown>>
  send(message: ToEngine): void
  shutDown(): Promise<void>
}

interface EngineOptions {
  readonly home: string
  readonly onEvent: (event: WireEvent) => void
  readonly startPractice: () => Promise<string | null>
}

/**
 * The engine in its own process: parsing, validation, journal and HTTP never run here or in the window. When it dies it is
 * started again; open calls are answered with a failure, and a run that was going on can be resumed from its journal.
 */
export function startEngine(options: EngineOptions): EngineProcess {
  const waiting = new Map<number, (result: Result<unknown>) => void>()
  let nextId = 1
  let stopping = false
  let stopped = (): void => undefined
  let engine = fork()

  function fork(): UtilityProcess {
    const child = utilityProcess.fork(join(import.meta.dirname, 'engine.js'), ['--home', options.home], { serviceName: 'Elevate Onboarder engine' })
    child.on('message', receive)
    child.on('exit', () => {
      for (const answer of waiting.values()) answer(fail('stopped', 'The import engine stopped and was started again. Open the file again; an import that was going on can be resumed from the list of runs.'))
      waiting.clear()
      if (stopping) stopped()
      else engine = fork()
    })
    return child
  }

  function receive(message: FromEngine): void {
    switch (message.kind) {
      case 'answer':
        waiting.get(message.id)?.(message.result as Result<unknown>)
        waiting.delete(message.id)
        break
      case 'event':
        options.onEvent(message.event)
        break
      case 'need-practice-server':
        void options.startPractice().then((url) => engine.postMessage({ kind: 'practice-server', url } satisfies ToEngine))
        break
      case 'shut-down':
        stopped()
        break
    }
  }

  return {
    send: (message) => engine.postMessage(message),
    call: (name, input) =>
      new Promise((resolve) => {
        const id = nextId++
        waiting.set(id, resolve)
        engine.postMessage({ kind: 'call', id, name, input } satisfies ToEngine)
      }),
    shutDown: () =>
      new Promise((resolve) => {
        stopping = true
        stopped = () => {
          engine.kill()
          resolve()
        }
        engine.postMessage({ kind: 'shutdown' } satisfies ToEngine)
        setTimeout(stopped, 5_000)
      }),
  }
}
