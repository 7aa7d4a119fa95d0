import type { Failure, FailureCode } from '#core/model/result.ts'

/** 0 all well · 1 finished with errors in the data or rejected customers · 2 usage or unreadable input · 3 stopped, resumable. */
export const exitCodes = { well: 0, withIssues: 1, badInput: 2, stopped: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

const resumable: ReadonlySet<FailureCode> = new Set([
  'no-network', 'not-authorised', 'forbidden', 'server-unusable', 'disk-full', 'journal-unusable', 'already-running', 'stopped', 'internal',
])

export function exitCodeOf(failure: Failure): ExitCode {
  if (failure.code === 'nothing-to-send') return exitCodes.withIssues
  return resumable.has(failure.code) ? exitCodes.stopped : exitCodes.badInput
}
