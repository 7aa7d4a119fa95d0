// Customers that are checked while their file is still being read. What is found then is provisional: it is taken over only where the
// whole file leaves nothing of it changed, and is forgotten everywhere else.
import { noEdits } from '#core/model/edits.ts'
import type { Issue } from '#core/model/issue.ts'
import { noReference } from '#core/model/reference.ts'
import type { Source, SourceRow } from '#core/model/source.ts'
import { describeFills, newChecker, newCustomerIndexer, type Checker, type PrepareInput } from '#core/pipeline.ts'
import { matchColumns } from '#core/stages/map/index.ts'
import { newHash } from '#node/hash.ts'
import { chunkCustomers, type CheckedChunk, type Chunk } from './check-chunk.ts'
import type { Crew } from './crew.ts'
import type { FileIndex, RowOwners } from './index-file.ts'

export interface HeadStart {
  /** The next row of the one table, in order. */
  add(row: SourceRow): void
  /** Whose row is which, when all rows came by here and are read as they were then: so that they need not be read once more. */
  ownersOf(whole: Checker): RowOwners | null
  /** What the whole file leaves as it was found, by the number of a chunk's first customer. */
  claim(whole: WholeFile): Promise<ReadonlyMap<number, CheckedChunk>>
}

interface WholeFile {
  readonly checker: Checker
  readonly index: FileIndex
  readonly similar: ReadonlyMap<number, Issue>
}

/** What is found waits in memory: no more rows of a huge file are checked ahead than this. */
const mostRows = 300_000

interface OwnedRow {
  readonly customer: number
  /** Its position in the table. */
  readonly index: number
  readonly row: SourceRow
}

interface SentRow extends Pick<OwnedRow, 'customer' | 'index'> {
  /** As the spreadsheet counts. */
  readonly row: number
}

/** `begun`: the table as it stands, with some first rows, which are to be added too. The threads of the crew do the work. */
export function newHeadStart(begun: Source, crew: Pick<Crew, 'begin'>): HeadStart {
  const input: PrepareInput = {
    source: begun, mapping: matchColumns(begun.tables), edits: noEdits, excluded: new Set(), reference: noReference, options: { skipExisting: false }, newHash,
  }
  const checker = newChecker(input)
  const indexer = newCustomerIndexer({ fills: describeFills(input.mapping), keyOf: checker.reader.keyOf })
  const { newHash: _, ...task } = input
  const begin = crew.begin({ ...task, source: { ...begun, tables: begun.tables.map((table) => ({ ...table, rows: [] })) }, staged: [] })
  /** Of chunks that were taken: numbers alone, for a row's texts would keep the text of the file in memory. */
  const sent = new Map<number, readonly SentRow[]>()
  let first = 0
  let waiting: OwnedRow[] = []
  let customerOf = new Int32Array(65_536)
  let length = 0
  const isReadAs = (whole: Checker): boolean => {
    const basis = whole.basis()
    return basis !== null && basis === checker.basis()
  }

  /** Customers mostly stand together: when the next ones begin, these are most likely complete. Threads that are busy let them go by. */
  function offer(): void {
    const rows = waiting.toSorted((a, b) => a.customer - b.customer)
    if (begin.offer(chunkOf(first, rows, checker), rows.map(({ index, row }) => [index, row]))) sent.set(first, rows.map(({ customer, index, row: { row } }) => ({ customer, index, row })))
    first += chunkCustomers
    waiting = []
  }

  return {
    add(row) {
      const index = length++
      const customer = indexer.push(row, 0)
      if (index === customerOf.length) customerOf = grown(customerOf)
      customerOf[index] = customer
      if (index >= mostRows) return
      if (customer >= first + chunkCustomers) offer()
      if (customer >= first) waiting.push({ customer, index, row })
    },
    ownersOf: (whole) => (isReadAs(whole) ? { ...indexer.finish(), customerOf: customerOf.subarray(0, length) } : null),
    async claim(whole) {
      const answers = await begin.answers()
      if (!isReadAs(whole.checker)) return new Map()
      return new Map(answers.flatMap((checked) => (standsIn(whole, checked.first, sent.get(checked.first) ?? []) ? [[checked.first, checked] as const] : [])))
    },
  }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

function chunkOf(first: number, rows: readonly OwnedRow[], { reader }: Checker): Chunk {
  const starts = new Int32Array(chunkCustomers + 1)
  const keys: string[] = []
  for (const { customer, row } of rows) {
    starts[customer - first + 1] = (starts[customer - first + 1] ?? 0) + 1
    keys[customer - first] ??= reader.keyOf(row, 0).trim()
  }
  for (let at = 0; at < chunkCustomers; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0)
  return { first, keys, rows: Int32Array.from(rows, ({ index }) => index), starts, offsets: [0], similar: new Map(), doubts: [] }
}

/** The same rows make the same customers, and nothing is said of them that only the whole file can say. */
function standsIn({ checker, index, similar }: WholeFile, first: number, rows: readonly SentRow[]): boolean {
  const [from, end] = [index.starts[first] ?? 0, index.starts[first + chunkCustomers] ?? -1]
  if (rows.length === 0 || end - from !== rows.length || index.doubts.length > 0 || checker.reading.holdsAll) return false
  return rows.every(({ customer, index: position, row }, at) =>
    index.rows[from + at] === position && index.customerOf[position] === customer && !similar.has(customer) && !checker.reading.isNamed({ table: 0, row }))
}
