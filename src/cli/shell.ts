import type { SetExit } from './set-exit.ts'

/** What the commands get from the program around them. */
export interface Shell {
  readonly setExit: SetExit
  /** Folder of the built programs. */
  readonly programs: string
}
