// Which call of the journal to the system fails, how, and for how long. strace counts each kind of call by itself.
import { join } from 'node:path'

export const calls = ['pwrite64', 'fsync', 'ftruncate', 'openat', 'unlink'] as const
export type Call = (typeof calls)[number]

export interface DiskFault {
  readonly call: Call
  /** From 1. */
  readonly nth: number
  readonly error: 'EIO' | 'ENOSPC'
  readonly forEver: boolean
}

/** Only calls that concern the journal's files, or their folder, are counted. */
export function journalPaths(folder: string): string[] {
  return ['journal.sqlite', 'journal.sqlite-wal', 'journal.sqlite-shm', 'journal.sqlite-journal', ''].flatMap((name) => ['-P', join(folder, name)])
}

export function injection({ call, nth, error, forEver }: DiskFault): string[] {
  return ['-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${nth}${forEver ? '+' : ''}`]
}

const manners = [
  { error: 'EIO', forEver: false }, { error: 'ENOSPC', forEver: false }, { error: 'EIO', forEver: true }, { error: 'ENOSPC', forEver: true },
] as const

/** Every place in every manner. */
export function everyFault(counts: Readonly<Record<Call, number>>): readonly DiskFault[] {
  return calls.flatMap((call) => Array.from({ length: counts[call] }, (_, at) => at + 1).flatMap((nth) => manners.map((manner): DiskFault => ({ call, nth, ...manner }))))
}

/**
 * Every place of all calls but page writes, and each `stride`-th of those, each in one manner: the manners take turns.
 * Those writes are all alike, two for each page of each commit.
 */
export function sampleOfFaults(counts: Readonly<Record<Call, number>>, stride: number): readonly DiskFault[] {
  let turn = 0
  return calls.flatMap((call) => Array.from({ length: counts[call] }, (_, at) => at + 1).filter((nth) => call !== 'pwrite64' || nth % stride === 0).map((nth): DiskFault => ({ call, nth, ...manners[turn++ % manners.length]! })))
}

export const nameOf = ({ call, nth, error, forEver }: DiskFault): string => `${call} ${nth} ${error}${forEver ? ' for ever' : ''}`
