import type { ExitCode } from './exit-codes.ts'

/** How a command tells its exit code: set, not exited with, so that output still in the pipe is written. */
export type SetExit = (code: ExitCode) => void
