// A thread that checks customers: a task says what all of them share, then comes one chunk after another.
import '#node/tune-v8.ts'
import { parentPort } from 'node:worker_threads'
import type { RowList, SourceRow } from '#core/model/source.ts'
import { newChecker, type Checker, type PrepareInput } from '#core/pipeline.ts'
import { newHash } from '#node/hash.ts'
import { openStagedRows, type StagedTable } from '#node/staging/staged-rows.ts'
import { checkChunk, type Chunk } from './check-chunk.ts'

/** `PrepareInput` as it crosses to another thread: rows as the description of their files, no functions. */
export interface CrewTask extends Omit<PrepareInput, 'newHash'> {
  /** Empty: the rows travel with the chunks. */
  readonly staged: readonly StagedTable[]
}

export type CrewMessage =
  | { readonly kind: 'task'; readonly task: CrewTask }
  /** `rows`: by position; they travel with the chunk while their file is not there yet. */
  | { readonly kind: 'chunk'; readonly chunk: Chunk; readonly rows?: readonly (readonly [index: number, row: SourceRow])[] }

if (parentPort === null) throw new Error('This program is a thread of the engine')
const port = parentPort
let checker: Checker | null = null
let travelling: ReadonlyMap<number, SourceRow> = new Map()
const travellingRows: RowList = { length: Infinity, at: (index) => travelling.get(index), [Symbol.iterator]: () => travelling.values() }
let closeRows = (): void => undefined

port.on('message', (message: CrewMessage) => {
  switch (message.kind) {
    case 'task':
      closeRows()
      checker = makeChecker(message.task)
      break
    case 'chunk':
      if (checker === null) throw new Error('A chunk came before its task')
      travelling = new Map(message.rows)
      port.postMessage(checkChunk(checker, message.chunk, newHash))
  }
})

function makeChecker({ source, staged, ...decisions }: CrewTask): Checker {
  const opened = staged.map(openStagedRows)
  closeRows = () => { for (const rows of opened) rows.close() }
  const tables = source.tables.map((table, index) => ({ ...table, rows: opened[index]?.rows ?? travellingRows }))
  return newChecker({ ...decisions, source: { ...source, tables }, newHash })
}
