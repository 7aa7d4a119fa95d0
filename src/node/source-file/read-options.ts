import type { Delimiter, Encoding, Quote } from '#core/stages/parse/index.ts'

/** What the operator decides instead of the detection. */
export interface ReadOptions {
  /** Names of the sheets to read, or all visible ones; by default the first visible sheet that is not blank. */
  readonly sheets?: readonly string[] | 'all'
  readonly delimiter?: Delimiter
  readonly quote?: Quote
  readonly encoding?: Encoding
  /** As the spreadsheet counts, from 1; by default the first row that is not blank. */
  readonly headerRow?: number
  readonly signal?: AbortSignal
}

/** Limits of a file as a whole; those inside it are in `core/stages/parse/read-delimited.ts` and `node/xlsx/limits.ts`. */
export const fileLimits = { textBytes: 1024 ** 3, workbookBytes: 50 * 1024 ** 2, columns: 512 }
