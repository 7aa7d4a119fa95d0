// A thread that checks customers: everything it needs comes when it starts, then one chunk after another.
import { parentPort, workerData } from 'node:worker_threads'
import type { Source } from '#core/model/source.ts'
import { newChecker, type PrepareInput } from '#core/pipeline.ts'
import { newHash } from '#node/hash.ts'
import { openStagedRows, type StagedTable } from '#node/staging/staged-rows.ts'
import { checkChunk, type Chunk } from './check-chunk.ts'

/** `PrepareInput` as it crosses to another thread: rows as the description of their files, no functions. */
export interface WorkerTask extends Omit<PrepareInput, 'source' | 'newHash'> {
  readonly source: Source
  readonly staged: readonly StagedTable[]
}

if (parentPort === null) throw new Error('This program is a thread of the engine')
const port = parentPort
// What comes is what worker-pool.ts sends.
const { source, staged, ...decisions } = workerData as WorkerTask
const tables = source.tables.map((table, index) => {
  const rows = staged[index]
  return rows === undefined ? table : { ...table, rows: openStagedRows(rows).rows }
})
const checker = newChecker({ ...decisions, source: { ...source, tables }, newHash })
port.on('message', (chunk: Chunk) => port.postMessage(checkChunk(checker, chunk, newHash)))
