// The map stage: which column fills which field, and cells to values. It knows nothing of customers being made of several rows.
export { compileMapping } from './compile-mapping.ts'
export { matchColumns } from './match-columns.ts'
export type { MatchOptions } from './match-columns.ts'
export { parseMapping, serialiseMapping } from './mapping-file.ts'
