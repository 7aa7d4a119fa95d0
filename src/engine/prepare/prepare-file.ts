// What `prepare` of the core does, piece by piece: rows stay on disk, customers are checked chunk by chunk (a large file's in
// several threads), and what is found goes to disk too. The same input gives the same answer; a test holds them side by side.
import type { PrepareInput } from '#core/pipeline.ts'
import { newChecker } from '#core/pipeline.ts'
import type { StagedTable } from '#node/staging/staged-rows.ts'
import type { StagingArea } from '#node/staging/staging-area.ts'
import type { Crew } from './crew.ts'
import { checkChunk, type CheckedChunk, type Chunk } from './check-chunk.ts'
import { chunkAt, chunksOf } from './chunks.ts'
import type { HeadStart } from './head-start.ts'
import { indexFile } from './index-file.ts'
import { newFindings } from './findings.ts'
import { pause } from './pause.ts'
import type { PreparedFile } from './prepared-file.ts'
import { similarKeys } from './similar-keys.ts'

export interface Preparation {
  readonly input: PrepareInput
  readonly area: StagingArea
  /** The files of the tables' rows, for other threads; null while rows are in memory. */
  readonly staged: readonly StagedTable[] | null
  /** Threads for a large file; asked for only then. */
  readonly crew: () => Crew
  /** What was checked while the file was read. */
  readonly headStart?: HeadStart | null
  /** True once something it depends on has changed: it then ends early, with null. */
  readonly isStale: () => boolean
  /** Rows checked so far. */
  readonly onProgress?: (rows: number) => void
  /** From how many rows on threads are worth their start. */
  readonly rowsForThreads?: number
}

/**
 * With threads, the one that asks checks too, but only where so many rows are left: to learn the code takes it a second, in which the
 * threads, who know it by now, check as many.
 */
const rowsForAll = 10_000

export async function prepareFile({ input, area, staged, crew, headStart = null, isStale, onProgress, rowsForThreads = 20_000 }: Preparation): Promise<PreparedFile | null> {
  const checker = newChecker(input)
  const index = await indexFile(input, checker, { isStale, known: headStart?.ownersOf(checker) ?? null })
  if (isStale()) return null
  const similar = similarKeys(checker, index)
  const findings = newFindings({ input, checker, index, similar, area })
  let rows = 0
  const take: typeof findings.take = (checked, chunk) => {
    findings.take(checked, chunk)
    rows += chunk.rows.length
    onProgress?.(rows)
  }
  const early = (await headStart?.claim({ checker, index, similar })) ?? new Map<number, CheckedChunk>()
  for (const [first, checked] of early) take(checked, chunkAt(index, similar, first))
  const unchecked = (): Generator<Chunk> => chunksOf(index, similar, (first) => early.has(first))
  if (staged !== null && index.customerOf.length >= rowsForThreads) {
    const { source, mapping, edits, excluded, reference, options } = input
    const sent = new Map<number, Chunk>()
    const chunks = remembering(unchecked(), sent)
    const task = { source: { ...source, tables: source.tables.map((table) => ({ ...table, rows: [] })) }, staged, mapping, edits, excluded, reference, options }
    const takeSent = (checked: CheckedChunk): void => {
      const chunk = sent.get(checked.first)
      if (chunk === undefined) throw new Error('A thread answered what it was not asked')
      sent.delete(checked.first)
      take(checked, chunk)
    }
    const helps = index.customerOf.length - rows >= rowsForAll
    await Promise.all([crew().check(task, { chunks, isStale, take: takeSent }), ...(helps ? [checkHere(chunks, takeSent)] : [])])
  } else await checkHere(unchecked(), take)
  if (!isStale()) return findings.seal()
  findings.drop()
  return null

  async function checkHere(chunks: Iterable<Chunk>, done: (checked: CheckedChunk, chunk: Chunk) => void): Promise<void> {
    for (const chunk of chunks) {
      if (isStale()) break
      done(checkChunk(checker, chunk, input.newHash), chunk)
      await pause()
    }
  }
}

function* remembering(chunks: Iterable<Chunk>, sent: Map<number, Chunk>): Generator<Chunk> {
  for (const chunk of chunks) {
    sent.set(chunk.first, chunk)
    yield chunk
  }
}
