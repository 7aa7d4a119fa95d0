import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { CheckedChunk, Chunk } from './check-chunk.ts'
import type { WorkerTask } from './prepare-worker.ts'
import { startWorker } from './start-worker.ts'

/** Each thread costs memory of its own; beyond a few, reading the rows is what takes the time. */
const threads = Math.min(3, availableParallelism())
/** A chunk in work and one waiting, so that no thread is ever idle. */
const ahead = 2

/** Checks all chunks in several threads; answers come in any order. Ends early when it is stale. */
export async function checkInThreads(task: WorkerTask, feeding: Feeding): Promise<void> {
  const workers = Array.from({ length: threads }, () => startWorker({ workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 32 } }))
  try {
    await Promise.all(workers.map((worker) => feed(worker, feeding)))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

interface Feeding {
  readonly chunks: Iterator<Chunk>
  readonly take: (checked: CheckedChunk) => void
  readonly isStale: () => boolean
}

function feed(worker: Worker, { chunks, take, isStale }: Feeding): Promise<void> {
  return new Promise((resolve, reject) => {
    let waiting = 0
    const next = (): void => {
      const chunk = isStale() ? undefined : chunks.next()
      if (chunk?.done === false) {
        waiting += 1
        worker.postMessage(chunk.value)
      } else if (waiting === 0) resolve()
    }
    worker.on('message', (checked: CheckedChunk) => {
      waiting -= 1
      next()
      try {
        take(checked)
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`A checking thread ended with ${code}`)))
    for (let at = 0; at < ahead; at++) next()
  })
}
