import type { ReadingDecisions } from '#core/model/reading.ts'
import type { NewRowSink, TableStarted } from '#core/model/source.ts'

export interface ReadOptions extends ReadingDecisions {
  /** Where the rows go; by default they are kept in memory. */
  readonly newSink?: NewRowSink
  /** Called once for each table, when its header is decided and before its first row goes to the sink. */
  readonly onTable?: (table: TableStarted) => void
  /** Called now and then with the rows read so far and the share of the file, 0 to 1. */
  readonly onProgress?: (rows: number, share: number) => void
  readonly signal?: AbortSignal
}

/** Limits of a file as a whole; those inside it are in `core/stages/parse/read-delimited.ts` and `node/xlsx/limits.ts`. */
export const fileLimits = { textBytes: 1024 ** 3, workbookBytes: 50 * 1024 ** 2, columns: 512 }
