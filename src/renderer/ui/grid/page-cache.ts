/** One page of a long list, as the engine answers it; null when it could not be read. */
export type ReadPage<Row> = (from: number, count: number) => Promise<{ readonly total: number; readonly rows: readonly Row[] } | null>

export interface PageCache<Row> {
  /** Length of the list; null until the first page is there. */
  readonly total: () => number | null
  readonly row: (index: number) => Row | undefined
  /** Rows that are on the screen: missing blocks are read, nearest first, old ones dropped. */
  readonly want: (first: number, last: number) => void
  /** The rows may have changed: what is shown stays until its new text is there, so that nothing blinks. */
  readonly refresh: () => void
  /** The list has become longer: a last block that was cut short is read again, the others stay. */
  readonly grow: (total: number) => void
  readonly subscribe: (listener: () => void) => () => void
  /** Changes whenever something above does. */
  readonly snapshot: () => number
}

export const blockSize = 100
const keptBlocks = 60

interface Block<Row> { readonly rows: readonly Row[]; readonly generation: number; /** How long the list was known to be when the block was read. */ readonly end: number }

/** Blocks that hold the rows first..last. */
export function blocksOf(first: number, last: number): readonly number[] {
  const from = Math.floor(Math.max(0, first) / blockSize)
  const to = Math.floor(Math.max(0, last) / blockSize)
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}

/** A window on a list of any length: 100-row blocks, at most 60 kept, one read at a time so that fast scrolling skips blocks. */
export function makePageCache<Row>(readPage: ReadPage<Row>): PageCache<Row> {
  const blocks = new Map<number, Block<Row>>()
  const listeners = new Set<() => void>()
  const state: { total: number | null; generation: number; tick: number; wanted: readonly number[]; isReading: boolean } = {
    total: null, generation: 0, tick: 0, wanted: [0], isReading: false,
  }

  const announce = (): void => {
    state.tick += 1
    for (const listener of listeners) listener()
  }
  const isFresh = (block: number): boolean => {
    const held = blocks.get(block)
    return held?.generation === state.generation && held.end >= Math.min(state.total ?? 0, (block + 1) * blockSize)
  }
  const nextBlock = (): number | undefined => state.wanted.find((block) => !isFresh(block))
  const keep = (block: number, rows: readonly Row[], generation: number): void => {
    blocks.delete(block)
    blocks.set(block, { rows, generation, end: Math.max(block * blockSize + rows.length, state.total ?? 0) })
    for (const old of [...blocks.keys()].slice(0, Math.max(0, blocks.size - keptBlocks))) blocks.delete(old)
  }
  const readOn = async (): Promise<void> => {
    if (state.isReading) return
    state.isReading = true
    for (let block = nextBlock(); block !== undefined; block = nextBlock()) {
      const generation = state.generation
      const page = await readPage(block * blockSize, blockSize)
      // A page that cannot be read is kept as empty, else it would be asked for again and again.
      if (page !== null && generation === state.generation) state.total = page.total
      keep(block, page?.rows ?? blocks.get(block)?.rows ?? [], generation)
      announce()
    }
    state.isReading = false
  }

  return {
    total: () => state.total,
    row: (index) => blocks.get(Math.floor(index / blockSize))?.rows[index % blockSize],
    want: (first, last) => {
      state.wanted = blocksOf(first, last)
      void readOn()
    },
    refresh: () => {
      state.generation += 1
      void readOn()
    },
    grow: (total) => {
      if (total <= (state.total ?? 0)) return
      state.total = total
      announce()
      void readOn()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => state.tick,
  }
}
