import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { SourceRow } from '#core/model/source.ts'
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
/** While a file is read, its reader looks up once for some thousand rows: as many may wait, and be waited for when it has been read. */
const aheadOfReading = 16

/** Threads that check customers. They stay for the next time, which is soon: after an edit, or when the target has answered. */
export interface Crew {
  /** Work that comes by while a file is being read; its rows travel with it. */
  begin(task: CrewTask): Begun
  /** Checks all chunks; answers come in any order. Ends early when it is stale. */
  check(task: CrewTask, feeding: Feeding): Promise<void>
  close(): void
}

export interface Begun {
  /** False when every thread has enough to do: then the chunk is not taken. Rows with their position in the table. */
  offer(chunk: Chunk, rows: readonly (readonly [index: number, row: SourceRow])[]): boolean
  /** All that was found, when all that was taken is done. */
  answers(): Promise<readonly CheckedChunk[]>
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
  let begun: readonly Beginner[] = []
  return {
    begin(task) {
      const beginners = workers.map((worker) => newBeginner(worker, task))
      begun = [...begun, ...beginners]
      return {
        offer: (chunk, rows) => beginners.some((beginner) => beginner.offer(chunk, rows)),
        answers: async () => (await Promise.all(beginners.map((beginner) => beginner.answers()))).flat(),
      }
    },
    check: async (task, feeding) => {
      // What was begun is answered first, so that no answer is taken for one of these.
      await Promise.all(begun.map((beginner) => beginner.answers()))
      begun = []
      await Promise.all(workers.map((worker) => feed(worker, task, feeding)))
    },
    close() {
      for (const worker of workers) void worker.terminate()
    },
  }
}

const send = (worker: Worker, message: CrewMessage): void => worker.postMessage(message)

interface Beginner {
  readonly offer: Begun['offer']
  readonly answers: Begun['answers']
}

function newBeginner(worker: Worker, task: CrewTask): Beginner {
  const found: CheckedChunk[] = []
  let waiting = 0
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => { end = resolve })
  let isEnding = false
  const onMessage = (checked: CheckedChunk): void => {
    found.push(checked)
    waiting -= 1
    if (isEnding && waiting === 0) end()
  }
  // A thread that has ended says nothing more: what it has found counts, and who asks next hears of it.
  worker.on('message', onMessage).once('exit', end).unref()
  send(worker, { kind: 'task', task })
  return {
    offer(chunk, rows) {
      if (waiting === aheadOfReading) return false
      waiting += 1
      send(worker, { kind: 'chunk', chunk, rows })
      return true
    },
    async answers() {
      isEnding = true
      if (waiting > 0) {
        worker.ref()
        await ended
        worker.unref()
      }
      worker.off('message', onMessage).off('exit', end)
      return found
    },
  }
}

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
