/** Stage 1, parse: bytes and decoded text to tables of cells. Knows no field names, trims nothing, opens no files. */
export { newByteSurvey, type ByteSurvey } from './byte-survey.ts'
export { detectByHead, detectEncoding, encodingAsChosen, encodingNames, type EncodingFound } from './detect-encoding.ts'
export { newMemorySink } from './memory-sink.ts'
export { parseDelimited, type DelimitedOutcome } from './parse-delimited.ts'
export { previewRows } from './preview-rows.ts'
export { isSingleByte, upperHalf, type SingleByteEncoding } from './single-byte.ts'
export { sniffKind, type FileKind } from './sniff-kind.ts'
export { newTableBuilder, type TableBuilder } from './table-builder.ts'
