import type { Api, Clock, NewHash, Random, RunLog } from '../../ports.ts'
import type { PostControl, PostEnd, PostProgress } from './progress.ts'
import type { PostSettings } from './settings.ts'

export interface ExecuteRun {
  readonly log: RunLog
  readonly api: Api
  readonly clock: Clock
  readonly random: Random
  readonly newHash: NewHash
  readonly settings: PostSettings
  /** At most ten a second, and always the last one. */
  readonly onProgress: (progress: PostProgress) => void
}

export interface Execution extends PostControl {
  /** Never rejects for anything the world does. The lock stays held: release the log afterwards. */
  readonly done: Promise<PostEnd>
}

/** Sends what is pending in a run, fresh or resumed: the journal says which. */
export function executeRun(_run: ExecuteRun): Execution {
  throw new Error('not yet')
}
