// The map stage: which column fills which field, and cells to values. It knows nothing of customers being made of several rows.
// Mappings as files have a door of their own, `mapping-file.ts`: a thread that checks rows starts without their schemas.
export { compileMapping } from './compile-mapping.ts'
export { matchColumns } from './match-columns.ts'
export type { MatchOptions } from './match-columns.ts'
export { applySaved } from './apply-saved.ts'
export { filesShare, headerKey } from './header-key.ts'
export { idOf, keepMapping } from './keep-mapping.ts'
export { learnFrom, offerLearned } from './learn-choices.ts'
