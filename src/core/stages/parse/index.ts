/** Stage 1, parse: bytes and decoded text to tables of cells. Knows no field names, trims nothing, opens no files. */
export { buildTable, type TableBuilt } from './build-table.ts'
export { detectEncoding, type Encoding, type EncodingFound } from './detect-encoding.ts'
export type { Delimiter, Quote } from './dialect.ts'
export { findInvalidText } from './invalid-text.ts'
export { parseDelimited, type DelimitedOutcome, type DelimitedParser } from './parse-delimited.ts'
export { sniffKind, type FileKind } from './sniff-kind.ts'
export { newUtf8Tally } from './utf8-tally.ts'
