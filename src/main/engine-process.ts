import { utilityProcess, type UtilityProcess } from 'electron'
import { join } from 'node:path'
import { fail, type Result } from '#core/model/result.ts'
import type { WireEvent } from '#shared/ipc/bridge.ts'
import type { FromEngine, ToEngine } from '#shared/ipc/engine-wire.ts'
import { makeOpenCalls } from './open-calls.ts'
import { makeRestartLimit } from './restart-limit.ts'

export interface EngineProcess {
  call(name: string, input: unknown): Promise<Result<unknown>>
  send(message: ToEngine): void
  /** How many imports are going on. */
  imports(): number
  shutDown(): Promise<void>
}

interface EngineOptions {
  readonly home: string
  readonly onEvent: (event: WireEvent) => void
  readonly startPractice: () => Promise<string | null>
  readonly resolveProxy: (url: string) => Promise<string>
}

/** What is on the wire when the program ends has so long to be answered; the journal is consistent without it. */
const drainMs = 5_000

/**
 * The engine in its own process: parsing, validation, journal and HTTP never run here or in the window. When it dies it is
 * started again; open calls are answered with a failure, and a run that was going on can be resumed from its journal.
 */
export function startEngine(options: EngineOptions): EngineProcess {
  const calls = makeOpenCalls()
  const mayRestart = makeRestartLimit(() => performance.now())
  let imports = 0
  let stopping = false
  let stopped = (): void => undefined
  // Null: it died too often to be started again.
  let engine: UtilityProcess | null = fork()

  function fork(): UtilityProcess {
    return utilityProcess.fork(join(import.meta.dirname, 'engine.js'), ['--home', options.home], { serviceName: 'Elevate Onboarder engine' })
      .on('message', receive).on('exit', onExit)
  }

  function onExit(): void {
    imports = 0
    calls.giveUp()
    if (stopping) return stopped()
    engine = mayRestart() ? fork() : null
    options.onEvent({ name: 'app.engineRestarted', payload: {} })
  }

  function receive(message: FromEngine): void {
    switch (message.kind) {
      case 'answer':
        calls.answer(message.id, message.result as Result<unknown>)
        break
      case 'event':
        options.onEvent(message.event)
        break
      case 'imports':
        imports = message.count
        break
      case 'need-practice-server':
        void options.startPractice().then((url) => send({ kind: 'practice-server', url }))
        break
      case 'need-proxy':
        void options.resolveProxy(message.url).then((answer) => send({ kind: 'proxy', id: message.id, answer }))
        break
      case 'shut-down':
        stopped()
        break
    }
  }

  function send(message: ToEngine): void {
    engine?.postMessage(message)
  }

  return {
    send,
    imports: () => imports,
    call: (name, input) => engine === null ? Promise.resolve(gaveUp) : calls.make((id) => send({ kind: 'call', id, name, input })),
    shutDown: () => new Promise((resolve) => {
      stopping = true
      stopped = () => {
        engine?.kill()
        resolve()
      }
      if (engine === null) return resolve()
      send({ kind: 'shutdown' })
      setTimeout(stopped, drainMs)
    }),
  }
}

const gaveUp = fail('internal', 'The import engine stops again and again, so it is not started any more. Close the program and open it again; nothing is lost.')
