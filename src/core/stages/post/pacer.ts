import type { Clock, RunPace } from '../../ports.ts'

export interface Pacer {
  /** Answers when the next request may leave. */
  turn(): Promise<void>
  setPace(pace: RunPace): void
  /** Lanes allowed at this moment. */
  lanes(): number
}
export function createPacer(_clock: Clock, _pace: RunPace): Pacer {
  throw new Error('not yet')
}
