import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { CheckedChunk, Chunk } from './check-chunk.ts'
import type { CrewMessage, CrewTask } from './prepare-worker.ts'
import { startWorker } from './start-worker.ts'

/**
 * Beside the thread that asks, which checks as well. Each costs memory of its own, and beyond a few, reading the rows is what takes
 * the time.
 */
const threads = Math.min(2, Math.max(1, availableParallelism() - 1))
/** A chunk in work and one waiting, so that no thread is ever idle. */
const ahead = 2

/** Threads that check customers. They stay for the next time, which is soon: after an edit, or when the target has answered. */
export interface Crew {
  /**
   * Checks some rows and forgets the answer, while the file is still being read: a thread that has done it once does the rest
   * much faster.
   */
  rehearse(task: CrewTask): void
  /** Checks all chunks; answers come in any order. Ends early when it is stale. */
  check(task: CrewTask, feeding: Feeding): Promise<void>
  close(): void
}

export interface Feeding {
  readonly chunks: Iterator<Chunk>
  readonly take: (checked: CheckedChunk) => void
  readonly isStale: () => boolean
}

export function newCrew(): Crew {
  const workers = Array.from({ length: threads }, () => startWorker({ resourceLimits: { maxYoungGenerationSizeMb: 32 } }))
  for (const worker of workers) {
    // Idle threads keep no program alive. What goes wrong is told to who asks next.
    worker.unref()
    worker.on('error', () => undefined)
  }
  return {
    rehearse(task) {
      for (const worker of workers) send(worker, { kind: 'rehearse', task })
    },
    check: async (task, feeding) => {
      await Promise.all(workers.map((worker) => feed(worker, task, feeding)))
    },
    close() {
      for (const worker of workers) void worker.terminate()
    },
  }
}

const send = (worker: Worker, message: CrewMessage): void => worker.postMessage(message)

async function feed(worker: Worker, task: CrewTask, { chunks, take, isStale }: Feeding): Promise<void> {
  const listeners = new AbortController()
  worker.ref()
  try {
    await new Promise<void>((resolve, reject) => {
      let waiting = 0
      const next = (): void => {
        const chunk = isStale() ? undefined : chunks.next()
        if (chunk?.done === false) {
          waiting += 1
          send(worker, { kind: 'chunk', chunk: chunk.value })
        } else if (waiting === 0) resolve()
      }
      const onMessage = (checked: CheckedChunk): void => {
        waiting -= 1
        next()
        try {
          take(checked)
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      const onExit = (code: number): void => reject(new Error(`A checking thread ended with ${code}`))
      worker.on('message', onMessage).on('error', reject).on('exit', onExit)
      listeners.signal.addEventListener('abort', () => worker.off('message', onMessage).off('error', reject).off('exit', onExit))
      send(worker, { kind: 'task', task })
      for (let at = 0; at < ahead; at++) next()
    })
  } finally {
    listeners.abort()
    worker.unref()
  }
}
