// Post: plan + ports -> receipts. One pure machine decides what is next for a customer (`next-move.ts`), one loop obeys
// (`execute-run.ts`). It knows no status codes, no React, no Electron; the journal is the only memory.
export { executeRun, type Execution } from './execute-run.ts'
export { findExisting } from './find-existing.ts'
export { readReference } from './read-reference.ts'
export { createPacer, type Pacer } from './pace/index.ts'
export { defaultSettings, practiceSettings, type PostSettings } from './settings.ts'
export type { PostEnd, PostProgress, RunPhase, WaitReason } from './progress.ts'
